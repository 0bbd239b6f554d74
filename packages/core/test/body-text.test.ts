import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type ReadOptions, type ResponseLike } from "../src/index.js";
import { readBodyText } from "../src/body-text.js";
import { shop } from "./example.js";
import { MANY } from "./many.js";

const text = (chunk: string): Uint8Array => new TextEncoder().encode(chunk);
const ANSWER = '{"error":{"code":"NO_SUCH_ITEM","message":"Größe"}}';

/** A response whose body comes in these chunks, then ends, or does what `end` does. */
function responseOf(
  chunks: Iterable<Uint8Array>,
  end: (controller: ReadableStreamDefaultController) => void = (controller) => controller.close(),
) {
  const source = chunks[Symbol.iterator]();
  const cancelled = vi.fn();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = source.next();
      if (done) end(controller);
      else controller.enqueue(value);
    },
    cancel: cancelled,
  });
  return { response: new Response(body, { status: 404 }), cancelled };
}

describe("a body that arrives", () => {
  it("whole is read, and decoded", async () => {
    await expect(shop.fromResponse(new Response(ANSWER, { status: 404 }))).resolves.toMatchObject({
      code: "NO_SUCH_ITEM",
      message: "Größe",
      excerpt: ANSWER,
    });
  });

  it("may end in the middle of a character at any byte of it", async () => {
    const whole = text('{"error":{"code":"NO_SUCH_ITEM","message":"é — 你 😀"}}');
    for (let at = 1; at < whole.length; at++) {
      const { response } = responseOf([whole.slice(0, at), new Uint8Array(), whole.slice(at)]);
      expect((await shop.fromResponse(response)).message).toBe("é — 你 😀");
    }
  });

  it("byte by byte is the same, also where a character is split", async () => {
    const { response } = responseOf([...text(ANSWER)].map((byte) => Uint8Array.of(byte)));
    await expect(readBodyText(response)).resolves.toBe(ANSWER);
  });

  it("in very many tiny chunks is read in linear time", async () => {
    const { response } = responseOf(Array<Uint8Array>(MANY / 5).fill(text("a")));
    await expect(readBodyText(response)).resolves.toHaveLength(MANY / 5);
  });

  it("with bytes that are no UTF-8 is read with replacement characters", async () => {
    const { response } = responseOf([Uint8Array.of(0x7b, 0xff, 0x7d)]);
    await expect(readBodyText(response)).resolves.toBe("{\ufffd}");
  });

  it("and leaves nothing behind: no timer, no listener", async () => {
    const { signal } = new AbortController();
    const [added, removed] = [vi.spyOn(signal, "addEventListener"), vi.spyOn(signal, "removeEventListener")];
    const cleared = vi.spyOn(globalThis, "clearTimeout");
    await readBodyText(new Response("x"), { signal });
    expect(added).toHaveBeenCalledOnce();
    expect(removed.mock.calls).toEqual(added.mock.calls);
    expect(cleared).toHaveBeenCalledOnce();
    cleared.mockRestore();
  });
});

describe("a body without an end", () => {
  it("is cancelled at the bound on bytes", async () => {
    const endless = (function* () {
      for (;;) yield text("a".repeat(1000));
    })();
    const { response, cancelled } = responseOf(endless);
    const error = await shop.fromResponse(response, { maxBytes: 5000 });
    expect(error).toMatchObject({ code: "UNRECOGNIZED", status: 404, receivedCode: undefined });
    expect(cancelled).toHaveBeenCalledOnce();
  });

  it.each([
    [ANSWER.length, ""],
    [text(ANSWER).length - 1, ""],
    [text(ANSWER).length, ANSWER],
    [0, ""],
  ])("is measured in bytes: with %d allowed", async (maxBytes, expected) => {
    await expect(readBodyText(new Response(ANSWER), { maxBytes })).resolves.toBe(expected);
  });
});

describe("a body that stalls", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const never = (): Promise<never> => new Promise(() => undefined);

  it.each<[string, UnderlyingDefaultSource<Uint8Array>]>([
    ["before the first byte", { pull: never }],
    ["halfway", { start: (controller) => controller.enqueue(text('{"error":')), pull: never }],
    ["and whose cancel never settles", { pull: never, cancel: never }],
    ["and whose cancel fails", { pull: never, cancel: () => Promise.reject(new Error("no")) }],
    [
      "and whose cancel throws",
      {
        pull: never,
        cancel: () => {
          throw new Error("no");
        },
      },
    ],
  ])("%s is given up at the bound on time", async (_, source) => {
    let error: unknown;
    const reading = shop
      .fromResponse(new Response(new ReadableStream(source), { status: 503, headers: { "retry-after": "7" } }))
      .then((result) => {
        error = result;
      });
    await vi.advanceTimersByTimeAsync(9_999);
    expect(error).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    await reading;
    expect(error).toMatchObject({ code: "UNRECOGNIZED", status: 503, retry: { afterMs: 7000 } });
  });

  it.each<[string, object]>([
    ["a text that never comes", { text: never }],
    ["a reader that no cancel ends", { body: { getReader: () => ({ read: never, cancel: never }) } }],
    ["a reader whose cancel gives no promise", { body: { getReader: () => ({ read: never, cancel: () => undefined }) } }],
    ["a reader without a cancel", { body: { getReader: () => ({ read: never }) } }],
  ])("is given up where there is no stream that could be ended, but %s", async (_, members) => {
    const reading = shop.fromResponse({ status: 503, headers: new Headers(), ...members }, { timeoutMs: 50 });
    await vi.advanceTimersByTimeAsync(50);
    await expect(reading).resolves.toMatchObject({ code: "UNRECOGNIZED", status: 503 });
  });

  it("is given up when the caller gives up", async () => {
    const controller = new AbortController();
    const cancel = vi.fn(() => never());
    const reading = readBodyText(new Response(new ReadableStream({ pull: never, cancel })), { signal: controller.signal });
    await vi.advanceTimersByTimeAsync(1);
    controller.abort("enough");
    await expect(reading).resolves.toBe("");
    expect(cancel).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is not even begun where the caller gave up before", async () => {
    await expect(readBodyText(new Response(new ReadableStream({ pull: never })), { signal: AbortSignal.abort() })).resolves.toBe("");
    await expect(readBodyText(new Response(ANSWER), { signal: AbortSignal.abort() })).resolves.toBe("");
  });

  it.each([Infinity, Number.MAX_SAFE_INTEGER, 2 ** 31])(
    "is waited for with a timeout of %d, which no timer could hold",
    async (timeoutMs) => {
      const settled = vi.fn();
      void readBodyText(new Response(new ReadableStream({ pull: never })), { timeoutMs }).then(settled);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(settled).not.toHaveBeenCalled();
    },
  );
});

describe("a signal that breaks", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const fail = (): never => {
    throw new Error("no");
  };
  const stalled = (): Response => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));

  it.each<[string, object]>([
    ["when it is listened to", { addEventListener: fail, removeEventListener: () => undefined }],
    ["when it is left alone", { addEventListener: () => undefined, removeEventListener: fail }],
    ["because it cannot be left alone", { addEventListener: () => undefined }],
    ["because it is none", {}],
    ["when it is looked at", Proxy.revocable({}, {}).proxy],
  ])("%s ends neither the process nor hangs", async (_, signal) => {
    const reading = readBodyText(stalled(), { signal: signal as AbortSignal });
    // A timer that throws ends a process.
    expect(() => vi.advanceTimersByTime(10_000)).not.toThrow();
    await expect(reading).resolves.toBe("");
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a body that breaks", () => {
  it.each<unknown>([new Error("terminated"), "x", undefined, null, 7, { toString: null }])(
    "with the reason %j costs no more than what is missing",
    async (reason) => {
      const broken = (controller: ReadableStreamDefaultController): void => controller.error(reason);
      await expect(shop.fromResponse(responseOf([], broken).response)).resolves.toMatchObject({ code: "UNRECOGNIZED", status: 404 });
      await expect(shop.fromResponse(responseOf([text('{"error":{"code"')], broken).response)).resolves.toMatchObject({
        code: "UNRECOGNIZED",
        status: 404,
      });
      // A document that is complete can be trusted, whatever came after it.
      await expect(shop.fromResponse(responseOf([text(ANSWER)], broken).response)).resolves.toMatchObject({ code: "NO_SUCH_ITEM" });
    },
  );

  it("because its chunks are no bytes", async () => {
    const response = {
      status: 404,
      headers: new Headers(),
      body: new ReadableStream({ pull: (controller) => controller.enqueue("text") }),
    };
    await expect(shop.fromResponse(response, { maxBytes: 100 })).resolves.toMatchObject({ status: 404, code: "UNRECOGNIZED" });
  });

  it("because it was read before, or is being read", async () => {
    const used = new Response(ANSWER, { status: 404 });
    await used.text();
    await expect(shop.fromResponse(used)).resolves.toMatchObject({ status: 404, code: "UNRECOGNIZED", excerpt: "" });
    const locked = new Response(ANSWER, { status: 404 });
    locked.body?.getReader();
    await expect(shop.fromResponse(locked)).resolves.toMatchObject({ status: 404, code: "UNRECOGNIZED" });
  });

  it("leaves a clone as it is", async () => {
    const response = new Response(ANSWER, { status: 404 });
    await expect(shop.fromResponse(response.clone())).resolves.toMatchObject({ code: "NO_SUCH_ITEM" });
    await expect(response.text()).resolves.toBe(ANSWER);
  });
});

describe("a response that is not the platform's", () => {
  const read = (response: object, options?: ReadOptions) => shop.fromResponse(response as ResponseLike, options);

  it("is read by its text where it has no web stream", async () => {
    const response = { status: 404, headers: { get: () => null }, text: () => Promise.resolve(ANSWER) };
    await expect(read(response)).resolves.toMatchObject({ code: "NO_SUCH_ITEM" });
    await expect(read({ ...response, body: { pipe: () => undefined } })).resolves.toMatchObject({ code: "NO_SUCH_ITEM" });
  });

  it.each([
    [ANSWER.length, "NO_SUCH_ITEM"],
    [ANSWER.length - 1, "UNRECOGNIZED"],
  ])("counts as many characters as it has: with %d allowed, %s", async (maxBytes, code) => {
    const response = { status: 404, headers: { get: () => null }, text: () => Promise.resolve(ANSWER) };
    await expect(read(response, { maxBytes })).resolves.toMatchObject({ status: 404, code });
  });

  it.each<[string, object]>([
    ["no body at all", {}],
    ["a body that is null", { body: null }],
    ["a text that fails", { text: () => Promise.reject(new Error("no")) }],
    [
      "a text that throws",
      {
        text: () => {
          throw new Error("no");
        },
      },
    ],
  ])("with %s gives the error of the status", async (_, members) => {
    await expect(read({ status: 404, headers: new Headers({ "retry-after": "7" }), ...members })).resolves.toMatchObject({
      status: 404,
      code: "UNRECOGNIZED",
      retry: { afterMs: 7000 },
    });
  });

  it("without a body, as for an opaque answer, gives the error of the status", async () => {
    await expect(shop.fromResponse(new Response(null, { status: 404 }))).resolves.toMatchObject({ status: 404, code: "UNRECOGNIZED" });
    await expect(shop.fromResponse(Response.error())).resolves.toMatchObject({ status: 0, kind: "unknown", retry: { policy: "never" } });
  });

  it.each<unknown>([undefined, null, {}, "response", [], { ok: false }])(
    "nor even one, such as %j, is a TypeError that says what was expected",
    async (response) => {
      // What no type checker would let through.
      const wanted = expect.objectContaining({
        name: "TypeError",
        message: expect.stringMatching(/^shop\.fromResponse\(\) expects a response with a status\. Call shop\.decode\(/) as string,
      }) as Error;
      await expect(shop.fromResponse(response as ResponseLike)).rejects.toEqual(wanted);
    },
  );
});
