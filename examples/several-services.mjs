// A program that calls several services handles their errors in one place: the service, the kind and the id tell them apart.
import { dns } from "@scai-errors/dns";
import { anyOf, errorFrom, match, scaigrid, transport } from "@scai-errors/scaigrid";
import { createEmulator } from "@scai-errors/testing";

const scai = anyOf(scaigrid, dns, transport);

/** What a user is shown, whatever failed. */
function inWords(error) {
  return match(error, "kind", {
    not_found: ({ id }) => `There is no such thing (${id}).`,
    rate_limited: ({ retry }) => `Too many requests; again in ${(retry.afterMs ?? 1000) / 1000} s.`,
    unavailable: ({ service }) => `${service} cannot be reached.`,
    otherwise: ({ id, requestId }) => `It failed (${id}, ${requestId ?? "no request id"}).`,
  });
}

const emulator = await createEmulator({ services: [scaigrid, dns] });
const errors = [
  await scaigrid.fromResponse(await fetch(`${emulator.url}/scaigrid/MODEL_NOT_FOUND`)),
  await dns.fromResponse(await fetch(`${emulator.url}/dns/TOO_MANY_REQUESTS?retryAfter=3`)),
];
await emulator.close();
// Nothing listens there any more, so this one is a broken connection.
errors.push(await fetch(emulator.url).catch((caught) => errorFrom(scaigrid, caught)));

for (const error of errors) if (scai.is(error)) console.log(inWords(error));
//=> There is no such thing (scaigrid/MODEL_NOT_FOUND).
//=> Too many requests; again in 3 s.
//=> transport cannot be reached.
