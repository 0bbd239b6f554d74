import { createFetch } from "@scai-errors/fetch";
import { isServiceError, relay } from "@scai-errors/relay";
import { scaigrid } from "@scai-errors/scaigrid";
import { ORPCError, os } from "@orpc/server";

const fetchScaigrid = createFetch(scaigrid);

/** For every procedure that calls a service. The headers are sent by oRPC's ResponseHeadersPlugin. */
const relaying = os.use(async ({ context, next }) => {
  try {
    return await next();
  } catch (caught) {
    if (!isServiceError(caught)) throw caught;
    const relayed = relay(caught);
    for (const name of ["retry-after", "x-request-id"]) {
      if (relayed.headers[name]) context.resHeaders?.set(name, relayed.headers[name]);
    }
    throw new ORPCError("SERVICE_FAILED", { status: relayed.status, message: "A service failed", data: { relayed } });
  }
});

export function createRouter(scaigridUrl) {
  return {
    ask: relaying
      .input({ "~standard": { version: 1, vendor: "example", validate: (value) => ({ value: String(value) }) } })
      .handler(async ({ input }) => {
        const answer = await fetchScaigrid(`${scaigridUrl}/${input}`);
        return answer.json();
      }),
  };
}

/** For the client: the typed error of what a procedure call threw, or undefined if it was something else. */
export function errorOf(caught) {
  const relayed = caught?.data?.relayed;
  return relayed && scaigrid.decode(relayed);
}
