import { type JsonValue, isObject } from "./json.js";
import type { Content, WireFormat, WrittenBody } from "./wire-format.js";

/** The body of a failed response in the service's format, with the headers that belong to it. */
export function writeBody(wire: WireFormat, content: Content): WrittenBody {
  if (wire.write) return wire.write(content);
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(bodyOf(wire, content)) };
}

/** The same before it becomes JSON text, for callers that want to add to it; only for a wire without an envelope of its own (`write`). */
export function bodyOf(wire: WireFormat, content: Content): { readonly [member: string]: JsonValue } {
  return wire.sendsCodes ? errorBody(wire, content) : detailBody(content);
}

/** `{"error": {code, message, …}}`. */
function errorBody(
  wire: WireFormat,
  { code, message, details, issues, requestId, retryAfter }: Content,
): { readonly [member: string]: JsonValue } {
  const hasMeta = wire.requestId === "meta";
  const problems = issues.map(({ path, message: problem }) => ({ field: path.join("."), message: problem }));
  // An envelope with `meta` has the problems as details; the others name them within an object.
  const listed = hasMeta ? problems : { fields: problems };
  const shown = details ?? (problems.length === 0 ? undefined : listed);
  return {
    ...(hasMeta && { status: "error" }),
    error: {
      code,
      message,
      ...(hasMeta && retryAfter !== undefined && { retry_after: retryAfter }),
      ...(shown !== undefined && { details: shown }),
      ...(wire.requestId === "error" && requestId !== undefined && { request_id: requestId }),
    },
    ...(hasMeta && requestId !== undefined && { meta: { request_id: requestId } }),
  };
}

/** FastAPI's `{"detail": …}`: a list of problems, an object if there is more to say, or else the text. */
function detailBody({ message, details, issues }: Content): { readonly [member: string]: JsonValue } {
  if (issues.length > 0) {
    return {
      detail: issues.map(({ in: part, path, message: msg, type = "value_error" }) => ({ loc: part ? [part, ...path] : path, msg, type })),
    };
  }
  if (details === undefined) return { detail: message };
  // Of JSON values, isObject finds the one that has members.
  return { detail: isObject(details) ? { message, ...details } : details };
}
