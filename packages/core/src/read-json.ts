import { CODE_SOURCES, type ErrorJson, JSON_FIELDS, UNRECOGNIZED } from "./error.js";
import { errorNameOf } from "./error-name.js";
import { REQUEST_PARTS, issuesOfList } from "./issues.js";
import { copyJson, includesAll, isObject } from "./json.js";
import { kindOf } from "./kinds.js";
import { memberOf } from "./member-of.js";
import { numberOf } from "./numbers.js";
import type { Parts } from "./parts.js";
import { rateLimitOf } from "./rate-limit.js";
import { cleanLine } from "./text.js";

/** One level more than details have, because details are one level deep in an error. */
const DEPTH = 33;

type Members = Readonly<Record<string, unknown>>;

const isText = (value: unknown): value is string => typeof value === "string";

/** An issue without its `in`, if that is a word that only a newer version knows. */
function withoutNewerPart(issue: unknown): unknown {
  return isObject(issue) && isText(issue["in"]) ? { ...issue, in: REQUEST_PARTS.find((part) => part === issue["in"]) } : issue;
}

/**
 * Our fields of a value from outside, as plain data. Null counts as absent, because some stores write it for that. Members that frameworks and
 * loggers add are not read. Undefined if one of the fields has a value that JSON cannot hold.
 */
function fieldsIn(given: Members): Members | undefined {
  const fields: Members = Object.fromEntries(JSON_FIELDS.map((field) => [field, copyJson(given[field] ?? null, DEPTH)]));
  if (Object.values(fields).includes(undefined)) return undefined;
  const { issues } = fields;
  return Array.isArray(issues) ? { ...fields, issues: issues.map(withoutNewerPart) } : fields;
}

/** Whether a value has the types of retry advice. Its policy does not count: that of a code comes from the installed row. */
function isRetryAdvice(value: unknown): value is Members {
  if (!isObject(value)) return false;
  const { policy, afterMs, idempotentOnly, source } = value;
  const isWait = (afterMs ?? null) === null || numberOf(afterMs) === afterMs;
  return isText(policy) && isWait && typeof idempotentOnly === "boolean" && isText(source);
}

/** An error's JSON, with what is needed to make an error of the installed version. */
export interface WrittenError {
  readonly json: Members;
  readonly parts: Parts & { readonly code: string; readonly message: string };
  /** Whether the installed version has its code. */
  readonly isKnown: boolean;
}

/** Whether a value claims to be the JSON of an error of any service. */
export function isErrorJson(value: unknown): value is Members {
  const [name, service, code, id] = ["name", "service", "code", "id"].map((member) => memberOf(value, member));
  return isText(service) && isText(code) && name === errorNameOf(service) && id === `${service}/${code}`;
}

/** Reads the fields of an error's JSON. Throws if one of them cannot be read. */
function read(service: string, value: unknown, isKnown: (code: string) => boolean): WrittenError | undefined {
  // Before anything of it is copied.
  if (!isErrorJson(value) || value["service"] !== service) return undefined;
  const json = fieldsIn(value);
  if (!json) return undefined;
  const { code, kind, codeFrom, retry } = json;
  const message = cleanLine(json["message"]);
  if (!isText(code) || message === undefined || !isText(kind) || !isText(codeFrom) || !isRetryAdvice(retry)) return undefined;
  const { limit, remaining, resetAt } = Object(json["rateLimit"]) as Members;
  const fields = {
    message,
    status: numberOf(json["status"]),
    receivedCode: cleanLine(json["receivedCode"]),
    // What once was an issue stays one, whatever a newer version takes for a sentence.
    issues: issuesOfList(json["issues"], cleanLine),
    requestId: cleanLine(json["requestId"]),
    rateLimit: rateLimitOf({ limit, remaining, resetAt }),
  };
  // A field of the wrong type came out different.
  if (!includesAll(json, { ...fields, issues: fields.issues ?? [] })) return undefined;
  const isRow = isKnown(code);
  return {
    json,
    isKnown: isRow,
    parts: {
      ...fields,
      code: isRow ? code : UNRECOGNIZED,
      codeFrom: CODE_SOURCES.find((source) => source === codeFrom),
      kind: isRow ? undefined : kindOf(kind),
      receivedCode: isRow || code === UNRECOGNIZED ? fields.receivedCode : (fields.receivedCode ?? code),
      details: json["details"] ?? undefined,
      afterMs: numberOf(retry["afterMs"]),
    },
  };
}

/**
 * Reads an error's JSON, written by this version or another one. A code that the installed version does not have becomes `UNRECOGNIZED` with
 * `receivedCode`. Any other unknown word is left out: a kind, how the code was found, a part of the request. Undefined if it belongs to another
 * service, is no error's JSON, or has a field of the wrong type; {@link hasItsDetails} checks the details.
 * @param isKnown whether the installed version has a code.
 */
export function readJson(service: string, value: unknown, isKnown: (code: string) => boolean): WrittenError | undefined {
  try {
    return read(service, value, isKnown);
  } catch {
    return undefined;
  }
}

/**
 * Whether the details that were made from an error's JSON are those in the JSON. For a code that the installed version does not have, nobody knows
 * its details: they are what the service's reader for such codes makes of them.
 */
export function hasItsDetails({ json, isKnown }: WrittenError, { details }: ErrorJson): boolean {
  return !isKnown || includesAll(json["details"], details);
}
