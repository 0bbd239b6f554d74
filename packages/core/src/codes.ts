import type { Parts } from "./parts.js";
import type { JsonValue } from "./json.js";
import { type Kind, type KindOfStatus, type PolicyOfKind, kindOfStatus, policyOfKind } from "./kinds.js";
import type { RetryPolicy } from "./retry.js";

/** Everything that a package says about one code. What is left out follows from the status, or from the kind. */
export interface CodeRow {
  /** The documented HTTP status. */
  readonly status?: number;
  /** Set it only if it differs from the kind of the status. */
  readonly kind?: Kind;
  /** Set it only if the service's pages say something about retrying this code. */
  readonly retry?: RetryPolicy;
  /** The text that identifies the failure, for services without codes; `<name>` stands for a variable part. */
  readonly message?: string;
  /** The WebSocket close code that this code stands for. */
  readonly close?: number;
  /**
   * Reads this code's typed details from what was received: the `details` member and the variable parts of the message. It must accept any input, and
   * return its own output unchanged, so that an error's JSON can be checked by reading it again.
   */
  readonly details?: DetailsReader;
}

/** All codes of a service by their names. */
export type Rows = Readonly<Record<string, CodeRow>>;

/** Reads a code's details from what was received. */
export type DetailsReader<Details = unknown> = (received: unknown, parts: Parts) => Details;

type KindOf<Row extends CodeRow> = Row extends { kind: infer K extends Kind }
  ? K
  : Row extends { status: infer S extends number }
    ? KindOfStatus<S>
    : "unknown";

type PolicyOf<Row extends CodeRow> = Row extends { retry: infer P extends RetryPolicy } ? P : PolicyOfKind<KindOf<Row>>;

/** A code as `service.codes` shows it. */
export interface CodeEntry<
  Status extends number | undefined = number | undefined,
  K extends Kind = Kind,
  Policy extends RetryPolicy = RetryPolicy,
> {
  /** The documented HTTP status; undefined if the pages have none. */
  readonly status: Status;
  readonly kind: K;
  readonly retry: Policy;
  readonly source: "documented" | "status";
  readonly idempotentOnly: boolean;
  /** The message that identifies the failure on the wire, for services without codes. */
  readonly message?: string;
  /** The WebSocket close code. */
  readonly close?: number;
  /** The reader of the code's typed details, if it has one of its own. */
  readonly details?: DetailsReader;
}

/**
 * The entries of rows, with everything filled in that they leave to their status and kind. Written out, so that an editor shows the entry.
 * @typeParam Codes all of them. Were `keyof Rows` written below, a service's own name for this type would give way to a table of all its rows, in editors and in the
 * declarations of libraries.
 */
export type CodesOf<Rows extends Readonly<Record<string, CodeRow>>, Codes extends keyof Rows = keyof Rows> = {
  readonly [Code in Codes]: CodeEntry<
    Rows[Code] extends { status: infer S extends number } ? S : undefined,
    KindOf<Rows[Code]>,
    PolicyOf<Rows[Code]>
  >;
};

/** The type of a row's details: the result of its own reader, or else the service's usual details. */
export type DetailsOf<Row extends CodeRow, Usual = JsonValue | undefined> = Row extends { details: (...received: never[]) => infer D }
  ? D
  : Usual;

export type KindOfRow<Row extends CodeRow> = KindOf<Row>;

/** A row with everything filled in that it leaves to its status and kind. */
export function entryOf({ status, kind = kindOfStatus(status), retry, ...others }: CodeRow): CodeEntry {
  const policy = retry ?? policyOfKind(kind);
  return Object.freeze({
    status,
    kind,
    retry: policy,
    source: retry ? "documented" : "status",
    // A limiter refuses a request before anything is done for it; all other failures worth a retry leave open what was done.
    idempotentOnly: kind !== "rate_limited" && ["once", "backoff"].includes(policy),
    ...others,
  });
}
