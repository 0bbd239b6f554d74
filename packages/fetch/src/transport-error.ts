import { type CodeRow, type ErrorBrand, type ErrorsOf, brand, defineService } from "@scai-errors/core";

type Rows = Readonly<Record<string, CodeRow>>;

/** What is known of every failure of the connection. */
export interface TransportDetails {
  /** Whether the server can have begun with the request; false where the failure proves that it has not. */
  readonly mayHaveReachedServer: boolean;
}

/**
 * The ways in which a call can fail without an answer of the service, or with one that ends too early. Which of them are worth a retry follows
 * from their kinds. `idempotentOnly: false` marks those that prove that the server has not begun with the request.
 */
export const rows = {
  NAME_NOT_RESOLVED: { kind: "unavailable", idempotentOnly: false },
  CONNECTION_FAILED: { kind: "unavailable", idempotentOnly: false },
  // Whoever answered is not who was asked for, or nobody vouches for them. Trying again only hides that.
  TLS_FAILED: { kind: "failed_precondition", idempotentOnly: false },
  REQUEST_REFUSED: { kind: "unavailable", retry: "once", idempotentOnly: false },
  // HTTP/2's way to slow a client down says nothing about what was done, unlike a limiter's answer.
  THROTTLED: { kind: "rate_limited", idempotentOnly: true },
  TIMEOUT: { kind: "deadline_exceeded" },
  CANCELLED: { kind: "cancelled" },
  UNREADABLE_ANSWER: { kind: "internal", retry: "never" },
  REDIRECT_REFUSED: { kind: "failed_precondition" },
  CONNECTION_LOST: { kind: "unavailable" },
  // Browsers tell scripts no more than this, and the same where CORS forbids them to read an answer.
  NETWORK_ERROR: { kind: "unavailable" },
  STREAM_EMPTY: { kind: "data_loss" },
  // What was delivered is delivered: sending the request again would deliver it twice.
  STREAM_TRUNCATED: { kind: "data_loss", retry: "never" },
  EVENT_TOO_LARGE: { kind: "out_of_range" },
  EVENT_UNREADABLE: { kind: "data_loss", retry: "never" },
} as const satisfies Rows;

/** Any failure of the connection, told apart by `code`. `receivedCode` is what the runtime calls it, such as `ECONNRESET`. */
export type TransportError = ErrorsOf<"transport", typeof rows, TransportDetails>;
/** Every code of a failure of the connection. */
export type TransportCode = keyof typeof rows;

const { service, create } = /* @__PURE__ */ defineService({
  name: "transport",
  rows,
  wire: { own: "error" },
  findCode: () => undefined,
  details: (_, { code }): TransportDetails => ({ mayHaveReachedServer: (rows as Rows)[code ?? ""]?.idempotentOnly !== false }),
});

/** The vocabulary of failures of the connection, in the shape of a service without answers. */
export const transport: {
  readonly name: "transport";
  readonly codes: typeof service.codes;
  is(value: unknown): value is TransportError;
  fromJSON(value: unknown): TransportError | undefined;
} = service;

/** For `instanceof`; true for these errors from any copy or build of the package. */
export const TransportError: ErrorBrand<TransportError> = /* @__PURE__ */ brand(service);

/** The error of a code, with what the runtime calls the failure. Its message is the two of them: a runtime's own message can hold a URL. */
export function transportError(code: TransportCode, receivedCode?: string): TransportError {
  const words = code.toLowerCase().replaceAll("_", " ");
  return create({ code, codeFrom: "transport", receivedCode, message: receivedCode ? `${words} (${receivedCode})` : words });
}
