import { CODE_SOURCES, type ErrorJson, JSON_FIELDS, UNRECOGNIZED } from "./error.js";
import { errorNameOf } from "./error-name.js";
import { issuesOfList } from "./issues.js";
import { copyJson, includesAll, isObject } from "./json.js";
import { kindOf } from "./kinds.js";
import { numberOf } from "./numbers.js";
import type { Parts } from "./parts.js";
import { rateLimitOf } from "./rate-limit.js";

/** One level more than details have, which is how deep they stand in an error. */
const DEPTH = 33;

type Members = Readonly<Record<string, unknown>>;

const isText = (value: unknown): value is string => typeof value === "string";
const textOrNothing = (value: unknown): string | undefined => (isText(value) ? value : undefined);

/** Our fields of a value from outside, as plain data. What frameworks and loggers add beside them is not looked at. Null counts as absent, because some stores write it for that. */
function fieldsIn(value: object): Members {
  const given = value as Members;
  return Object.fromEntries(JSON_FIELDS.map((field) => [field, copyJson(given[field], DEPTH) ?? undefined]));
}

/** Whether a value has the types of retry advice. Which policy it names does not count: that of a code comes from the installed row. */
function isRetryAdvice(value: unknown): value is Members {
  if (!isObject(value)) return false;
  const { policy, afterMs, idempotentOnly, source } = value;
  const isWait = (afterMs ?? undefined) === undefined || (typeof afterMs === "number" && numberOf(afterMs) === afterMs);
  return isText(policy) && isWait && typeof idempotentOnly === "boolean" && isText(source);
}

/** An error's JSON, with what an error of the installed version is made of. */
export interface WrittenError {
  readonly json: Members;
  readonly parts: Parts;
}

/**
 * Reads an error's JSON, written by this version or another one. A code that the installed version does not have comes out as `UNRECOGNIZED` with
 * `receivedCode`. Undefined where it is another service's, or no error's at all.
 * @param isKnown whether the installed version has a code.
 */
export function readJson(service: string, value: unknown, isKnown: (code: string) => boolean): WrittenError | undefined {
  if (!isObject(value)) return undefined;
  const json = fieldsIn(value);
  const { code, kind, codeFrom, retry, rateLimit } = json;
  if (json["service"] !== service || json["name"] !== errorNameOf(service) || !isText(code) || json["id"] !== `${service}/${code}`)
    return undefined;
  const source = CODE_SOURCES.find((one) => one === codeFrom);
  if (!isText(kind) || !source || !isRetryAdvice(retry)) return undefined;
  const isRow = isKnown(code);
  const receivedCode = textOrNothing(json["receivedCode"]);
  return {
    json,
    parts: {
      status: numberOf(json["status"]),
      code: isRow ? code : UNRECOGNIZED,
      codeFrom: source,
      kind: isRow ? undefined : kindOf(kind),
      receivedCode: isRow || code === UNRECOGNIZED ? receivedCode : (receivedCode ?? code),
      message: textOrNothing(json["message"]),
      details: json["details"],
      issues: issuesOfList(json["issues"]),
      requestId: textOrNothing(json["requestId"]),
      afterMs: numberOf(retry["afterMs"]),
      rateLimit: isObject(rateLimit)
        ? rateLimitOf({ limit: rateLimit["limit"], remaining: rateLimit["remaining"], resetAt: rateLimit["resetAt"] })
        : undefined,
    },
  };
}

/**
 * Whether the fields that were made of an error's JSON are those that it has: a field of the wrong type came out different. The kind and the retry
 * policy may differ, since those of the installed version count.
 */
export function isAsWritten({ json, parts }: WrittenError, fields: ErrorJson): boolean {
  const { message, status, details, issues, requestId, rateLimit, receivedCode } = fields;
  const given = { ...json, receivedCode: json["receivedCode"] ?? parts.receivedCode };
  return includesAll(given, { message, status, details, issues, requestId, rateLimit, receivedCode });
}
