import { type CodeEntry, type FieldIssue, type Service, statusOfKind, writeBody } from "@scai-errors/core";
import { wrongNumber } from "./in-words.js";
import type { AnswerOverrides } from "./overrides.js";
import { assertAnswered } from "./reporting.js";
import { type CodeOf, codeOnTheWire, entryOf } from "./vocabulary.js";

/** A response as it goes over the wire. `new Response(sent.body, sent)` turns it into a `Response`, and `service.decode(sent)` into an error. */
export interface WireAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Statuses whose answers have no body, so that they report nothing: `Response` takes none for them, and HTTP sends none. */
const WITHOUT_BODY: readonly number[] = [204, 205, 304];

const MISSING_FIELD: readonly FieldIssue[] = [{ in: "body", path: ["name"], message: "Field required", type: "missing" }];

/**
 * Makes the response with which a service reports a code: `service.decode(answer(service, code)).code` is that code. For `UNRECOGNIZED`, it has a
 * code that the installed version does not know, as a newer version of the service may send.
 * @throws TypeError if the service has no such code or does not report it in a response, or for a status or a wait that cannot be sent.
 */
export function answer<S extends Service>(service: S, code: CodeOf<S>, overrides: AnswerOverrides = {}): WireAnswer {
  const entry = entryOf(service, code, "answer()");
  assertAnswered(service, code, entry);
  const { status = entry.status ?? statusOfKind[entry.kind], details, parameters } = overrides;
  assertStatus(status);

  const isLimiter = status === 429 || status === 503;
  const { retryAfter = isLimiter && entry.retry === "backoff" ? 15 : null } = overrides;
  assertSeconds(retryAfter);
  const { requestId = service.wire.requestId ? usualRequestId(service, code) : null } = overrides;
  const written = writeBody(service.wire, {
    code: overrides.receivedCode ?? codeOnTheWire(code),
    message: overrides.message ?? messageOf(code, entry, parameters),
    details,
    issues: overrides.issues ?? (status === 422 && details === undefined ? MISSING_FIELD : []),
    requestId: requestId ?? undefined,
    retryAfter: retryAfter ?? undefined,
  });
  return {
    status,
    headers: withoutNulls({
      ...written.headers,
      "retry-after": retryAfter === null ? null : `${retryAfter}`,
      // A service that has the id in `meta` sends no header for it; one that has it nowhere gets what a gateway would add.
      "x-request-id": service.wire.requestId === "meta" ? null : requestId,
      ...rateLimitHeaders(service.wire.rateLimit, status === 429 ? 0 : 59, overrides.now ?? Date.now()),
      ...overrides.headers,
    }),
    body: written.body,
  };
}

function assertStatus(status: number): void {
  if (Number.isInteger(status) && status >= 200 && status <= 599 && !WITHOUT_BODY.includes(status)) return;
  throw new TypeError(
    `answer() was given ${wrongNumber("status", status)}; error answers have a whole number from 200 to 599, except 204, 205 and 304, which have no body.`,
  );
}

function assertSeconds(retryAfter: number | null): void {
  // Written so that NaN is refused too. What is larger than a safe number would stand in the header as 1e+21, which is no wait.
  if (retryAfter === null || (Number.isFinite(retryAfter) && retryAfter >= 0 && retryAfter <= Number.MAX_SAFE_INTEGER)) return;
  throw new TypeError(`answer() was given ${wrongNumber("retryAfter", retryAfter)}; it is seconds, 0 or more, or null for none.`);
}

/** The message that identifies the code, with its variable parts filled in; else the code in words, which identifies nothing. */
function messageOf(code: string, { message }: CodeEntry, parameters: Readonly<Record<string, string>> = {}): string {
  if (message === undefined) return `${code.charAt(0).toUpperCase()}${code.slice(1).toLowerCase().replaceAll("_", " ")}`;
  // In one pass, so that a value that reads like a variable part stays what it is.
  return message.replace(/<(\w+)>/g, (_, name: string) => parameters[name] ?? `example-${name}`);
}

/** FNV-1a of the error's id: the same in every run, so that what is printed with it can be compared. */
function usualRequestId({ name }: Service, code: string): string {
  let hash = 0x811c9dc5;
  for (const character of `${name}/${code}`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return `req_${hash.toString(16).padStart(8, "0")}`;
}

/** A window of 60 requests that ends with the minute. */
function rateLimitHeaders(prefix: string | undefined, remaining: number, now: number): Readonly<Record<string, string>> {
  if (prefix === undefined) return {};
  const reset = (Math.floor(now / 60_000) + 1) * 60;
  return { [`${prefix}limit`]: "60", [`${prefix}remaining`]: `${remaining}`, [`${prefix}reset`]: `${reset}` };
}

function withoutNulls(headers: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter((header): header is [string, string] => header[1] !== null));
}
