import { CODE_SOURCES, type ErrorJson, JSON_FIELDS, UNRECOGNIZED } from "./error.js";
import { errorNameOf } from "./error-name.js";
import { REQUEST_PARTS, issuesOfList } from "./issues.js";
import { copyJson, includesAll, isObject } from "./json.js";
import { kindOf } from "./kinds.js";
import { numberOf } from "./numbers.js";
import type { Parts } from "./parts.js";
import { rateLimitOf } from "./rate-limit.js";
import { cleanLine } from "./text.js";

/** One level more than details have, which is how deep they stand in an error. */
const DEPTH = 33;

type Members = Readonly<Record<string, unknown>>;

const isText = (value: unknown): value is string => typeof value === "string";

/** An issue without the part of the request that it names, where that is a word which only a newer version has. */
function withoutNewerPart(issue: unknown): unknown {
  if (!isObject(issue) || !isText(issue["in"])) return issue;
  return REQUEST_PARTS.some((part) => part === issue["in"]) ? issue : { ...issue, in: undefined };
}

/**
 * Our fields of a value from outside, as plain data with null for what is absent, because some stores write it for that. What frameworks and loggers add beside
 * them is not looked at. Undefined where one of them is what JSON cannot hold.
 */
function fieldsIn(value: object): Members | undefined {
  const given = value as Members;
  const fields: Members = Object.fromEntries(JSON_FIELDS.map((field) => [field, copyJson(given[field] ?? null, DEPTH)]));
  if (Object.values(fields).includes(undefined)) return undefined;
  const { issues } = fields;
  return Array.isArray(issues) ? { ...fields, issues: issues.map(withoutNewerPart) } : fields;
}

/** Whether a value has the types of retry advice. Which policy it names does not count: that of a code comes from the installed row. */
function isRetryAdvice(value: unknown): value is Members {
  if (!isObject(value)) return false;
  const { policy, afterMs, idempotentOnly, source } = value;
  const isWait = (afterMs ?? null) === null || (typeof afterMs === "number" && numberOf(afterMs) === afterMs);
  return isText(policy) && isWait && typeof idempotentOnly === "boolean" && isText(source);
}

/** An error's JSON, with what an error of the installed version is made of. */
export interface WrittenError {
  readonly json: Members;
  readonly parts: Parts & { readonly code: string; readonly message: string };
  /** Whether the installed version has its code. */
  readonly isKnown: boolean;
}

/** The fields of an error's JSON, read. Throws where the value cannot be looked at. */
function read(service: string, value: unknown, isKnown: (code: string) => boolean): WrittenError | undefined {
  if (!isObject(value)) return undefined;
  const json = fieldsIn(value);
  if (!json) return undefined;
  const { code, kind, codeFrom, retry, rateLimit } = json;
  if (json["service"] !== service || json["name"] !== errorNameOf(service) || !isText(code) || json["id"] !== `${service}/${code}`)
    return undefined;
  const message = cleanLine(json["message"]);
  if (message === undefined || !isText(kind) || !isText(codeFrom) || !isRetryAdvice(retry)) return undefined;
  const fields = {
    message,
    status: numberOf(json["status"]),
    receivedCode: cleanLine(json["receivedCode"]),
    issues: issuesOfList(json["issues"]),
    requestId: cleanLine(json["requestId"]),
    rateLimit: isObject(rateLimit)
      ? rateLimitOf({ limit: rateLimit["limit"], remaining: rateLimit["remaining"], resetAt: rateLimit["resetAt"] })
      : undefined,
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
 * Reads an error's JSON, written by this version or another one. A code that the installed version does not have comes out as `UNRECOGNIZED` with
 * `receivedCode`, and a word that it does not have (a kind, a policy, how the code was found, a part of the request) as the one that it has without it. Undefined
 * where it is another service's, no error's at all, or where a field has the wrong type; the details are for {@link hasItsDetails}.
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
 * Whether the details that were made of an error's JSON are those that it has. Of a code that the installed version does not have, nobody knows
 * what its details are: they are what the service's reader for such codes makes of them.
 */
export function hasItsDetails({ json, isKnown }: WrittenError, { details }: ErrorJson): boolean {
  return !isKnown || includesAll(json["details"], details);
}
