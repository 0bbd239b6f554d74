import type { CodeRow } from "./codes.js";
import type { Parts } from "./envelope.js";

/** What finding a code adds to what is known of a failure. */
export type FoundCode = Pick<Parts, "code" | "codeFrom" | "details">;

/** Finds the code of a failure among a service's own, from what the answer says; undefined where it is none of them. */
export type FindCode = (parts: Parts) => FoundCode | undefined;

type Rows = Readonly<Record<string, CodeRow>>;

/** For services that send codes: the received code, if it is exactly one of the rows. */
export function byWireCode(rows: Rows): FindCode {
  return ({ receivedCode: code }) => (typeof code === "string" && Object.hasOwn(rows, code) ? { code, codeFrom: "wire" } : undefined);
}

/** For services whose answers have no code: the row of the answer's status. A row with a message of its own is no status row. */
export function byStatus(rows: Rows): FindCode {
  const entries = Object.entries(rows).filter(([, { status, message }]) => status && !message);
  return ({ status }) => {
    const [code] = entries.find(([, row]) => row.status === status) ?? [];
    return code ? { code, codeFrom: "status" } : undefined;
  };
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
  const patterns = Object.entries(rows).flatMap(([code, { message }]) => {
    // What is no word is escaped, then the names become groups.
    const source = message?.replace(/[^\w <>]/g, "\\$&").replace(/<(\w+)>/g, "(?<$1>.+?)");
    return source ? [{ code, pattern: new RegExp(`^${source}$`, "s") }] : [];
  });
  return ({ message, details }) => {
    for (const { code, pattern } of patterns) {
      const match = typeof message === "string" && pattern.exec(message);
      if (match) return { code, codeFrom: "message", details: match.groups ? { ...(details as object), ...match.groups } : details };
    }
    return undefined;
  };
}
