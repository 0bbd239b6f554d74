import type { CodeRow } from "./codes.js";
import type { Parts } from "./envelope.js";

/** What finding a code adds to what is known of a failure. */
export type FoundCode = Pick<Parts, "code" | "codeFrom" | "details">;

/** Finds the code of a failure among a service's own, from what the answer says; undefined where it is none of them. */
export type FindCode = (parts: Parts) => FoundCode | undefined;

type Rows = Readonly<Record<string, CodeRow>>;

/** For services that send codes: the received code, if it is exactly one of the rows. */
export function byWireCode(rows: Rows): FindCode {
  const found = new Map<unknown, FoundCode>(Object.keys(rows).map((code) => [code, { code, codeFrom: "wire" }]));
  return ({ receivedCode }) => found.get(receivedCode);
}

/** For services whose answers have no code: the row of the answer's status. A row with a message of its own is no status row. */
export function byStatus(rows: Rows): FindCode {
  const found = new Map<unknown, FoundCode>();
  for (const [code, { status, message }] of Object.entries(rows)) if (status && !message) found.set(status, { code, codeFrom: "status" });
  return ({ status }) => found.get(status);
}

/** The fixed and the variable parts of a row's message by turns: a text, a name, a text, … */
function partsOf(message = ""): string[] {
  return message.split(/<(\w+)>/);
}

/** The names of the variable parts of a row's message, in order. */
export function parameterNames(message?: string): string[] {
  return partsOf(message).filter((_, at) => at % 2);
}

/** The variable parts of a message, by name; undefined where its fixed parts are others. No variable part is empty. */
function readVariables(message: string, parts: readonly string[]): Readonly<Record<string, string>> | undefined {
  const [start = ""] = parts;
  // Slices are compared, because startsWith and endsWith take ten times as long.
  if (message.slice(0, start.length) !== start) return undefined;
  const found: Record<string, string> = {};
  let at = start.length;
  for (let name = 1; name < parts.length; name += 2) {
    const text = parts[name + 1] ?? "";
    // The last text ends the message; the variable part before it may contain it.
    const end = name + 2 < parts.length ? message.indexOf(text, at + 1) : message.length - text.length;
    if (end <= at || message.slice(end, end + text.length) !== text) return undefined;
    found[parts[name] ?? ""] = message.slice(at, end);
    at = end + text.length;
  }
  return found;
}

/**
 * For services that only have messages: the row whose message was received. `<name>` in a row's message stands for a variable part, which the
 * row's details reader finds under that name.
 * The time is linear in the length of the message, whatever it contains.
 */
export function byMessage(rows: Rows): FindCode {
  const exact = new Map<unknown, FoundCode>();
  const patterns: { readonly code: string; readonly parts: readonly string[] }[] = [];
  for (const [code, { message }] of Object.entries(rows)) {
    const parts = partsOf(message);
    if (parts[1]) patterns.push({ code, parts });
    else if (message) exact.set(message, { code, codeFrom: "message" });
  }
  return ({ message, details }) => {
    // First, because the few slices that they compare take less time than looking up the whole message. No row's message may read like another's pattern.
    for (const { code, parts } of patterns) {
      const variables = typeof message === "string" && readVariables(message, parts);
      if (variables) return { code, codeFrom: "message", details: details ? { ...details, ...variables } : variables };
    }
    return exact.get(message);
  };
}
