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

/** The names of the variable parts of a row's message, in order. */
export function parameterNames(message = ""): string[] {
  return message.split(/<(\w+)>/).filter((_, at) => at % 2 === 1);
}

/**
 * For services that only have messages: the row whose message was received. `<name>` in a row's message stands for a variable part, which the
 * row's details reader finds under that name.
 * The time is linear in the length of the message whatever it contains, as long as no row has more than two variable parts.
 */
export function byMessage(rows: Rows): FindCode {
  const exact = new Map<unknown, FoundCode>();
  const patterns: { readonly code: string; readonly pattern: RegExp }[] = [];
  for (const [code, { message }] of Object.entries(rows)) {
    // What is no word is escaped, then the names become groups.
    const source = message?.replace(/[^\w <>]/g, "\\$&").replace(/<(\w+)>/g, "(?<$1>.+?)");
    if (source?.includes("<")) patterns.push({ code, pattern: new RegExp(`^${source}$`, "s") });
    else exact.set(message, { code, codeFrom: "message" });
  }
  exact.delete(undefined);
  return ({ message, details }) => {
    const found = exact.get(message);
    if (found || typeof message !== "string") return found;
    for (const { code, pattern } of patterns) {
      const { groups } = pattern.exec(message) ?? {};
      if (groups) return { code, codeFrom: "message", details: { ...(details as object), ...groups } };
    }
    return undefined;
  };
}
