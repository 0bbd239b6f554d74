import type { FieldIssue, JsonValue } from "@scai-errors/core";

/**
 * What an answer is to say instead of the usual. An override may well make the answer report something else than the code: a changed status
 * does, for a service whose codes are derived from the status.
 */
export interface AnswerOverrides {
  /** The HTTP status: 200 to 599, except 204, 205 and 304, which have no body. Default: the documented one, else the usual one for the code's kind. */
  readonly status?: number | undefined;
  /** The text for people. Where the service identifies failures by their message, the default is that message. */
  readonly message?: string | undefined;
  /** The variable parts of a message that has some, by the names they have in `service.codes`. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** What the service says beyond the message, in the form that it has in the body. */
  readonly details?: JsonValue | undefined;
  /** The fields that are wrong, written in the service's own form. Default: one missing field where the status is 422. */
  readonly issues?: readonly FieldIssue[] | undefined;
  /** Where the service sends one, default: an id that is the same in every run and differs from code to code. `null` leaves it out. */
  readonly requestId?: string | null | undefined;
  /** Seconds to wait, 0 or more, in the header and where the service also puts them. Default: 15 for a 429 or 503 worth repeating. `null` leaves them out. */
  readonly retryAfter?: number | null | undefined;
  /** The code on the wire, for answers of services that send codes. Default: the code itself. */
  readonly receivedCode?: string | undefined;
  /** Headers to add or replace, names in lower case. `null` leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>> | undefined;
  /** The time in Unix milliseconds that the rate-limit window is reckoned from. Default: now. */
  readonly now?: number | undefined;
}
