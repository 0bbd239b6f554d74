// What the clients meet: answers of the emulator, answers that it does not have, and connections that fail.
import { createServer, request as forward } from "node:http";
import { createEmulator } from "@scai-errors/testing";
import { scaigrid } from "@scai-errors/scaigrid";

/** A document above the limit of fromResponse, 1 MiB, whole and correct. */
const OVERSIZED = JSON.stringify({
  status: "error",
  error: { code: "RATE_LIMITED", message: "Slow down", details: { padding: "x".repeat(2 ** 21) } },
  meta: { request_id: "req_1" },
});

/**
 * The cases by their letters. `route` is one of the emulator's; `end` says what is no answer.
 * @type {readonly { readonly id: string; readonly title: string; readonly route?: string; readonly end?: "refused" | "late" | "aborted" }[]}
 */
export const cases = [
  { id: "a", title: "429 RATE_LIMITED, with Retry-After, a rate limit and a request id", route: "/scaigrid/RATE_LIMITED" },
  { id: "b", title: "422 of FastAPI, with a list of problems", route: "/odd/fastapi-422-pydantic2" },
  { id: "c", title: "500 in plain text", route: "/odd/plain-500" },
  { id: "d", title: "502, the page of a proxy", route: "/odd/nginx-502" },
  { id: "e", title: "nobody listens", end: "refused" },
  { id: "f", title: "the client's own time limit, against a server that does not answer", end: "late" },
  { id: "g", title: "aborted by the caller", end: "aborted" },
  { id: "h", title: "429 with a body of 2 MiB" },
  { id: "i", title: "503 whose body stalls", route: "/odd/stalled" },
];

const CHUNK = { id: "1", object: "chat.completion.chunk", created: 1, model: "m" };

/** A completion that begins well and then fails, in the frames of ScaiGrid. */
const FAILING_STREAM = [
  `data: ${JSON.stringify({ ...CHUNK, choices: [{ index: 0, delta: { role: "assistant", content: "Once" }, finish_reason: null }] })}`,
  `event: error\ndata: ${JSON.stringify({ code: "BACKEND_ERROR", message: "The model went away." })}`,
  "data: [DONE]",
  "",
].join("\n\n");

/**
 * Starts what the clients call. Paths begin with a case's letter; what follows is what SDKs add to a base URL.
 * @returns {Promise<{ readonly url: (id: string) => string; close(): Promise<void> }>}
 */
export async function startServers() {
  const emulator = await createEmulator({ services: [scaigrid] });
  const server = createServer((request, response) => {
    const id = request.url.split("/")[1];
    request.resume();
    if (id === "h") {
      response.writeHead(429, { "content-type": "application/json", "retry-after": "1" }).end(OVERSIZED);
      return;
    }
    if (id === "events") {
      response.writeHead(200, { "content-type": "text/event-stream", "x-request-id": "req_1" }).end(FAILING_STREAM);
      return;
    }
    const route = cases.find((one) => one.id === id)?.route;
    // Left without an answer: the client ends it.
    if (!route) return;
    const upstream = forward(`${emulator.url}${route}`, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    response.on("close", () => upstream.destroy());
    upstream.on("error", () => response.destroy()).end();
  });
  const port = await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server.address().port)));
  const unused = createServer();
  const refused = await new Promise((resolve) => unused.listen(0, "127.0.0.1", () => resolve(unused.address().port)));
  await new Promise((resolve) => unused.close(resolve));
  return {
    url: (id) => `http://127.0.0.1:${id === "e" ? refused : port}/${id}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await emulator.close();
    },
  };
}
