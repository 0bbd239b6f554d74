import { type CodeEntry, type DetailsReader, type Rows, entryOf } from "./codes.js";
import { type ErrorJson, UNRECOGNIZED } from "./error.js";
import { errorNameOf } from "./error-name.js";
import type { FindCode } from "./find-code.js";
import { summaryOf } from "./issues.js";
import { lazily } from "./lazily.js";
import { numberOf } from "./numbers.js";
import type { Parts } from "./parts.js";
import { cleanLine } from "./text.js";

/** What is needed to make a service's errors. */
export interface ErrorRules {
  readonly name: string;
  /** A Map, because it inherits nothing and does not coerce its keys. */
  readonly entries: () => ReadonlyMap<unknown, CodeEntry>;
  readonly findCode: (rows: Rows) => FindCode;
  readonly rows: Rows;
  /** Reads the details of codes whose row has no reader of its own. */
  readonly details: DetailsReader;
}

/** The message of a failure without one. */
function standIn(parts: Parts, code: string | undefined, status: number | undefined): string {
  const said = parts.receivedCode ?? code ?? "No readable error";
  // Platforms have 0 where there is none.
  return status === undefined || status === 0 ? said : `${said} (HTTP ${status})`;
}

/**
 * Makes the function that builds an error's fields from what is known about a failure. Whatever the parts contain, every text is clean and every
 * number finite: they come from the wire, or from what somebody stored as an error's JSON.
 */
export function errorFieldsOf(rules: ErrorRules): (parts: Parts) => ErrorJson {
  const service = rules.name;
  const name = errorNameOf(service);
  const findCode = lazily(() => rules.findCode(rules.rows));

  return (parts) => {
    const found = parts.code === undefined ? findCode()(parts) : parts;
    const known = rules.entries().get(found?.code);
    const code = found?.code !== undefined && known ? found.code : UNRECOGNIZED;
    const status = numberOf(parts.status);
    const entry = known ?? entryOf({ ...(status !== undefined && { status }), ...(parts.kind && { kind: parts.kind }) });
    const receivedCode = cleanLine(parts.receivedCode);
    const issues = parts.issues ?? [];
    return {
      name,
      message: cleanLine(parts.message) ?? cleanLine(summaryOf(issues) ?? standIn(parts, found?.code, status)) ?? code,
      service,
      code,
      id: `${service}/${code}`,
      kind: entry.kind,
      status,
      receivedCode,
      codeFrom: found?.codeFrom ?? (receivedCode === undefined ? "status" : "wire"),
      details: (entry.details ?? rules.details)(found?.details ?? parts.details, parts),
      issues,
      requestId: cleanLine(parts.requestId),
      retry: { policy: entry.retry, afterMs: numberOf(parts.afterMs), idempotentOnly: entry.idempotentOnly, source: entry.source },
      rateLimit: parts.rateLimit,
    };
  };
}
