import { onAbort } from "./abort.js";
import { deferred } from "./deferred.js";
import type { Runtime } from "./runtime.js";

/** Milliseconds: the pause that the first refusal brings, unless the limiter asks for a shorter wait. */
const FIRST_PAUSE_MS = 500;
/** How much of the pause is left after a success while the pace of the limiter is not known yet: it is found in few steps, and from below. */
const FASTER_AT_FIRST = 0.5;
/** The part of the first pause that is the shortest of that time. Without it, what a limiter has saved up would end the line, and the rest be refused. */
const SHORTEST_PART_AT_FIRST = 1 / 25;
/** So many successes without a refusal end that time. */
const ENOUGH = 50;
/** How much of the pause is left after a success once the pace is known. */
const FASTER = 0.98;
/** How much longer it becomes with a refusal. Together with the last one: while the line is full, about one request in eight is refused. */
const SLOWER = 1.15;
/** Milliseconds: a shorter pause is none. */
const SHORTEST_PAUSE_MS = 1;

/** What is known while the line finds the pace of a limiter. */
interface Learning {
  /** When the wait that the limiter asked for is over. What was let in before it was chance. */
  readonly beganAt: number;
  readonly shortestPauseMs: number;
  /** How many calls succeeded since. */
  admitted: number;
}

/** A call that waits for its turn. */
interface Place {
  readonly number: number;
  /** When it may go at the earliest, by what the service told the call itself. */
  readonly readyAt: number;
  readonly go: () => void;
}

/** What a call says when it gets in line. */
export interface Waiting {
  /** The call's number. Who called first goes first, also after a refusal. */
  readonly number: number;
  /** Milliseconds that the call waits at least. */
  readonly delayMs: number;
  /** Milliseconds that it waits at most. */
  readonly patienceMs: number;
  readonly signal: AbortSignal | null | undefined;
}

/**
 * Where the calls of a client wait for their turn with a service whose rate limiter refuses some of them. They go one by one, first come, first
 * served. The limiter itself teaches the pace: each refusal makes it slower, each success a little faster. Nobody waits before the first refusal.
 */
export class RetryLine {
  readonly #runtime: Runtime;
  #waiting: Place[] = [];
  /** Milliseconds between two calls. 0: nobody waits. */
  #pauseMs = 0;
  /** When the line last let a call go, or was stopped by a refusal. */
  #movedAt = 0;
  /** When it last became slower. */
  #slowedAt = -Infinity;
  /** Undefined where nobody waits, and where the pace is known. */
  #learning: Learning | undefined;
  #alarm: unknown;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /**
   * Waits for the call's turn. Rejects with the signal's reason as soon as the caller aborts.
   * @returns false if its patience was over first. Then it has left the line.
   */
  async turn({ number, delayMs, patienceMs, signal }: Waiting): Promise<boolean> {
    const { now, setTimeout, clearTimeout } = this.#runtime;
    const turn = deferred<boolean>();
    const place: Place = { number, readyAt: now() + delayMs, go: () => turn.resolve(true) };
    const impatient = setTimeout(() => turn.resolve(false), patienceMs);
    const stopListening = onAbort(signal, turn.reject);
    this.#waiting = [...this.#waiting, place].sort((one, other) => one.number - other.number);
    this.#move();
    try {
      return await turn.promise;
    } finally {
      clearTimeout(impatient);
      stopListening();
      this.#waiting = this.#waiting.filter((one) => one !== place);
      this.#move();
    }
  }

  /**
   * Notes that a rate limiter refused a request.
   * @param sentAt when it was sent. A request from before the line last became slower says nothing about its pace now.
   * @param hintMs after how many milliseconds the limiter certainly lets one in: no pause needs to be longer.
   */
  refused(sentAt: number, hintMs: number): void {
    if (sentAt <= this.#slowedAt) return;
    const now = this.#runtime.now();
    this.#slowedAt = now;
    this.#movedAt = now;
    this.#pauseMs = Math.min(this.#slowerPause(now, hintMs), hintMs);
    this.#move();
  }

  /** Notes that a call succeeded. */
  succeeded(): void {
    this.#pauseMs = this.#fasterPause();
    this.#move();
  }

  /** The pause after a success. */
  #fasterPause(): number {
    const learning = this.#learning;
    if (learning) {
      learning.admitted++;
      if (learning.admitted < ENOUGH) return Math.max(this.#pauseMs * FASTER_AT_FIRST, learning.shortestPauseMs);
      this.#learning = undefined;
    }
    const faster = this.#pauseMs * FASTER;
    return faster < SHORTEST_PAUSE_MS ? 0 : faster;
  }

  /** The pause after a refusal. */
  #slowerPause(now: number, hintMs: number): number {
    const learning = this.#learning;
    if (this.#pauseMs === 0) {
      const firstMs = Math.min(hintMs, FIRST_PAUSE_MS);
      this.#learning = { beganAt: now + hintMs, shortestPauseMs: firstMs * SHORTEST_PART_AT_FIRST, admitted: 0 };
      return firstMs;
    }
    if (!learning) return this.#pauseMs * SLOWER;
    if (learning.admitted === 0) return hintMs;
    // The pace at which calls were let in until now.
    this.#learning = undefined;
    return Math.max((now - learning.beganAt) / learning.admitted, learning.shortestPauseMs);
  }

  /** Lets every call go whose turn it is, and sets the timer for the next one. */
  #move(): void {
    const { now, setTimeout, clearTimeout } = this.#runtime;
    clearTimeout(this.#alarm);
    for (let next = this.#next(now()); next; next = this.#next(now())) this.#release(next, now());
    const nextAt = Math.max(this.#opensAt(), this.#readyAt());
    if (nextAt < Infinity) this.#alarm = setTimeout(() => this.#move(), Math.ceil(nextAt - now()));
  }

  #opensAt(): number {
    return this.#movedAt + this.#pauseMs;
  }

  /** When the first waiting call may go, by what the service told it. */
  #readyAt(): number {
    return this.#waiting.reduce((first, { readyAt }) => Math.min(first, readyAt), Infinity);
  }

  /** Whose turn it is now. */
  #next(now: number): Place | undefined {
    return this.#opensAt() > now ? undefined : this.#waiting.find(({ readyAt }) => readyAt <= now);
  }

  #release(place: Place, now: number): void {
    this.#waiting = this.#waiting.filter((one) => one !== place);
    this.#movedAt = now;
    place.go();
  }
}
