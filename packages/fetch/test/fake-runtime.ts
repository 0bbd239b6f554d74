import type { Runtime } from "../src/runtime.js";

export interface FakeRuntime extends Runtime {
  /** The delays that timers were asked for, in order. */
  readonly asked: number[];
  /** Timers that are neither over nor cleared. */
  readonly pending: ReadonlyMap<number, { readonly at: number; readonly callback: () => void }>;
  /** Moves the clock, as a machine that sleeps does: without letting timers run on the way. */
  jump(ms: number): void;
}

/**
 * A clock that stands still until somebody waits: as soon as nothing else happens, it jumps to the next timer. So hours pass in no time, and in
 * the right order. Only for calls that have nothing else to wait for, such as sockets.
 */
export function fakeRuntime({ random = (): number => 0.5, late = 0 } = {}): FakeRuntime {
  let clock = 1000;
  let next = 1;
  const asked: number[] = [];
  const pending = new Map<number, { at: number; callback: () => void }>();
  const turn = (): void => {
    const [first] = [...pending].sort(([, one], [, other]) => one.at - other.at);
    if (!first) return;
    const [id, { at, callback }] = first;
    pending.delete(id);
    clock = Math.max(clock, at) + late;
    callback();
    setImmediate(turn);
  };
  return {
    asked,
    pending,
    now: () => clock,
    random,
    setTimeout: (callback, ms) => {
      asked.push(ms);
      pending.set(next, { at: clock + ms, callback });
      setImmediate(turn);
      return next++;
    },
    clearTimeout: (id) => void pending.delete(id as number),
    jump: (ms) => {
      clock += ms;
    },
  };
}

/** Timers that are over at once, with the waits that were asked for. For calls over real sockets, whose other timers are switched off. */
export function noWaiting(random = (): number => 0.5): Runtime & { readonly waits: number[] } {
  let clock = 0;
  const waits: number[] = [];
  return {
    waits,
    random,
    now: () => clock,
    setTimeout: (callback, ms) => {
      waits.push(ms);
      clock += ms;
      return setImmediate(callback);
    },
    clearTimeout: (timer) => clearImmediate(timer as NodeJS.Immediate),
  };
}
