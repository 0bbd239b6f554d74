import { pause } from "./deadline.js";
import type { RetryLine } from "./retry-line.js";
import type { Runtime } from "./runtime.js";

/** What a call's waits depend on. */
export interface Waiter {
  /** The call's number. Who called first goes first. */
  readonly number: number;
  /** Milliseconds that the call waits in line in all. */
  readonly patienceMs: number;
  readonly signal: AbortSignal | null | undefined;
}

/** How a call waits before its attempts. Every wait rejects with the signal's reason the moment the caller aborts. */
export interface Waits {
  /** Milliseconds that the call will still wait in line. */
  readonly patienceMs: number;
  /** Before the first attempt. Ends as soon as the patience does, since a call that was never sent has no failure to be given up with. */
  first(remainingMs: number): Promise<void>;
  /** Before the next one after a limiter's refusal: at least so long. Gives whether the call may go on: not where its patience ended before its turn. */
  afterRefusal(delayMs: number, remainingMs: number): Promise<boolean>;
  /** The same after another failure, whose own wait takes no patience. */
  afterFailure(delayMs: number, remainingMs: number): Promise<boolean>;
  /** Notes that an attempt is sent. */
  sent(): void;
  /** Notes that a limiter refused it and said after how many milliseconds to come back. */
  refused(hintMs: number): void;
  /** Notes that the call succeeded. */
  succeeded(): void;
}

/** Waits of a call that has no line: as long as was decided, and no longer. */
function alone(signal: Waiter["signal"], runtime: Runtime): Waits {
  const wait = async (delayMs: number): Promise<boolean> => {
    await pause(delayMs, signal, runtime);
    return true;
  };
  return {
    patienceMs: 0,
    first: () => Promise.resolve(),
    afterRefusal: wait,
    afterFailure: wait,
    sent: () => undefined,
    refused: () => undefined,
    succeeded: () => undefined,
  };
}

/** The waits of a call: in a line, where there is one. */
export function waitsOf(line: RetryLine | undefined, waiter: Waiter, runtime: Runtime): Waits {
  const { number, signal } = waiter;
  if (!line) return alone(signal, runtime);
  const { now } = runtime;
  let patienceMs = waiter.patienceMs;
  let sentAt = 0;
  const turn = async (delayMs: number, remainingMs: number): Promise<boolean> => {
    const since = now();
    const isItsTurn = await line.turn({ number, delayMs, patienceMs: Math.min(patienceMs, remainingMs), signal });
    patienceMs -= now() - since;
    return isItsTurn;
  };
  return {
    get patienceMs() {
      return patienceMs;
    },
    first: async (remainingMs) => {
      await turn(0, remainingMs);
    },
    afterRefusal: turn,
    afterFailure: async (delayMs, remainingMs) => {
      await pause(delayMs, signal, runtime);
      return turn(0, remainingMs - delayMs);
    },
    sent: () => {
      sentAt = now();
    },
    refused: (hintMs) => line.refused(sentAt, hintMs),
    succeeded: () => line.succeeded(),
  };
}
