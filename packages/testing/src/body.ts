import { type FieldIssue, type JsonValue, type WireFormat, isObject } from "@scai-errors/core";

/** The member of JsonValue that `isObject` finds, which it calls a record of unknown values. */
type JsonObject = Readonly<Record<string, JsonValue>>;

/** What a body is to say. */
export interface Content {
  readonly code: string;
  readonly message: string;
  readonly details: JsonValue | undefined;
  readonly issues: readonly FieldIssue[];
  readonly requestId: string | null;
  readonly retryAfter: number | null;
}

/** The body of an error answer, in the form that the service documents. */
export function bodyOf(wire: WireFormat, content: Content): JsonValue {
  return wire.sendsCodes ? errorBody(wire, content) : detailBody(content);
}

/** `{"error": {code, message, …}}`. */
function errorBody(wire: WireFormat, { code, message, details, issues, requestId, retryAfter }: Content): JsonValue {
  const problems = issues.map(({ path, message }) => ({ field: path.join("."), message }));
  // ScaiGrid's envelope, the one with a status member, has the problems as details; the others name them within an object.
  const shown = details ?? (problems.length === 0 ? undefined : wire.requestId === "meta" ? problems : { fields: problems });
  return {
    ...(wire.requestId === "meta" && { status: "error" }),
    error: {
      code,
      message,
      ...(wire.requestId === "meta" && retryAfter !== null && { retry_after: retryAfter }),
      ...(shown !== undefined && { details: shown }),
      ...(wire.requestId === "error" && requestId !== null && { request_id: requestId }),
    },
    ...(wire.requestId === "meta" && requestId !== null && { meta: { request_id: requestId } }),
  };
}

/** FastAPI's `{"detail": …}`: a list of problems, an object where there is more to say, else the text. */
function detailBody({ message, details, issues }: Content): JsonValue {
  if (issues.length > 0) {
    return {
      detail: issues.map(({ in: part, path, message, type = "value_error" }) => ({
        loc: part ? [part, ...path] : path,
        msg: message,
        type,
      })),
    };
  }
  if (details === undefined) return { detail: message };
  return { detail: isObject(details) ? { message, ...(details as JsonObject) } : details };
}
