import { memberOf } from "./member-of.js";

function hasMethod(value: unknown, name: PropertyKey): boolean {
  return typeof memberOf(value, name) === "function";
}

function hasText(value: unknown, name: string): boolean {
  return typeof memberOf(value, name) === "string";
}

function hasStatus(value: unknown, name = "status"): boolean {
  return Number.isInteger(memberOf(value, name));
}

/** What clients throw, the JSON of our own errors, and a wrapper that has a response beside its parsed body. */
function isThrown(value: unknown): boolean {
  return hasText(value, "stack") || hasText(value, "codeFrom") || memberOf(value, "response") !== undefined;
}

/** Every message has one sentence about what was passed, and one that names the right call. */
function refuse(call: string, problem: string, next: string): never {
  throw new TypeError(`${call} ${problem}. ${next}.`);
}

/** The right call for the responses of any client. What it names can read them, or says what else to do, so nobody is sent in a circle. */
function rightCall(service: string, value: unknown, kept?: string): string {
  if (hasMethod(value, "then")) return "Await the promise first";
  if (isThrown(value)) return `Call await errorFrom(${service}, caught)`;
  const status = hasStatus(value, "statusCode") ? "status: response.statusCode" : "status";
  const body = kept === undefined ? "body" : `body: response.${kept}`;
  return `Call ${service}.decode({ ${status}, headers, ${body} }) once the body is read, or await errorFrom(${service}, response)`;
}

/** Where axios (`data`), Angular (`error`) and superagent (`text`) keep the body, for a response that has none under `body`. */
function keptBody(response: unknown): string | undefined {
  return ["data", "error", "text"].find((name) => memberOf(response, name) !== undefined);
}

/**
 * The name of a value that has to be awaited, by the first of these methods that it has. Undefined for everything else: JSON values, bytes, objects
 * of classes.
 */
function unreadName(body: unknown): string | undefined {
  if (typeof body === "function") return "a function";
  if (hasMethod(body, "then")) return "a promise";
  if (hasMethod(body, "getReader") || hasMethod(body, "pipe") || hasMethod(body, Symbol.asyncIterator)) return "a stream";
  // Not every platform's Blob has methods that read it, and what else can be sliced has a length.
  if (hasMethod(body, "slice") && memberOf(body, "size") !== undefined) return "a Blob";
  return hasMethod(body, "text") ? "a Response" : undefined;
}

/**
 * @throws TypeError if `decode` is called with what it cannot read: without a status, with a `Response`, with a body that is still to be awaited,
 * with what a client threw, or with a response that has its body under another name. Reading such a value as one without a body would silently lose
 * everything.
 */
export function assertAnswer(service: string, answer: unknown): void {
  const body = memberOf(answer, "body");
  const isAnswer = hasStatus(answer);
  // Text is what `decode` is for, and whoever has it did not pass a response.
  if (isAnswer && typeof body === "string") return;
  const call = `${service}.decode()`;
  if (!isAnswer) refuse(call, "expects a response with a status", rightCall(service, answer));
  if (hasMethod(answer, "text")) refuse(call, "was given a Response", `Call await ${service}.fromResponse(response)`);
  if (body === undefined) {
    if (isThrown(answer)) refuse(call, "was given an error", rightCall(service, answer));
    const kept = keptBody(answer);
    if (kept) refuse(call, `was given ${kept} and no body`, rightCall(service, answer, kept));
    return;
  }
  const unread = unreadName(body);
  if (unread) refuse(call, `was given ${unread} as body`, rightCall(service, answer));
}

/** @throws TypeError if `fromResponse` is called without a response whose body it can read, or with invalid options. */
export function assertResponse(service: string, response: unknown, options: unknown): void {
  const call = `${service}.fromResponse()`;
  if (!hasStatus(response)) refuse(call, "expects a response with a status", rightCall(service, response));
  assertReadOptions(call, options);
  // All that fetch gives has it, on every platform and in every polyfill.
  if (hasMethod(response, "text")) return;
  const body = memberOf(response, "body") ?? undefined;
  // What some tests have in place of a response: nothing else has no more than this.
  if (body === undefined && hasMethod(response, "json"))
    refuse(call, "was given a response without text()", "Pass new Response(text, { status })");
  const kept = body === undefined ? keptBody(response) : undefined;
  if (!isThrown(response) && kept === undefined && (body === undefined || hasMethod(body, "getReader"))) return;
  refuse(call, "was given no Response", rightCall(service, response, kept));
}

/** @throws TypeError if `fromEvent` or `fromClose` is called without a frame or a close. */
export function assertFrame(call: string, frame: unknown, expected: string): void {
  // What has data is a frame. Streams have many of these, and few failures.
  const isOther = memberOf(frame, "data") === undefined && (Array.isArray(frame) || unreadName(frame) !== undefined);
  if (Object(frame) !== frame || isOther) throw new TypeError(`${call}() expects ${expected}.`);
}

function isSignal(value: unknown): boolean {
  return typeof memberOf(value, "aborted") === "boolean" && hasMethod(value, "addEventListener");
}

/** @throws TypeError for an invalid option: a timer would take it for another time, and an object that is no signal would never be aborted. */
export function assertReadOptions(call: string, options: unknown = {}): void {
  const { maxBytes = 0, timeoutMs = 0, signal } = Object(options) as Readonly<Record<string, unknown>>;
  // Written so that NaN is refused too.
  const haveBounds = [maxBytes, timeoutMs].every((bound) => typeof bound === "number" && bound >= 0);
  // A signal in the place of the options would be none of them.
  const haveSignal = ((signal ?? undefined) === undefined || isSignal(signal)) && !isSignal(options);
  if (haveBounds && haveSignal && typeof options === "object") return;
  refuse(call, "was given wrong options", "Pass { maxBytes: 1024, timeoutMs: 500, signal: controller.signal }");
}
