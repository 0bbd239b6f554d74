/** One request as its client sees it. */
export interface Call {
  readonly client: number;
  /** How many attempts were made. */
  attempts: number;
  /** The tick in which the call began. */
  readonly startedAt: number;
  /** What a policy keeps with a call. */
  token?: unknown;
}

/** What a client is told with a failure. */
export interface Hint {
  /** Milliseconds of `Retry-After`. */
  readonly ms: number;
  /** Whether a limiter says so (429), and not a service in trouble (503). */
  readonly isLimiter: boolean;
}

/** A retry policy as every client of a fleet runs it, each for itself. */
export interface Fleet {
  /** Notes that a call succeeded. */
  succeeded(call: Call, nowMs: number): void;
  /** Milliseconds to wait before the next attempt, or undefined to give up. `hint` is what the service asked for, where it did. */
  failed(call: Call, nowMs: number, hint: Hint | undefined): number | undefined | Promise<number | undefined>;
}

export interface Policy {
  readonly name: string;
  /** A fleet of so many clients in a fresh process: nothing of what others learned. */
  start(clients: number, random: () => number): Fleet;
}
