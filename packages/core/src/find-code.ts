import type { CodeRow } from "./codes.js";
import type { Parts } from "./envelope.js";
import { cleanLine } from "./text.js";

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
  const codes = new Map<number | undefined, string>();
  for (const [code, row] of Object.entries(rows)) {
    if (row.status !== undefined && row.message === undefined) codes.set(row.status, code);
  }
  return ({ status }) => {
    const code = codes.get(status);
    return code === undefined ? undefined : { code, codeFrom: "status" };
  };
}

const PARAMETER = /<(\w+)>/;

/** The names of the variable parts of a row's message, in order. */
export function parameterNames(message = ""): string[] {
  return message.split(PARAMETER).filter((_, at) => at % 2 === 1);
}

/**
 * For services that only have messages: the row whose message was received. `<name>` in a row's message stands for a variable part, which the
 * row's details reader finds under that name.
 * Plain string searches, so the time is linear in the length of the message whatever it contains.
 */
export function byMessage(rows: Rows): FindCode {
  const exact = new Map<string, string>();
  const patterns: { code: string; texts: string[]; names: string[] }[] = [];
  for (const [code, { message }] of Object.entries(rows)) {
    if (message === undefined) continue;
    const names = parameterNames(message);
    if (names.length === 0) exact.set(message, code);
    else patterns.push({ code, names, texts: message.split(PARAMETER).filter((_, at) => at % 2 === 0) });
  }
  return ({ message, details }) => {
    if (typeof message !== "string") return undefined;
    const code = exact.get(message);
    if (code !== undefined) return { code, codeFrom: "message" };
    for (const { code, texts, names } of patterns) {
      const values = variableParts(message, texts);
      const parameters = values && Object.fromEntries(names.map((name, at) => [name, cleanLine(values[at])]));
      if (parameters) return { code, codeFrom: "message", details: { ...(details as object), ...parameters } };
    }
    return undefined;
  };
}

/** What stands between the fixed texts of a message; undefined where they are not all there in order, or nothing is between two of them. */
function variableParts(message: string, texts: readonly string[]): string[] | undefined {
  const [first = "", ...others] = texts;
  const last = others.pop() ?? "";
  if (!message.startsWith(first) || !message.endsWith(last)) return undefined;
  const values: string[] = [];
  let from = first.length;
  for (const text of others) {
    const at = message.indexOf(text, from);
    if (at <= from) return undefined;
    values.push(message.slice(from, at));
    from = at + text.length;
  }
  const end = message.length - last.length;
  if (end <= from) return undefined;
  values.push(message.slice(from, end));
  return values;
}
