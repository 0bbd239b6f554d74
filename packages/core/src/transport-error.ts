import { type ErrorBrand, brand } from "./brand.js";
import type { ErrorFields, ServiceError } from "./error.js";
import { errorClassOf } from "./error-class.js";
import type { Kind } from "./kinds.js";
import { lazily } from "./lazily.js";
import type { RetryPolicy } from "./retry.js";
import { cleanLine } from "./text.js";

/** What a code stands for. */
interface TransportRow {
  readonly kind: Kind;
  readonly retry: RetryPolicy;
  /** Whether the server can have begun with the request. Where it cannot, requests that are not idempotent may be repeated as well. */
  readonly mayHaveReachedServer: boolean;
}

/** The ways in which a call can fail without an answer of the service, or with one that ends too early. */
export const transportCodes = {
  NAME_NOT_RESOLVED: { kind: "unavailable", retry: "backoff", mayHaveReachedServer: false },
  CONNECTION_FAILED: { kind: "unavailable", retry: "backoff", mayHaveReachedServer: false },
  // Whoever answered is not who was asked for, or nobody vouches for them. Trying again only hides that.
  TLS_FAILED: { kind: "failed_precondition", retry: "after_change", mayHaveReachedServer: false },
  // The server promises that it has not begun. Should it do so twice, it means it.
  REQUEST_REFUSED: { kind: "unavailable", retry: "once", mayHaveReachedServer: false },
  // HTTP/2's way to slow a client down says nothing about what was done, unlike a limiter's answer.
  THROTTLED: { kind: "rate_limited", retry: "backoff", mayHaveReachedServer: true },
  TIMEOUT: { kind: "deadline_exceeded", retry: "backoff", mayHaveReachedServer: true },
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

/** Every code of a failure of the connection. */
export type TransportCode = keyof typeof transportCodes;

/** What is known of every failure of the connection. */
export interface TransportDetails {
  /** Whether the server can have begun with the request; false where the failure proves that it has not. */
  readonly mayHaveReachedServer: boolean;
}

/**
 * Any failure of the connection, told apart by `code`, with the fields of a service's errors. `receivedCode` is what the runtime calls it, such
 * as `ECONNRESET`.
 */
export type TransportError = {
  [Code in TransportCode]: ServiceError<"transport", Code, (typeof transportCodes)[Code]["kind"], TransportDetails>;
}[TransportCode];

const errorClass = /* @__PURE__ */ lazily(() => errorClassOf("transport"));

/** Whether a value is a failure of the connection, from any copy or build of the package. */
export function isTransportError(value: unknown): value is TransportError {
  return errorClass().is(value);
}

/** For `instanceof`; true for these errors from any copy or build of the package. */
export const TransportError: ErrorBrand<TransportError> = /* @__PURE__ */ brand({ name: "transport", is: isTransportError });

/**
 * The error of a code, with what the runtime calls the failure. Everything else follows from the code; the runtime's own message does not
 * appear, because it can hold a URL with a token in it.
 */
export function transportError(code: TransportCode, received?: string): TransportError {
  const receivedCode = cleanLine(received);
  const { kind, retry: policy, mayHaveReachedServer } = transportCodes[code];
  const words = code.toLowerCase().replaceAll("_", " ");
  const fields: ErrorFields = {
    message: receivedCode ? `${words} (${receivedCode})` : words,
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
