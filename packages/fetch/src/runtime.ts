/** Clock, timers and random numbers. Replace them in tests, which then need not wait and are repeatable. */
export interface Runtime {
  /** Milliseconds on a clock that never jumps. Default `performance.now`. */
  readonly now: () => number;
  /** A number from 0 to 1, without the 1. Default `Math.random`. */
  readonly random: () => number;
  readonly setTimeout: (callback: () => void, ms: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
}

/** The platform's own, looked up at every use, so that what a test library replaces is replaced here too. */
export const platform: Runtime = {
  now: () => performance.now(),
  random: () => Math.random(),
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (timer) => clearTimeout(timer as number),
};

/** The longest delay that a timer can hold; with a larger one it would fire at once. */
export const LONGEST_TIMEOUT_MS = 2_147_483_647;
