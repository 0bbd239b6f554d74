import type { ErrorJson, Service, ServiceError } from "@scai-errors/core";
import { isDeepStrictEqual } from "node:util";

const KINDS = [
  "cancelled",
  "unknown",
  "invalid_argument",
  "deadline_exceeded",
  "not_found",
  "already_exists",
  "permission_denied",
  "rate_limited",
  "quota_exceeded",
  "failed_precondition",
  "aborted",
  "out_of_range",
  "unimplemented",
  "internal",
  "unavailable",
  "data_loss",
  "unauthenticated",
];
const POLICIES = ["never", "once", "backoff", "after_change"];
const CODE_SOURCES = ["wire", "message", "status", "close", "download"];
const PARTS = [undefined, "body", "query", "path", "header", "cookie"];
const FIELDS = [
  "name",
  "message",
  "service",
  "code",
  "id",
  "kind",
  "status",
  "receivedCode",
  "codeFrom",
  "details",
  "issues",
  "requestId",
  "retry",
  "rateLimit",
];
const MOST_LEVELS = 34;

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** Whether a text is one line that changes no terminal and hides nothing, at most 1 kB. */
export function isCleanLine(value: unknown): value is string {
  return (
    typeof value === "string" &&
    value !== "" &&
    byteLength(value) <= 1024 &&
    !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(value) &&
    value === value.trim()
  );
}

function isCleanOrAbsent(value: unknown): boolean {
  return value === undefined || isCleanLine(value);
}

function isSafeNumberOrAbsent(value: unknown): boolean {
  return value === undefined || (typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER);
}

/** Levels of nesting, counted without recursion up to where the answer is clear. */
function levelsOf(value: unknown): number {
  let level: unknown[] = [value];
  for (let depth = 0; ; depth++) {
    level = level.filter((one) => typeof one === "object" && one !== null).flatMap((one) => Object.values(one as Record<string, unknown>));
    if (level.length === 0 || depth > MOST_LEVELS) return depth;
  }
}

/** What is wrong with the types of an error's fields, as sentences; empty where each is what its declaration says. */
function typeProblems(error: ServiceError, service: Service): string[] {
  const { codes, name: serviceName } = service;
  const entry = Object.hasOwn(codes, error.code) ? codes[error.code] : undefined;
  const { retry, rateLimit, issues } = error;
  const checks: Record<string, boolean> = {
    "name is not the class's": error.name === `${serviceName.charAt(0).toUpperCase()}${serviceName.slice(1)}Error`,
    "service is not the service's name": error.service === serviceName,
    "code is not in the vocabulary": entry !== undefined || error.code === "UNRECOGNIZED",
    "id is not service/code": error.id === `${serviceName}/${error.code}`,
    "kind is not one of the kinds": KINDS.includes(error.kind),
    "kind is not the kind of the code": !entry || error.kind === entry.kind,
    "status is not a status": error.status === undefined || (Number.isInteger(error.status) && error.status >= 0 && error.status < 1000),
    "receivedCode is not clean": isCleanOrAbsent(error.receivedCode),
    "codeFrom is not one of its values": CODE_SOURCES.includes(error.codeFrom),
    "codeFrom says wire and the wire had no code": error.codeFrom !== "wire" || error.receivedCode !== undefined,
    "codeFrom says message and the code has none": error.codeFrom !== "message" || entry?.message !== undefined,
    "codeFrom says status and the code has another": error.codeFrom !== "status" || !entry || entry.status === error.status,
    "message is not one clean line": isCleanLine(error.message),
    "requestId is not clean": isCleanOrAbsent(error.requestId),
    "details are too deep": levelsOf(error.details) <= MOST_LEVELS,
    "issues are no list of at most 100": Array.isArray(issues) && issues.length <= 100,
    "retry.policy is not one of its values": POLICIES.includes(retry.policy),
    "retry is not the advice of the code": !entry || (retry.policy === entry.retry && retry.source === entry.source),
    "retry.afterMs is not a safe number": isSafeNumberOrAbsent(retry.afterMs),
    "retry.idempotentOnly is no boolean": typeof retry.idempotentOnly === "boolean",
    "retry.source is not one of its values": ["documented", "status"].includes(retry.source),
    "rateLimit has a member that is no safe number": Object.values(rateLimit ?? {}).every(isSafeNumberOrAbsent),
    "rateLimit has other members": !rateLimit || isDeepStrictEqual(Object.keys(rateLimit).sort(), ["limit", "remaining", "resetAt"]),
    "excerpt is longer than 2 kB": error.excerpt === undefined || byteLength(error.excerpt) <= 2048,
    "toJSON has other fields": Object.keys(error.toJSON()).every((field) => FIELDS.includes(field)),
  };
  for (const [at, issue] of issues.entries()) {
    checks[`issues[${at}].in is not one of its values`] = PARTS.includes(issue.in);
    checks[`issues[${at}].message is not clean`] = isCleanLine(issue.message);
    checks[`issues[${at}].type is not clean`] = isCleanOrAbsent(issue.type);
    checks[`issues[${at}].path has a step that is neither clean text nor a number`] =
      Array.isArray(issue.path) &&
      issue.path.length <= 32 &&
      issue.path.every((step) => (typeof step === "number" ? Number.isFinite(step) : isCleanLine(step)));
  }
  return Object.entries(checks).flatMap(([problem, holds]) => (holds ? [] : [problem]));
}

const untouched = [Object.prototype, Array.prototype, Error.prototype, Function.prototype].map((prototype) => ({
  prototype,
  keys: Reflect.ownKeys(prototype),
}));

/** Builtin prototypes that have more or fewer members than when this module was loaded. */
export function pollution(): string[] {
  return untouched.flatMap(({ prototype, keys }) =>
    isDeepStrictEqual(Reflect.ownKeys(prototype), keys) ? [] : [`${prototype.constructor.name}.prototype has been changed`],
  );
}

/** JSON as it arrives on the other side, where members that are undefined are absent. */
function overTheWire(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

/** Everything that has to hold for any error that any service makes of any answer, as sentences; empty where all does. */
export function problemsOf(value: unknown, service: Service, status?: number): string[] {
  if (!service.is(value)) return [`the result is no error of ${service.name}`];
  const problems = [...typeProblems(value, service), ...pollution()];
  if (value.status !== status) problems.push(`the status is ${value.status} and has to be ${status}`);
  const plain: ErrorJson = service.decode({ status: 500 });
  if (Object.getPrototypeOf(value) !== Object.getPrototypeOf(plain)) problems.push("the prototype is not the class's");
  if (!isDeepStrictEqual(Object.keys(value), Object.keys(plain))) problems.push("there are own properties that no other error has");
  try {
    const json = overTheWire(value);
    const again = service.fromJSON(json);
    if (!again) problems.push("fromJSON refuses the error's own JSON");
    else if (!isDeepStrictEqual(overTheWire(again), json)) problems.push("fromJSON makes another error of the error's own JSON");
    if (!isDeepStrictEqual(overTheWire(structuredClone(value.toJSON())), json)) problems.push("structuredClone changes the error's JSON");
  } catch (error) {
    problems.push(`the error cannot be carried as JSON or cloned: ${error instanceof Error ? error.message : "a value was thrown"}`);
  }
  return problems;
}
