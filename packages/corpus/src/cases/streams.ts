import { runInNewContext } from "node:vm";
import type { StreamCase } from "../case.js";

const SAID = '{"error":{"code":"NEW_FAILURE","message":"Said so"}}';
const said = { message: "Said so", receivedCode: "NEW_FAILURE" } as const;
const silent = { message: /HTTP 500/, receivedCode: undefined } as const;

/** Short enough for a test. It bounds the wait, and nothing asserts it. */
const SOON = 50;

const status = 500;
const pending = (): Promise<never> => new Promise(() => undefined);
const plain = (): Response => new Response(SAID, { status });
// Some of the streams give what is no bytes, which is the point of them.
const streamed = (source: UnderlyingDefaultSource<unknown>): Response =>
  new Response(new ReadableStream(source) as ReadableStream<Uint8Array>, { status });
const bytes = new TextEncoder().encode(SAID);
const megabyte = new Uint8Array(1_048_576).fill(0x20);

async function used(): Promise<Response> {
  const response = plain();
  await response.text();
  return response;
}

function locked(): Response {
  const response = plain();
  response.body?.getReader();
  return response;
}

function cloned(): Response {
  return plain().clone();
}

/** A stream that breaks after its first half, with what need not be an Error. */
function breaking(reason: unknown): () => Response {
  let asked = 0;
  return () => streamed({ pull: (controller) => (asked++ ? controller.error(reason) : controller.enqueue(bytes.slice(0, 20))) });
}

/** A stream that gives one byte in every millisecond. */
function dripping(): Response {
  let timer: NodeJS.Timeout;
  return streamed({
    pull: (controller) =>
      new Promise((resolve) => {
        timer = setTimeout(() => {
          controller.enqueue(megabyte.subarray(0, 1));
          resolve();
        }, 1);
      }),
    cancel: () => clearTimeout(timer),
  });
}

/** A stream that never ends and does not let itself be cancelled. */
function stubborn(cancel: () => Promise<void>): () => Response {
  return () => streamed({ pull: (controller) => controller.enqueue(megabyte), cancel });
}

/** Responses that are not what fetch gives. */
export const streams: readonly StreamCase[] = [
  {
    id: "C41-pending",
    fault: "a stream that never gives anything",
    status,
    response: () => streamed({ pull: () => new Promise(() => undefined) }),
    read: { timeoutMs: SOON },
    expect: silent,
  },
  {
    id: "C41-drip",
    fault: "a stream that gives one blank at a time, for ever",
    status,
    response: dripping,
    read: { timeoutMs: SOON },
    expect: silent,
  },
  {
    id: "C41-text",
    fault: "a library without web streams, whose text never comes",
    status,
    response: () => ({ status, headers: new Headers(), text: pending }),
    read: { timeoutMs: SOON },
    expect: silent,
  },
  {
    id: "C41-deaf",
    fault: "a reader of another make, whose read goes on waiting after its cancel",
    status,
    response: () => ({ status, headers: new Headers(), body: { getReader: () => ({ read: pending, cancel: () => Promise.resolve() }) } }),
    read: { timeoutMs: SOON },
    expect: silent,
  },
  {
    id: "C41-text-aborting",
    fault: "a caller who gives up on a text that never comes",
    status,
    response: () => ({ status, headers: new Headers(), text: pending }),
    get read() {
      return { signal: AbortSignal.timeout(SOON) };
    },
    expect: silent,
  },
  {
    id: "C42-empty-chunks",
    fault: "a stream of empty chunks without an end, which leaves no timer a chance",
    status,
    response: () => streamed({ pull: (controller) => controller.enqueue(new Uint8Array(0)) }),
    read: { maxBytes: 10_000 },
    expect: silent,
  },
  {
    id: "C41-aborted",
    fault: "a caller who gave up before",
    status,
    response: plain,
    read: { signal: AbortSignal.abort() },
    expect: silent,
  },
  {
    id: "C41-aborting",
    fault: "a caller who gives up in between",
    status,
    response: () => streamed({ pull: () => new Promise(() => undefined) }),
    get read() {
      return { signal: AbortSignal.timeout(SOON) };
    },
    expect: silent,
  },
  { id: "C53-used", fault: "a body that was read before", status, response: used, expect: silent },
  { id: "C53-locked", fault: "a body that someone else is reading", status, response: locked, expect: silent },
  { id: "C53-clone", fault: "the clone of a response", status, response: cloned, expect: said },
  { id: "C54-text", fault: "a stream that breaks with a text", status, response: breaking("x"), expect: silent },
  { id: "C54-undefined", fault: "a stream that breaks with nothing", status, response: breaking(undefined), expect: silent },
  { id: "C54-null", fault: "a stream that breaks with null", status, response: breaking(null), expect: silent },
  {
    id: "C54-throws",
    fault: "a stream that throws when it is asked",
    status,
    response: () =>
      streamed({
        pull: () => {
          throw new Error("no more");
        },
      }),
    expect: silent,
  },
  {
    id: "C54-text-chunks",
    fault: "a stream of texts instead of bytes",
    status,
    response: () =>
      streamed({
        start: (controller) => {
          controller.enqueue(SAID);
          controller.close();
        },
      }),
    expect: {},
  },
  {
    id: "C54-null-chunks",
    fault: "a stream of nothing",
    status,
    response: () =>
      streamed({
        start: (controller) => {
          controller.enqueue(null);
          controller.close();
        },
      }),
    expect: silent,
  },
  { id: "C55-undefined", fault: "no response at all", response: () => undefined },
  { id: "C55-null", fault: "null", response: () => null },
  { id: "C55-empty", fault: "an empty object", response: () => ({}) },
  { id: "C55-text", fault: "the text of a response", response: () => SAID },
  { id: "C55-error", fault: "an error instead of a response", response: () => new TypeError("fetch failed") },
  { id: "C55-status-text", fault: "a status that is a text", response: () => ({ status: "500", headers: new Headers() }) },
  {
    id: "C55-status-object",
    fault: "a status that is an object",
    response: () => ({ status: { valueOf: () => 500 }, headers: new Headers() }),
  },
  { id: "C55-no-body", fault: "a response with nothing but a status", status, response: () => ({ status }), expect: silent },
  {
    id: "C55-text-only",
    fault: "a response of a library without web streams",
    status,
    response: () => ({ status, headers: new Headers(), text: () => Promise.resolve(SAID) }),
    expect: said,
  },
  {
    id: "C55-node-stream",
    fault: "a response whose body is a stream of another kind",
    status,
    response: () => ({ status, headers: new Headers(), body: { pipe: () => undefined }, text: () => Promise.resolve(SAID) }),
    expect: said,
  },
  {
    id: "C55-text-throws",
    fault: "a response whose text cannot be read",
    status,
    response: () => ({ status, headers: new Headers(), text: () => Promise.reject(new Error("no")) }),
    expect: silent,
  },
  {
    id: "C55-text-null",
    fault: "a response whose text is null",
    status,
    response: () => ({ status, headers: new Headers(), text: () => Promise.resolve(null) }),
    expect: silent,
  },
  {
    id: "C55-realm",
    fault: "a response of another realm",
    status,
    response: () =>
      Object.assign(runInNewContext("({ status: 500 })") as object, { headers: new Headers(), text: () => Promise.resolve(SAID) }),
    expect: said,
  },
  {
    id: "C55-network-error",
    fault: "the response that stands for a network failure, whose status reads 0",
    status: 0,
    response: () => Response.error(),
    expect: { receivedCode: undefined },
  },
  {
    id: "C57-rejects",
    fault: "a stream whose cancel is refused",
    status,
    response: stubborn(() => Promise.reject(new Error("no"))),
    expect: silent,
  },
  {
    id: "C57-hangs",
    fault: "a stream whose cancel never ends",
    status,
    response: stubborn(() => new Promise(() => undefined)),
    expect: silent,
  },
];
