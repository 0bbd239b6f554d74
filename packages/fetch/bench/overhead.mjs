// What a successful call costs over plain fetch, against a server on this machine, with other clients in the same run.
// `npm run bench` after a build. The clients take turns call by call, so that whatever else the machine does hits all of them alike.
import { once } from "node:events";
import { createServer } from "node:http";
import { createFetch } from "@scai-errors/fetch";
import { scaigrid } from "@scai-errors/scaigrid";
import ky from "ky";

const CALLS = 4000;
const WARM_UP = 1000;

const server = createServer((_, response) => response.setHeader("content-type", "application/json").end('{"ok":true}')).listen(
  0,
  "127.0.0.1",
);
await once(server, "listening");
const url = `http://127.0.0.1:${server.address().port}/`;
const gridFetch = createFetch(scaigrid);
const shared = new AbortController().signal;

/** A client that other packages of the workspace install; left out where it is not there. */
async function optional(name, make) {
  try {
    return make(await import(name));
  } catch {
    console.warn(`${name} is not installed and not measured.`);
    return {};
  }
}

const clients = {
  "plain fetch": async () => (await fetch(url)).json(),
  "plain fetch with a time limit": async () => (await fetch(url, { signal: AbortSignal.timeout(120_000) })).json(),
  "createFetch(scaigrid)": async () => (await gridFetch(url)).json(),
  "createFetch(scaigrid) with a signal": async () => (await gridFetch(url, { signal: shared })).json(),
  ky: () => ky(url).json(),
  ...(await optional("ofetch", ({ ofetch }) => ({ ofetch: () => ofetch(url, { timeout: 120_000 }) }))),
  ...(await optional("openai", ({ default: OpenAI }) => {
    const client = new OpenAI({ apiKey: "none", baseURL: url });
    return { openai: () => client.get("/") };
  })),
};

const times = Object.fromEntries(Object.keys(clients).map((name) => [name, []]));
for (let call = 0; call < WARM_UP + CALLS; call++) {
  for (const [name, client] of Object.entries(clients)) {
    const start = performance.now();
    await client();
    if (call >= WARM_UP) times[name].push(performance.now() - start);
  }
}
server.close();
server.closeAllConnections();

const quantile = (values, share) => values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] * 1000;
const floor = quantile(times["plain fetch"], 0.25);
console.table(
  Object.fromEntries(
    Object.entries(times).map(([name, values]) => [
      name,
      {
        "median µs": Math.round(quantile(values, 0.5)),
        "quarter µs": Math.round(quantile(values, 0.25)),
        "× plain fetch": Number((quantile(values, 0.25) / floor).toFixed(2)),
      },
    ]),
  ),
);
