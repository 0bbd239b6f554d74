import type { Answer, FieldIssue, Kind, RateLimit, RetryPolicy, WireFormat } from "@scai-errors/core";
import type { ServiceName } from "@scai-errors/workspace/services";
import type { Step } from "@scai-errors/workspace/raw-server";

/** What must come out of a case. A member that is left out is not looked at; one that is `undefined` has to be undefined. */
export interface Outcome {
  /** The HTTP status; left out, it has to be the status of the answer. */
  readonly status?: number;
  readonly code?: string;
  readonly kind?: Kind;
  readonly policy?: RetryPolicy;
  readonly receivedCode?: string | undefined;
  /** Milliseconds. */
  readonly afterMs?: number | undefined;
  /** Only of services that send rate-limit headers; of the others it has to be undefined. */
  readonly rateLimit?: RateLimit | undefined;
  /** The whole message, or what it has to match. */
  readonly message?: string | RegExp;
  readonly requestId?: string | undefined;
  readonly details?: unknown;
  readonly issues?: readonly FieldIssue[];
  /** How many issues there have to be, where it does not matter which. */
  readonly issueCount?: number;
  readonly excerpt?: string | undefined;
}

/** Which of the outcomes holds for whom: one for all, then by whether a service sends codes, then by the order in which it reads, then by name. */
export interface Expectation {
  readonly expect: Outcome;
  readonly byFamily?: { readonly error: Outcome; readonly detail: Outcome };
  /** By which of the two shapes a service believes first, where a body has both. */
  readonly byOrder?: { readonly error: Outcome; readonly detail: Outcome };
  readonly byService?: Partial<Record<ServiceName, Outcome>>;
}

/** An answer and what every service has to make of it. */
export interface HostileCase extends Expectation {
  /** The catalogue's section and number, then a name where the number has several cases: `A09-hex`. */
  readonly id: string;
  /** What is wrong with the answer, and what a reader could do wrong with it. */
  readonly fault: string;
  /** The answer, or what builds one that is too large to be written down. */
  readonly answer: Answer | (() => Answer);
}

/** A fault of the connection: bytes that a server sends, and how it goes on. */
export interface TransportCase extends Expectation {
  readonly id: string;
  readonly fault: string;
  /** The status that the bytes announce. */
  readonly status: number;
  readonly steps: readonly Step[];
  /** The bounds on reading; a test does not wait for the usual ten seconds. */
  readonly read?: { readonly maxBytes?: number; readonly timeoutMs?: number };
}

/** A number of the catalogue, or a part of one, that is not about decoding an answer. */
export interface Elsewhere {
  readonly item: number;
  /** Whether cases of this corpus cover the rest of the item. */
  readonly part: "whole" | "rest";
  /** The package whose tests have it, or what makes it impossible here. */
  readonly owner: string;
  readonly reason: string;
}

const BOTH_SHAPES = { error: { code: "A_B", message: "a" }, detail: { message: "b" } };

/** The outcome that holds for a service. */
export function outcomeFor(
  { expect, byFamily, byOrder, byService }: Expectation,
  { name, wire }: { readonly name: string; readonly wire: Pick<WireFormat, "layers" | "sendsCodes"> },
): Outcome {
  const [first] = wire.layers(BOTH_SHAPES, () => undefined);
  return {
    ...expect,
    ...byFamily?.[wire.sendsCodes ? "error" : "detail"],
    ...byOrder?.[first === BOTH_SHAPES.error ? "error" : "detail"],
    // A service without outcomes of its own finds nothing under its name.
    ...byService?.[name as ServiceName],
  };
}

/** A response that no connection brings about: one that was used before, or that a custom `fetch` made up. */
export interface StreamCase {
  readonly id: string;
  readonly fault: string;
  readonly status?: number;
  readonly response: () => unknown;
  readonly read?: { readonly maxBytes?: number; readonly timeoutMs?: number; readonly signal?: AbortSignal };
  /** Left out where it is no response at all, which is the caller's mistake and no failure of the service. */
  readonly expect?: Outcome;
}
