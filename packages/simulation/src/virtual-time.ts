/** A timer that is neither over nor cleared. */
interface Timer {
  readonly id: number;
  readonly at: number;
  readonly callback: () => void;
}

/** Lets all that is ready run: promises, streams, what they call back. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 4; turns++) await new Promise((resolve) => setImmediate(resolve));
}

/**
 * Runs work with a clock that jumps to the next timer as soon as nothing else happens, and with seeded dice, so that a minute of retries takes
 * milliseconds and always goes the same way. The platform's own clock, timers and dice are replaced meanwhile, because clients of others take them
 * from there.
 */
export async function inVirtualTime<Result>(random: () => number, work: (now: () => number) => Promise<Result>): Promise<Result> {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, random: Math.random, dateNow: Date.now };
  const realNow = performance.now.bind(performance);
  const startedAt = Date.now();
  let timers: Timer[] = [];
  let clock = 0;
  let lastId = 0;
  const later = (callback: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): number => {
    lastId++;
    timers.push({ id: lastId, at: clock + Math.max(0, ms), callback: () => callback(...given) });
    return lastId;
  };
  // Stand-ins for functions with more forms than anybody here calls.
  globalThis.setTimeout = later as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((id: number) => {
    timers = timers.filter((timer) => timer.id !== id);
  }) as unknown as typeof clearTimeout;
  Math.random = random;
  Date.now = () => startedAt + clock;
  performance.now = () => clock;
  try {
    const over = new AbortController();
    const result = work(() => clock).finally(() => over.abort());
    // It is awaited below. Until then nobody else may be told of a failure.
    result.catch(() => undefined);
    for (;;) {
      await settle();
      if (over.signal.aborted) return await result;
      const next = timers.reduce<Timer | undefined>((first, timer) => (first && first.at <= timer.at ? first : timer), undefined);
      if (!next) throw new Error("inVirtualTime(): the work waits for something that is no timer, and would wait for ever.");
      timers = timers.filter((timer) => timer !== next);
      clock = Math.max(clock, next.at);
      next.callback();
    }
  } finally {
    globalThis.setTimeout = real.setTimeout;
    globalThis.clearTimeout = real.clearTimeout;
    Math.random = real.random;
    Date.now = real.dateNow;
    performance.now = realNow;
  }
}

/** Waits in the time that counts. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
