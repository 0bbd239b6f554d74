import type { Rows } from "./codes.js";
import { isObject } from "./json.js";
import type { Parts } from "./parts.js";

/** What finding a code adds to what is known of a failure. */
export type FoundCode = Pick<Parts, "code" | "codeFrom" | "details">;

/** Finds the service's code for a failure; undefined if it has none. */
export type FindCode = (parts: Parts) => FoundCode | undefined;

/** For services that send codes: the received code, if it is exactly one of the rows. */
export function byWireCode(rows: Rows): FindCode {
  const found = new Map<unknown, FoundCode>(Object.keys(rows).map((code) => [code, { code, codeFrom: "wire" }]));
  return ({ receivedCode }) => found.get(receivedCode);
}

/** For services whose responses have no code: the row with the response's status. Rows with a `message` are skipped. */
export function byStatus(rows: Rows): FindCode {
  const found = new Map<unknown, FoundCode>();
  for (const [code, { status, message }] of Object.entries(rows)) if (status && !message) found.set(status, { code, codeFrom: "status" });
  return ({ status }) => found.get(status);
}

/** A variable part of a row's message, and the fixed text behind it. */
interface Variable {
  readonly name: string;
  readonly after: string;
}

/** A row's message with variable parts: `<name> is unknown`. */
interface MessagePattern {
  readonly start: string;
  readonly variables: readonly Variable[];
}

function patternOf(message: string): MessagePattern {
  const [start = "", ...texts] = message.split(/<\w+>/);
  const names = [...message.matchAll(/<(\w+)>/g)].map(([, name = ""]) => name);
  return { start, variables: names.map((name, at) => ({ name, after: texts[at] ?? "" })) };
}

/** The names of the variable parts of a row's message, in order. */
export function parameterNames(message = ""): string[] {
  return patternOf(message).variables.map(({ name }) => name);
}

/** The variable parts of a message, by name; undefined where its fixed parts are others. No variable part is empty. */
function readVariables(message: string, { start, variables }: MessagePattern): Readonly<Record<string, string>> | undefined {
  // Slices are compared, because startsWith and endsWith take ten times as long.
  if (message.slice(0, start.length) !== start) return undefined;
  const found: Record<string, string> = {};
  let at = start.length;
  for (const [index, { name, after }] of variables.entries()) {
    // The last text ends the message; the variable part before it may contain it.
    const isLast = index === variables.length - 1;
    const end = isLast ? message.length - after.length : message.indexOf(after, at + 1);
    if (end <= at || message.slice(end, end + after.length) !== after) return undefined;
    found[name] = message.slice(at, end);
    at = end + after.length;
  }
  return found;
}

/**
 * For services that only send messages: the row whose message was received. `<name>` in a row's message stands for a variable part, which the row's
 * details reader gets under that name. Takes time linear in the length of the message.
 */
export function byMessage(rows: Rows): FindCode {
  const exact = new Map<string, FoundCode>();
  const patterns: (readonly [code: string, pattern: MessagePattern])[] = [];
  for (const [code, { message }] of Object.entries(rows)) {
    if (message === undefined) continue;
    const pattern = patternOf(message);
    if (pattern.variables.length > 0) patterns.push([code, pattern]);
    else exact.set(message, { code, codeFrom: "message" });
  }
  return ({ message, details }) => {
    if (message === undefined) return undefined;
    // First, because the few slices that they compare take less time than looking up the whole message. No row's message may read like another's pattern.
    for (const [code, pattern] of patterns) {
      const variables = readVariables(message, pattern);
      if (variables) return { code, codeFrom: "message", details: isObject(details) ? { ...details, ...variables } : variables };
    }
    return exact.get(message);
  };
}
