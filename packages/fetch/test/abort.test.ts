import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { follow, onAbort, reasonOf } from "../src/abort.js";

describe("listening to a signal", () => {
  test("twenty listeners are one, and the last one that stops leaves none", () => {
    const { signal } = new AbortController();
    const stops = Array.from({ length: 20 }, () => onAbort(signal, () => undefined));
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    for (const stop of stops) stop();
    expect(getEventListeners(signal, "abort")).toEqual([]);
    onAbort(signal, () => undefined)();
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("everybody who still listens is told once", () => {
    const controller = new AbortController();
    const told: unknown[] = [];
    onAbort(controller.signal, (reason) => told.push(["one", reason]));
    onAbort(controller.signal, (reason) => told.push(["two", reason]))();
    onAbort(controller.signal, (reason) => told.push(["three", reason]));
    controller.abort("enough");
    expect(told).toEqual([
      ["one", "enough"],
      ["three", "enough"],
    ]);
  });

  test("of a signal that is aborted already, at once", () => {
    const told: unknown[] = [];
    onAbort(AbortSignal.abort("over"), (reason) => told.push(reason));
    onAbort(undefined, (reason) => told.push(reason));
    onAbort(null, (reason) => told.push(reason));
    expect(told).toEqual(["over"]);
  });

  test("a signal without a reason, as in React Native, has the usual one", () => {
    for (const signal of [{ aborted: true }, { aborted: true, reason: undefined }]) {
      expect(reasonOf(signal as AbortSignal)).toMatchObject({ name: "AbortError", message: "This operation was aborted" });
    }
    expect(reasonOf(AbortSignal.abort(null))).toBe(null);
  });
});

describe("a signal that follows others", () => {
  const without = (work: () => void): void => {
    const { any } = AbortSignal;
    Reflect.deleteProperty(AbortSignal, "any");
    try {
      work();
    } finally {
      AbortSignal.any = any;
    }
  };

  test.each([
    ["with AbortSignal.any", (work: () => void) => work()],
    ["without it", without],
  ])("is aborted with the first of them, %s", (_, around) => {
    around(() => {
      const [one, other] = [new AbortController(), new AbortController()];
      const { signal, stop } = follow([one.signal, other.signal]);
      other.abort("other");
      one.abort("one");
      expect(signal.reason).toBe("other");
      stop?.();
      expect(getEventListeners(one.signal, "abort")).toEqual([]);
    });
  });

  test("without AbortSignal.any it leaves nothing on the others when it is told to stop", () => {
    without(() => {
      const { signal: one } = new AbortController();
      const { stop } = follow([one]);
      expect(getEventListeners(one, "abort")).toHaveLength(1);
      stop?.();
      expect(getEventListeners(one, "abort")).toEqual([]);
    });
  });
});
