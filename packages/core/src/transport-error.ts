import { type ErrorBrand, brand } from "./brand.js";
import { type ErrorFields, type ServiceError, UNRECOGNIZED, type UnrecognizedError } from "./error.js";
import { errorClassOf } from "./error-class.js";
import { type Kind, policyOfKind } from "./kinds.js";
import { lazily } from "./lazily.js";
import type { RetryPolicy } from "./retry.js";
import { cleanLine } from "./text.js";

/** What a code stands for. */
interface TransportRow {
  readonly kind: Kind;
  readonly retry: RetryPolicy;
  /** Whether the server may have started to process the request. If it cannot have, requests that are not idempotent may be repeated, too. */
  readonly mayHaveReachedServer: boolean;
  /** Where the code says it in other words. */
  readonly message?: string;
}

/** The ways in which a call can fail without a response of the service, or with one that ends too early. */
export const transportCodes = {
  NAME_NOT_RESOLVED: { kind: "unavailable", retry: "backoff", mayHaveReachedServer: false },
  CONNECTION_FAILED: { kind: "unavailable", retry: "backoff", mayHaveReachedServer: false },
  // Whoever answered is not who was asked for, or nobody vouches for them. Trying again only hides that.
  TLS_FAILED: { kind: "failed_precondition", retry: "after_change", mayHaveReachedServer: false },
  // 407 or 403 from a proxy. Where it cannot reach the server itself, that is CONNECTION_FAILED.
  PROXY_REFUSED: { kind: "failed_precondition", retry: "after_change", mayHaveReachedServer: false },
  // The server promises that it has not begun. Should it do so twice, it means it.
  REQUEST_REFUSED: { kind: "unavailable", retry: "once", mayHaveReachedServer: false },
  // HTTP/2's way to slow a client down says nothing about what was done, unlike a limiter's answer.
  THROTTLED: { kind: "rate_limited", retry: "backoff", mayHaveReachedServer: true },
  TIMEOUT: { kind: "deadline_exceeded", retry: "backoff", mayHaveReachedServer: true, message: "no answer in time" },
  CANCELLED: { kind: "cancelled", retry: "never", mayHaveReachedServer: true },
  UNREADABLE_ANSWER: { kind: "internal", retry: "never", mayHaveReachedServer: true },
  REDIRECT_REFUSED: { kind: "failed_precondition", retry: "after_change", mayHaveReachedServer: true },
  CONNECTION_LOST: { kind: "unavailable", retry: "backoff", mayHaveReachedServer: true },
  // Browsers tell scripts no more than this, and the same where CORS forbids them to read an answer.
  NETWORK_ERROR: { kind: "unavailable", retry: "backoff", mayHaveReachedServer: true },
  STREAM_EMPTY: { kind: "data_loss", retry: "once", mayHaveReachedServer: true },
  // What was delivered is delivered: sending the request again would deliver it twice.
  STREAM_TRUNCATED: { kind: "data_loss", retry: "never", mayHaveReachedServer: true },
  EVENT_TOO_LARGE: { kind: "out_of_range", retry: "never", mayHaveReachedServer: true },
  EVENT_UNREADABLE: { kind: "data_loss", retry: "never", mayHaveReachedServer: true },
} as const satisfies Readonly<Record<string, TransportRow>>;

/** Every code of a failed connection. */
export type TransportCode = keyof typeof transportCodes;

/** What is known about every failed connection. */
export interface TransportDetails {
  /** Whether the server may have started to process the request; false if the failure proves that it has not. */
  readonly mayHaveReachedServer: boolean;
}

/**
 * A failed connection, discriminated by `code`, with the fields of a service's error. `receivedCode` is the runtime's own code, such as `ECONNRESET`.
 * `UNRECOGNIZED` comes only from the JSON of a newer version, with that version's code as `receivedCode`.
 */
export type TransportError =
  | { [Code in TransportCode]: ServiceError<"transport", Code, (typeof transportCodes)[Code]["kind"], TransportDetails> }[TransportCode]
  | UnrecognizedError<"transport", TransportDetails>;

const errorClass = /* @__PURE__ */ lazily(() => {
  const made = errorClassOf("transport");
  // As a text it does not name its code, which its message says anyway: openai takes every error whose text has "timeout" in it for a time limit of
  // its own, and drops what it was.
  Object.defineProperty(made.prototype, "toString", {
    value(this: Error) {
      return `${this.name}: ${this.message}`;
    },
  });
  return made;
});

/** Whether a value is the error of a failed connection, from any copy or build of the package. */
export function isTransportError(value: unknown): value is TransportError {
  return errorClass().is(value);
}

/** For `instanceof`; true for these errors from any copy or build of the package. */
export const TransportError: ErrorBrand<TransportError> = /* @__PURE__ */ brand(
  { name: "transport", is: isTransportError },
  "transport.from()",
);

/** Everything that differs between two failures of the connection. */
interface TransportFacts extends Required<Omit<TransportRow, "message">> {
  readonly code: TransportCode | typeof UNRECOGNIZED;
  readonly message: string;
  readonly receivedCode: string | undefined;
}

function errorOf({ code, kind, retry: policy, message, receivedCode, mayHaveReachedServer }: TransportFacts): TransportError {
  const fields: ErrorFields = {
    message,
    service: "transport",
    code,
    id: `transport/${code}`,
    kind,
    status: undefined,
    receivedCode,
    codeFrom: "transport",
    details: { mayHaveReachedServer },
    issues: [],
    requestId: undefined,
    retry: { policy, afterMs: undefined, idempotentOnly: mayHaveReachedServer, source: "documented" },
    rateLimit: undefined,
  };
  // The fields are those of the code, which the compiler does not follow through the class.
  return new (errorClass())(fields) as unknown as TransportError;
}

/**
 * Makes the error for a code, with the runtime's own code for the failure. Everything else follows from the code. The runtime's message is not kept,
 * because it can contain a URL with a token in it.
 */
export function transportError(code: TransportCode, received?: string): TransportError {
  const row: TransportRow = transportCodes[code];
  const receivedCode = cleanLine(received);
  const words = row.message ?? code.toLowerCase().replaceAll("_", " ");
  // Not where openai would take the error for a time limit of its own, as above.
  const shown = receivedCode && !/timed?_?out/i.test(receivedCode) ? ` (${receivedCode})` : "";
  return errorOf({ ...row, code, receivedCode, message: `${words}${shown}` });
}

/** What is known of a failure that a newer version of this package wrote down under a code that this one does not have. */
export type NewerFailure = Pick<TransportFacts, "kind" | "message" | "mayHaveReachedServer" | "receivedCode">;

/** The error of such a failure. */
export function unrecognizedTransportError(failure: NewerFailure): TransportError {
  return errorOf({ ...failure, code: UNRECOGNIZED, retry: policyOfKind(failure.kind) });
}
