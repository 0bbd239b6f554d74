type Members = Readonly<Record<string, unknown>>;

/** Reads members of a value from outside, of which even that may throw. */
function membersOf(value: unknown, names: readonly string[]): Members {
  const members: Record<string, unknown> = {};
  for (const name of names) {
    try {
      members[name] = (Object(value) as Members)[name];
    } catch {
      // A getter that throws is no mistake of whoever calls; what it stands for counts as absent.
    }
  }
  return members;
}

/** A body that has to be awaited, and so is none that `decode` can read. */
function pendingBody(body: unknown): string | undefined {
  if (typeof body !== "object") return undefined;
  const { then, getReader, pipe, arrayBuffer } = membersOf(body, ["then", "getReader", "pipe", "arrayBuffer"]);
  if (typeof then === "function") return "a promise";
  if (typeof getReader === "function" || typeof pipe === "function") return "a stream";
  return typeof arrayBuffer === "function" ? "a Blob" : undefined;
}

/** @throws TypeError where a value has no HTTP status, with the name of the one that clients use instead. */
function assertStatus(call: string, value: unknown): void {
  const { status, statusCode } = membersOf(value, ["status", "statusCode"]);
  if (Number.isInteger(status)) return;
  const hint = Number.isInteger(statusCode) ? ` Node's responses have it as statusCode: pass { status: response.statusCode, … }.` : "";
  throw new TypeError(`${call} expects a response with a status.${hint}`);
}

/**
 * @throws TypeError where `decode` is called with what it cannot read: without a status, a `Response`, a body that is still to be awaited, or a
 * client's response that has its body as `data`. Reading such a value as one without a body would lose everything without a word.
 */
export function assertAnswer(service: string, answer: unknown): void {
  assertStatus(`${service}.decode()`, answer);
  const { body, text, data } = membersOf(answer, ["body", "text", "data"]);
  if (typeof text === "function") {
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
  if (body === undefined && data !== undefined) {
    throw new TypeError(
      `${service}.decode() was given an object with data and without body. Pass { status, headers, body: response.data }.`,
    );
  }
}

/** @throws TypeError where `fromResponse` is called without a response. */
export function assertResponse(service: string, response: unknown): void {
  assertStatus(`${service}.fromResponse()`, response);
}

/** @throws TypeError where `fromEvent` or `fromClose` is called without what it reads. */
export function assertFrame(call: string, frame: unknown, expected: string): void {
  if (typeof frame !== "object" || frame === null) throw new TypeError(`${call}() expects ${expected}.`);
}
