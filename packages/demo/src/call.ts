import type { CodeEntry, Service, ServiceError } from "@scai-errors/core";

/** The ways in which a service reports a failure. */
export type Via = "answer" | "frame" | "close" | "download";

/** One failure that is asked for, and what has to be read from it. */
export interface Call {
  readonly service: Service;
  readonly code: string;
  readonly via: Via;
  /** What the service's vocabulary says of the code. */
  readonly entry: CodeEntry;
  readonly requestId: string | undefined;
  readonly afterMs: number | undefined;
  /** Asks the emulator at this address. */
  readonly run: (url: string) => Promise<Received>;
}

/** What came back. */
export interface Received {
  readonly error: ServiceError | undefined;
  /** The status as `fetch` has it, where the failure is an answer. */
  readonly status?: number;
}

export interface Outcome extends Received {
  readonly call: Call;
  /** A sentence for each thing that differs from what was asked for; empty where all is well. */
  readonly mismatches: readonly string[];
}
