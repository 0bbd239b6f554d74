import { type FieldIssue, UNRECOGNIZED } from "@scai-errors/core";
import { type Explanation, explanationOf } from "../explain/find.js";
import { retryInWords } from "../explain/words.js";
import { documented } from "../services.js";
import { type Terminal, table } from "../terminal.js";
import type { Reading } from "./reading.js";

/** What is known of a reading's code; undefined where it is none that the installed packages have. */
function explanationFor({ service, code }: Reading): Explanation | undefined {
  const owner = documented.find((one) => one.service.name === service);
  return owner && code !== undefined ? explanationOf(owner, code) : undefined;
}

function pathOf({ in: part, path }: FieldIssue): string {
  return path.join(".") || part || "the request";
}

/** One failure, for people: what the answer said, then what it means and what to do. */
export function readingText(reading: Reading, terminal: Terminal): string {
  const { id, service, code, receivedCode, status, kind, message, requestId, retry, issues } = reading;
  const known = explanationFor(reading);
  const head = id ?? (status === undefined ? kind : `HTTP ${status}`);
  const facts = [id === undefined ? [] : (status ?? []), kind].flat().join(" · ");
  const rows = table(
    [
      ["Message", message],
      ...issues.map((issue): [string, string] => ["Field", `${pathOf(issue)}: ${issue.message}`]),
      ["Code", code === UNRECOGNIZED ? unrecognizedText(receivedCode) : undefined],
      ["Request", requestId === undefined ? undefined : `${requestId} (quote it to support)`],
      ["Wait", retry.afterMs === undefined ? undefined : `${retry.afterMs / 1000} s, says the answer`],
      ["Meaning", known?.docs.meaning],
      ["Cause", known?.docs.cause],
      ["Fix", known?.docs.fix],
      ["Retry", retryInWords(service, { retry: retry.policy, idempotentOnly: retry.idempotentOnly, source: retry.source })],
    ],
    terminal,
  );
  const more = known ? `\n${terminal.dim("More".padEnd(9))}${terminal.link(known.address)}` : "";
  return `${terminal.bold(head)}  ${terminal.dim(facts)}\n${rows}${more}\n`;
}

function unrecognizedText(receivedCode: string | undefined): string {
  return receivedCode === undefined
    ? "None that can be read; the rest follows from the status."
    : `${receivedCode}, which the installed package does not have; the rest follows from the status.`;
}

/** One failure, for machines. */
export function readingJson(reading: Reading): object {
  const known = explanationFor(reading);
  const { meaning, cause, fix, origin } = known?.docs ?? {};
  return { ...reading, meaning, cause, fix, origin, address: known?.address };
}
