import type { Answer, Service, ServiceError } from "@scai-errors/core";
import { END, FETCHED, type RawServer, type Step } from "@scai-errors/workspace/raw-server";

/** A place where a secret can stand when a request fails. */
export interface Placement {
  readonly where: string;
  /** Why it is seen, where it is: the fields that hand on what the service says. */
  readonly visibleAs?: "message" | "details" | "requestId" | "receivedCode" | "issues";
  /** The error of a failure with the secret in that place; undefined for a service that has no such failure. */
  readonly fail: (service: Service, secret: string, server: RawServer) => Promise<ServiceError | undefined>;
}

function answered(where: string, answer: (secret: string) => Answer, visibleAs?: Placement["visibleAs"]): Placement {
  return { where, ...(visibleAs && { visibleAs }), fail: (service, secret) => Promise.resolve(service.decode(answer(secret))) };
}

const BODY = '{"error":{"message":"Said so"},"detail":"Said so"}';
const PLAIN: readonly Step[] = [
  `HTTP/1.1 401 Unauthorized\r\ncontent-type: application/json\r\ncontent-length: ${BODY.length}\r\n\r\n`,
  BODY,
];

/** A failure of a request that carries the secret, over a real connection. */
function requested(where: string, request: (secret: string) => { readonly path?: string; readonly init?: RequestInit }): Placement {
  return {
    where,
    fail: async (service, secret, server) => {
      const { path, init } = request(secret);
      return service.fromResponse(await server.fetch(PLAIN, init, path));
    },
  };
}

/** A failure whose answer carries the secret on the wire, over a real connection. */
function sent(where: string, steps: (secret: string) => readonly Step[], read: { maxBytes?: number } = {}): Placement {
  return {
    where,
    fail: async (service, secret, server) => service.fromResponse(await server.fetch(steps(secret), { redirect: "manual" }), read),
  };
}

const withHeader = (name: string, value: (secret: string) => string): Placement =>
  sent(`the answer's ${name}`, (secret) => [
    `HTTP/1.1 401 Unauthorized\r\ncontent-length: ${BODY.length}\r\n${name}: ${value(secret)}\r\n\r\n`,
    BODY,
  ]);

const json = (value: (secret: string) => unknown) => (secret: string) => ({ status: 422, body: JSON.stringify(value(secret)) });
const listed = (entry: (secret: string) => object): ((secret: string) => Answer) =>
  json((secret) => ({ detail: [{ type: "too_short", loc: ["body", "password"], msg: "Too short", ...entry(secret) }] }));

/** Every place, with what is deliberately visible named as such. */
export const placements: readonly Placement[] = [
  requested("the request's Authorization", (secret) => ({ init: { headers: { authorization: `Bearer ${secret}` } } })),
  requested("the request's Cookie", (secret) => ({ init: { headers: { cookie: `session=${secret}` } } })),
  requested("the request's X-API-Key", (secret) => ({ init: { headers: { "x-api-key": secret } } })),
  requested("the request's body", (secret) => ({ init: { method: "POST", body: JSON.stringify({ password: secret }) } })),
  requested("the URL's path", (secret) => ({ path: `/links/${secret}` })),
  requested("the URL's query", (secret) => ({ path: `?token=${secret}` })),
  requested("the URL's fragment", (secret) => ({ path: `#${secret}` })),
  withHeader("Set-Cookie", (secret) => `session=${secret}; HttpOnly`),
  withHeader("Authorization", (secret) => `Bearer ${secret}`),
  withHeader("WWW-Authenticate", (secret) => `Bearer realm="${secret}"`),
  withHeader("X-Any-Other", (secret) => secret),
  withHeader("Retry-After", (secret) => secret),
  sent("the answer's Location, as user-info", (secret) => [
    `HTTP/1.1 302 Found\r\nlocation: https://user:${secret}@example.test/?token=${secret}\r\ncontent-length: 0\r\n\r\n`,
  ]),
  sent("the answer's reason phrase", (secret) => [`HTTP/1.1 500 ${secret}\r\ncontent-length: 0\r\n\r\n`]),
  sent("a body that is longer than what is read", (secret) => ["HTTP/1.1 500 Any\r\ncontent-length: 1000\r\n\r\n", secret.padEnd(1000)], {
    maxBytes: 100,
  }),
  sent("a document that is cut", (secret) => [
    `HTTP/1.1 500 Any\r\ncontent-length: 1000\r\n\r\n`,
    FETCHED,
    `{"error":{"message":"${secret}`,
    END,
  ]),
  {
    where: "what a body's stream breaks with",
    fail: (service, secret) => {
      const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error(secret)) });
      return service.fromResponse(new Response(body, { status: 500 }));
    },
  },
  answered("an HTML page", (secret) => ({ status: 502, body: `<html><body>debug: ${secret}</body></html>` })),
  answered(
    "a page as the message",
    json((secret) => ({ error: { message: `<p>${secret}` }, detail: `<p>${secret}` })),
  ),
  answered(
    "a document as the message",
    json((secret) => ({ error: { message: `{"token":"${secret}"` }, detail: `["${secret}"` })),
  ),
  answered("binary data", (secret) => ({ status: 500, body: new TextEncoder().encode(`\u0000\u0001${secret}`) })),
  answered("a document with a comment behind it", (secret) => ({ status: 500, body: `{"token":"${secret}"} // end` })),
  answered(
    "an unknown member of the body",
    json((secret) => ({ error: { message: "Said so" }, detail: "Said so", debug: secret })),
  ),
  answered(
    "an unknown member of the envelope",
    json((secret) => ({ error: { message: "Said so", debug: { headers: secret } } })),
  ),
  answered(
    "a stack trace in the envelope",
    json((secret) => ({ error: { message: "Said so", stack: secret, traceback: [secret] } })),
  ),
  answered(
    "a cause in the envelope",
    json((secret) => ({ error: { message: "Said so", cause: { message: secret } }, cause: secret })),
  ),
  answered(
    "the sent body, as a handler of FastAPI's manual echoes it",
    json((secret) => ({ detail: [{ loc: ["body"], msg: "Wrong" }], body: { password: secret } })),
  ),
  answered(
    "the input that pydantic 2 echoes",
    listed((secret) => ({ input: secret })),
  ),
  answered(
    "the input that pydantic 2 echoes, nested",
    listed((secret) => ({ input: { password: [secret] } })),
  ),
  answered(
    "the context that pydantic echoes",
    listed((secret) => ({ ctx: { given: secret, error: {} } })),
  ),
  answered(
    "the link that pydantic 2 adds",
    listed((secret) => ({ url: `https://errors.example.test/?input=${secret}` })),
  ),
  answered(
    "the input in the details of an envelope",
    json((secret) => ({ error: { message: "Said so", details: [{ field: "a", message: "Wrong", input: secret }] } })),
  ),
  {
    where: "an event frame that is no JSON",
    fail: (service, secret) => Promise.resolve(service.fromEvent?.({ event: "error", data: `{"message":"${secret}` })),
  },
  answered(
    "the message",
    json((secret) => ({ error: { message: `Key ${secret} is wrong` }, detail: `Key ${secret} is wrong` })),
    "message",
  ),
  answered("a text as the whole body", (secret) => ({ status: 500, body: `Internal error ${secret}` }), "message"),
  {
    where: "the reason of a close",
    visibleAs: "message",
    fail: (service, secret) => Promise.resolve(service.fromClose?.({ code: 1008, reason: secret })),
  },
  answered(
    "the details",
    json((secret) => ({ error: { message: "Said so", details: { path: secret } } })),
    "details",
  ),
  answered(
    "the details, nested",
    json((secret) => ({ error: { message: "Said so", details: { a: [{ b: { c: secret } }] } } })),
    "details",
  ),
  answered(
    "a problem's message",
    listed((secret) => ({ msg: `Not ${secret}` })),
    "issues",
  ),
  answered(
    "a problem's path",
    listed((secret) => ({ loc: ["body", secret] })),
    "issues",
  ),
  answered(
    "the request id",
    json((secret) => ({ error: { request_id: secret }, meta: { request_id: secret } })),
    "requestId",
  ),
  answered(
    "the code",
    json((secret) => ({ error: { code: secret, message: "Said so" } })),
    "receivedCode",
  ),
];
