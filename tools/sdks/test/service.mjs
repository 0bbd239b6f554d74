import { createServer } from "node:http";
import { once } from "node:events";
import { after } from "node:test";

const failure = (code, more = {}) => ({
  status: "error",
  error: { code, message: `It is ${code}.`, ...more },
  meta: { request_id: `req_${code}` },
});

const chunk = (content) =>
  `data: ${JSON.stringify({
    id: "c1",
    object: "chat.completion.chunk",
    created: 1,
    model: "m",
    choices: [{ index: 0, delta: { role: "assistant", content }, finish_reason: null }],
  })}\n\n`;

/** What the service does at each path. The request id is in the body alone, where SDKs drop it. */
const behaviours = {
  QUOTA_EXCEEDED: (response) => json(response, 429, failure("QUOTA_EXCEEDED")),
  RATE_LIMITED: (response) => json(response, 429, failure("RATE_LIMITED", { retry_after: 1 }), { "retry-after": "1" }),
  UPSTREAM_SHAPE_MISMATCH: (response) => json(response, 502, failure("UPSTREAM_SHAPE_MISMATCH")),
  /** Two chunks, then the error frame of a stream that failed, then the end that failed streams have as well. */
  STREAM: (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(chunk("Hel"));
    response.write(chunk("lo"));
    response.end('event: error\ndata: {"code":"BACKEND_ERROR","message":"The model stopped."}\n\ndata: [DONE]\n\n');
  },
};

function json(response, status, body, headers = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

/** A service of its own for one client: its address for each behaviour, and when requests came. */
export async function service() {
  const requests = [];
  const server = createServer((request, response) => {
    const [, name] = request.url.split("/");
    requests.push({ name, at: performance.now() });
    request.resume().on("end", () => behaviours[name](response));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseURL: (name) => `http://127.0.0.1:${server.address().port}/${name}/v1`, requests };
}
