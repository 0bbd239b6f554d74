import { memberOf } from "./member-of.js";

function hasMethod(value: unknown, name: string): boolean {
  return typeof memberOf(value, name) === "function";
}

/** A body that has to be awaited, and so is none that `decode` can read. */
function pendingBody(body: unknown): string | undefined {
  if (typeof body !== "object") return undefined;
  if (hasMethod(body, "then")) return "a promise";
  if (hasMethod(body, "getReader") || hasMethod(body, "pipe")) return "a stream";
  return hasMethod(body, "arrayBuffer") ? "a Blob" : undefined;
}

/** @throws TypeError where a value has no HTTP status, with the name of the one that clients use instead. */
function assertStatus(call: string, value: unknown): void {
  if (Number.isInteger(memberOf(value, "status"))) return;
  const hint = Number.isInteger(memberOf(value, "statusCode"))
    ? ` Node's responses have it as statusCode: pass { status: response.statusCode, … }.`
    : "";
  throw new TypeError(`${call} expects a response with a status.${hint}`);
}

/**
 * @throws TypeError where `decode` is called with what it cannot read: without a status, a `Response`, a body that is still to be awaited, or a
 * client's response that has its body as `data`. Reading such a value as one without a body would lose everything without a word.
 */
export function assertAnswer(service: string, answer: unknown): void {
  assertStatus(`${service}.decode()`, answer);
  const body = memberOf(answer, "body");
  // Text is what `decode` is for, and whoever has it did not pass a response.
  if (typeof body === "string") return;
  if (hasMethod(answer, "text")) {
    throw new TypeError(
      `${service}.decode() was given a Response, whose body has to be awaited. Call await ${service}.fromResponse(response).`,
    );
  }
  const pending = pendingBody(body);
  if (pending !== undefined) {
    throw new TypeError(
      `${service}.decode() was given ${pending} as body. Pass its text, its bytes or the parsed JSON, or call await ${service}.fromResponse(response).`,
    );
  }
  if (body === undefined && memberOf(answer, "data") !== undefined) {
    throw new TypeError(
      `${service}.decode() was given an object with data and without body. Pass { status, headers, body: response.data }.`,
    );
  }
}

/** @throws TypeError where `fromResponse` is called without a response. */
export function assertResponse(service: string, response: unknown, options: unknown): void {
  assertStatus(`${service}.fromResponse()`, response);
  assertReadOptions(`${service}.fromResponse()`, options);
}

/** @throws TypeError where `fromEvent` or `fromClose` is called without what it reads. */
export function assertFrame(call: string, frame: unknown, expected: string): void {
  if (typeof frame !== "object" || frame === null) throw new TypeError(`${call}() expects ${expected}.`);
}

/** The option that reading cannot keep, or "options" where they are none at all. */
function wrongOption(options: unknown): string | undefined {
  if (typeof options !== "object" || hasMethod(options, "addEventListener")) return "options";
  for (const name of ["maxBytes", "timeoutMs"]) {
    const bound = memberOf(options, name);
    // Written so that NaN is refused too.
    if (bound !== undefined && !(typeof bound === "number" && bound >= 0)) return name;
  }
  const signal = memberOf(options, "signal") ?? undefined;
  const isSignal = typeof memberOf(signal, "aborted") === "boolean" && hasMethod(signal, "addEventListener");
  return signal === undefined || isSignal ? undefined : "signal";
}

/** @throws TypeError where an option cannot be kept: a timer would take it for another time, and a signal that is none would never be aborted. */
export function assertReadOptions(call: string, options: unknown = {}): void {
  const wrong = wrongOption(options);
  if (wrong !== undefined) {
    throw new TypeError(`${call} expects ${wrong} as in { maxBytes: 1024, timeoutMs: 500, signal: controller.signal }.`);
  }
}
