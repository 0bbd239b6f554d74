import { errorNameOf } from "@scai-errors/core";
import { documented } from "./services.js";

/** What stands of an error of ours where a program printed it: its String(), or what console.log() makes of it. */
export interface PrintedError {
  readonly service: string;
  readonly code: string;
  readonly message?: string | undefined;
  readonly status?: number | undefined;
  readonly receivedCode?: string | undefined;
  readonly requestId?: string | undefined;
  readonly afterMs?: number | undefined;
}

/** Where an error of ours may be printed, to search a text for; nothing in it repeats, so that the search takes linear time. */
export const PRINTED = /Error \[\w|\bid: ["']/;

/** `ScaigridError [RATE_LIMITED]: Slow down` */
const LINE = /\b(?<name>[a-z]\w{0,63}Error) \[(?<code>\w{1,64})\]: (?<message>[^\r\n]*)/i;

/** `id: 'scaigrid/RATE_LIMITED',` among the fields that console.log() prints; Bun and Deno take the other quotes. */
const FIELD = /\bid: (?<quote>["'])(?<service>[\w-]{1,64})\/(?<code>\w{1,64})\k<quote>/;

/** A text that begins with the error itself, not with a time or a word of whoever printed it. */
const BEGINS = /^\s*(?:Uncaught )?(?:[A-Z]\w{0,63}Error(?: \[\w{1,64}\])?: |(?:service|code|id): ["'])/;

/** The error of ours that is printed in a line; undefined where there is none. */
export function printedErrorIn(line: string): PrintedError | undefined {
  return inOneLine(line) ?? byField(line);
}

/** The error of ours that a text is, with what else was printed of it; undefined where the text is anything else, or holds another one. */
export function printedErrorOf(text: string): PrintedError | undefined {
  if (!BEGINS.test(text)) return undefined;
  const [error, another] = printedErrorsIn(text);
  if (!error || another) return undefined;
  const field = (pattern: RegExp): string | undefined => pattern.exec(text)?.[1];
  const [status, afterMs] = [field(/\bstatus: (\d{3})\b/), field(/\bafterMs: (\d{1,12})\b/)];
  return {
    ...error,
    message: error.message ?? field(/^\s*(?:Uncaught )?\w+Error: ([^\r\n]*)/),
    status: status === undefined ? undefined : Number(status),
    afterMs: afterMs === undefined ? undefined : Number(afterMs),
    receivedCode: field(/\breceivedCode: ["'](\w{1,64})["']/),
    requestId: field(/\brequestId: ["']([^"'\r\n]{1,200})["']/),
  };
}

/** The errors of ours that are printed in a text, one a line at most. */
export function printedErrorsIn(text: string): readonly PrintedError[] {
  return text.split("\n").flatMap((line) => (PRINTED.test(line) ? (printedErrorIn(line) ?? []) : []));
}

function inOneLine(line: string): PrintedError | undefined {
  const { name = "", code = "", message } = LINE.exec(line)?.groups ?? {};
  const found = documented.find(({ service }) => errorNameOf(service.name).toLowerCase() === name.toLowerCase());
  return found && { service: found.service.name, code, message };
}

function byField(line: string): PrintedError | undefined {
  const { service = "", code = "" } = FIELD.exec(line)?.groups ?? {};
  return documented.some((one) => one.service.name === service) ? { service, code } : undefined;
}
