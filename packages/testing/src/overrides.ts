import type { FieldIssue, JsonValue } from "@scai-errors/core";

/** Overrides for a response. They can make it report a different code: for a service whose codes follow from the status, a changed status does. */
export interface AnswerOverrides {
  /**
   * The HTTP status: 200 to 599, except 204, 205 and 304, which have no body. Default: the documented one, or else the usual one for the code's kind.
   */
  readonly status?: number | undefined;
  /** The text for people. Default, if the service identifies failures by their message: that message. */
  readonly message?: string | undefined;
  /** The variable parts of the message, by their names in `service.codes`. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** Extra data, in the form that it has in the body. */
  readonly details?: JsonValue | undefined;
  /** The invalid fields, in the service's own format. Default: one missing field if the status is 422. */
  readonly issues?: readonly FieldIssue[] | undefined;
  /** The request id, if the service sends one. Default: an id that is the same in every run and differs from code to code. `null` leaves it out. */
  readonly requestId?: string | null | undefined;
  /**
   * Seconds to wait, 0 or more, in the header and wherever else the service writes them. Default: 15 for a 429 or 503 that is worth retrying. `null`
   * leaves them out.
   */
  readonly retryAfter?: number | null | undefined;
  /** The code on the wire, for services that send codes. Default: the code itself. */
  readonly receivedCode?: string | undefined;
  /** Headers to add or replace, names in lower case. `null` leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>> | undefined;
  /** The time from which the rate-limit headers are computed, in Unix milliseconds. Default: now. */
  readonly now?: number | undefined;
}
