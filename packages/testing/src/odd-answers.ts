import { gzipSync } from "node:zlib";
import { STREAM_HEADERS } from "./event-stream.js";
import { haproxyPage, nginxPage } from "./pages.js";
import type { Respond } from "./routes.js";
import { cutAfter, unfinished } from "./unfinished.js";

/** An answer that no service means to send. */
export interface OddAnswer {
  readonly description: string;
  readonly protocol?: "event-stream";
  readonly respond: Respond;
}

type Headers = Readonly<Record<string, string>>;

function send(status: number, type: string, body: string | Buffer, headers: Headers = {}): Respond {
  return ({ response }) => {
    response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body), ...headers });
    response.end(body);
  };
}

function json(status: number, body: unknown, headers?: Headers): Respond {
  return send(status, "application/json", JSON.stringify(body), headers);
}

const HALF_A_DOCUMENT = '{"error": {"code": "INTERNAL_ERROR", "message": "The connection breaks in the mid';
const JSON_HEADERS = { "content-type": "application/json" };

/** By the last part of the route's path, `/odd/<name>`. */
export const oddAnswers: Readonly<Record<string, OddAnswer>> = {
  "nginx-502": {
    description: "502, nginx's page for an upstream that is gone",
    respond: send(502, "text/html", nginxPage(502, "Bad Gateway")),
  },
  "nginx-413": {
    description: "413, nginx's page for a body above its limit",
    respond: send(413, "text/html", nginxPage(413, "Request Entity Too Large"), { connection: "close" }),
  },
  "haproxy-503": {
    description: "503, HAProxy's page for a backend without servers",
    respond: send(503, "text/html", haproxyPage(503, "Service Unavailable", "There is no server here to take this request."), {
      "cache-control": "no-cache",
    }),
  },
  "haproxy-504": {
    description: "504, HAProxy's page for a server that takes too long",
    respond: send(504, "text/html", haproxyPage(504, "Gateway Time-out", "The server took too long to answer."), {
      "cache-control": "no-cache",
    }),
  },
  empty: {
    description: "503 without a body",
    respond: ({ response }) => response.writeHead(503, { "content-length": 0 }).end(),
  },
  truncated: {
    description: "500, a JSON document of which fewer bytes come than Content-Length says",
    respond: cutAfter(500, { ...JSON_HEADERS, "content-length": HALF_A_DOCUMENT.length * 2 }, HALF_A_DOCUMENT),
  },
  "cut-chunked": {
    description: "502, a chunked JSON document without its end",
    respond: cutAfter(502, JSON_HEADERS, HALF_A_DOCUMENT),
  },
  stalled: {
    description: "503, a JSON document that stops coming while the connection stays open",
    respond: unfinished(503, JSON_HEADERS, (response) => response.write(HALF_A_DOCUMENT)),
  },
  endless: {
    description: "500, text that never ends",
    respond: unfinished(500, { "content-type": "text/plain" }, (response) => {
      const piece = "And so on. ".repeat(6_000);
      const more = (): void => {
        let keepsUp = true;
        while (keepsUp && !response.destroyed) keepsUp = response.write(piece);
      };
      response.on("drain", more);
      more();
    }),
  },
  "plain-500": {
    description: "500 in plain text, as Starlette answers when a handler throws",
    respond: send(500, "text/plain; charset=utf-8", "Internal Server Error"),
  },
  "fastapi-404": {
    description: "404, FastAPI's answer for a route that does not exist",
    respond: json(404, { detail: "Not Found" }),
  },
  "fastapi-405": {
    description: "405, FastAPI's answer for a method that a route does not have",
    respond: json(405, { detail: "Method Not Allowed" }, { allow: "POST" }),
  },
  "fastapi-422-pydantic1": {
    description: "422, FastAPI's list of problems as pydantic 1 writes it",
    respond: json(422, {
      detail: [
        { loc: ["body", "name"], msg: "field required", type: "value_error.missing" },
        {
          loc: ["query", "limit"],
          msg: "ensure this value is less than or equal to 100",
          type: "value_error.number.not_le",
          ctx: { limit_value: 100 },
        },
      ],
    }),
  },
  "fastapi-422-pydantic2": {
    description: "422, FastAPI's list of problems as pydantic 2 writes it, which echoes the input",
    respond: json(422, {
      detail: [
        { type: "missing", loc: ["body", "name"], msg: "Field required", input: { title: "Atlas" } },
        {
          type: "less_than_equal",
          loc: ["query", "limit"],
          msg: "Input should be less than or equal to 100",
          input: "900",
          ctx: { le: 100 },
        },
      ],
    }),
  },
  "readiness-503": {
    description: "503, what a readiness check says when a dependency is down",
    respond: json(503, { status: "not_ready", checks: { database: true, redis: false }, errors: { redis: "no connection" } }),
  },
  "oauth-400": {
    description: "400, an OAuth error (RFC 6749, section 5.2)",
    respond: json(400, { error: "invalid_grant", error_description: "The authorization code was used before." }),
  },
  "problem-503": {
    description: "503, problem details (RFC 9457) with a date to wait for",
    respond: ({ response }) => {
      const body = JSON.stringify({ type: "about:blank", title: "Down for maintenance", status: 503 });
      const headers = { "content-type": "application/problem+json", "retry-after": new Date(Date.now() + 120_000).toUTCString() };
      response.writeHead(503, headers).end(body);
    },
  },
  "mislabelled-503": {
    description: "503, JSON that is labelled as a page and starts with a byte order mark",
    respond: send(503, "text/html", `\uFEFF${JSON.stringify({ detail: "Down for maintenance" })}`),
  },
  gzip: {
    description: "503, a gzip-coded JSON document",
    respond: send(503, "application/json", gzipSync(JSON.stringify({ detail: "Down for maintenance" })), { "content-encoding": "gzip" }),
  },
  "not-gzip": {
    description: "502, a page that is labelled as gzip-coded and is not",
    respond: send(502, "text/html", nginxPage(502, "Bad Gateway"), { "content-encoding": "gzip" }),
  },
  redirect: {
    description: "307 to /odd/plain-500, as a framework redirects a trailing slash",
    respond: ({ request, response }) => {
      response.writeHead(307, { location: `http://${request.headers.host ?? "127.0.0.1"}/odd/plain-500`, "content-length": 0 }).end();
    },
  },
  "stream-cut": {
    description: "200, an event stream whose connection breaks without an error frame or [DONE]",
    protocol: "event-stream",
    respond: cutAfter(200, STREAM_HEADERS, 'data: {"delta":"Once upon"}\n\ndata: {"delta":" a ti'),
  },
};
