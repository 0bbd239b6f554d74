import { Readable } from "node:stream";
import { scaidrive } from "@scai-errors/scaidrive";
import { scaigrid } from "@scai-errors/scaigrid";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { createFetch } from "../src/create-fetch.js";
import { type StreamEvent, type StreamOptions, readEvents } from "../src/sse.js";
import { faultyServer } from "./faulty-server.js";
import { thrownBy } from "./thrown.js";

/** A body that arrives in these chunks. */
function streamOf(...chunks: readonly (string | Uint8Array)[]): {
  body: ReadableStream<Uint8Array>;
  state: { cancelled: boolean; pulled: number };
} {
  const state = { cancelled: false, pulled: 0 };
  const bytes = chunks.map((chunk) => (typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk));
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const next = bytes[state.pulled++];
        if (next) controller.enqueue(next);
        else controller.close();
      },
      cancel: () => void (state.cancelled = true),
    },
    { highWaterMark: 0 },
  );
  return { body, state };
}

interface Outcome {
  readonly data: string[];
  readonly thrown: unknown;
}

async function read(body: ReadableStream<Uint8Array>, options?: StreamOptions): Promise<Outcome> {
  const data: string[] = [];
  try {
    for await (const event of readEvents({ body }, scaigrid, options)) data.push(event.data);
  } catch (thrown) {
    return { data, thrown };
  }
  return { data, thrown: undefined };
}

const failure = 'event: error\ndata: {"code":"BACKEND_TIMEOUT","message":"Too slow."}\n\n';

describe("an event stream", () => {
  test("gives its events until [DONE]", async () => {
    const events: Omit<StreamEvent, "json">[] = [];
    const { body } = streamOf('id: 7\nevent: chunk\ndata: {"a":1}\n\n: a comment\n\ndata: two\ndata: lines\n\ndata: [DONE]\n\n');
    for await (const { event, data, id } of readEvents({ body }, scaigrid)) events.push({ event, data, id });
    expect(events).toEqual([
      { event: "chunk", data: '{"a":1}', id: "7" },
      { event: undefined, data: "two\nlines", id: undefined },
    ]);
  });

  test("F84 an error frame is the service's error, with its code's kind and advice and without a status", async () => {
    const { data, thrown } = await read(streamOf("data: a\n\n", failure).body);
    expect(data).toEqual(["a"]);
    expect(scaigrid.is(thrown)).toBe(true);
    expect(thrown).toMatchObject({ code: "BACKEND_TIMEOUT", kind: "deadline_exceeded", status: undefined, retry: { policy: "backoff" } });
  });

  test("F85 an error frame before [DONE] counts", async () => {
    expect(await read(streamOf("data: a\n\n", `${failure}data: [DONE]\n\n`).body)).toMatchObject({ thrown: { code: "BACKEND_TIMEOUT" } });
  });

  test("F85 [DONE] is the end, and whatever comes after it is not read", async () => {
    expect(await read(streamOf("data: a\n\ndata: [DONE]\n\ndata: b\n\n").body)).toEqual({ data: ["a"], thrown: undefined });
  });

  test("F86 both shapes of the frame are read", async () => {
    const wrapped = 'event: error\ndata: {"error":{"code":"BACKEND_TIMEOUT"}}\n\n';
    expect(await read(streamOf(wrapped).body)).toMatchObject({ thrown: { code: "BACKEND_TIMEOUT" } });
  });

  test.each(["[DONE] extra", "[done]", '[DONE]\ndata: {"a":1}', " [DONE]", "[DONE] ", '"[DONE]"'])(
    "F87 %j does not end a stream",
    async (forged) => {
      const { data, thrown } = await read(streamOf(`data: ${forged}\n\ndata: b\n\ndata: [DONE]\n\n`).body);
      expect(thrown).toBeUndefined();
      expect(data).toHaveLength(2);
    },
  );

  test("F88 a stream that ends too early is truncated, and not to be repeated", async () => {
    const { data, thrown } = await read(streamOf("data: a\n\n", "data: half").body);
    expect(data).toEqual(["a"]);
    expect(thrown).toMatchObject({ name: "TransportError", code: "STREAM_TRUNCATED", retry: { policy: "never" } });
  });

  test("F88 a stream without any event may be repeated", async () => {
    for (const body of [streamOf().body, streamOf("<html>", "A login page</html>").body]) {
      expect(await read(body)).toMatchObject({ thrown: { code: "STREAM_EMPTY", retry: { policy: "once", idempotentOnly: true } } });
    }
    expect(await thrownBy(readEvents({ body: null }, scaigrid).next())).toMatchObject({ code: "STREAM_EMPTY" });
  });

  test.each([
    ["an unnamed frame", 'data: {"error":{"code":"BACKEND_TIMEOUT","message":"Too slow."}}'],
    ["beside choices", 'data: {"choices":[],"error":{"code":"BACKEND_TIMEOUT","message":"Too slow."}}'],
    ["a frame named message", 'event: message\ndata: {"error":{"code":"BACKEND_TIMEOUT","message":"Too slow."}}'],
    ["a frame named Error", 'event: Error\ndata: {"code":"BACKEND_TIMEOUT","message":"Too slow."}'],
    ["JSON between frames", '{"error":{"code":"BACKEND_TIMEOUT","message":"Too slow."}}'],
  ])("an error object in %s is thrown, after what came before it", async (_, frame) => {
    const { data, thrown } = await read(streamOf(`data: a\n\n${frame}\n\ndata: [DONE]\n\n`).body);
    expect(data).toEqual(["a"]);
    expect(thrown).toMatchObject({ name: "ScaigridError", code: "BACKEND_TIMEOUT" });
  });

  test('"error": null is data', async () => {
    const event = '{"error":null,"choices":[]}';
    expect(await read(streamOf(`data: ${event}\n\ndata: [DONE]\n\n`).body)).toEqual({ data: [event], thrown: undefined });
  });

  test("JSON or text instead of a stream is the failure, and JSON between frames is one where the service says so", async () => {
    const body = '{"status":"error","error":{"code":"BACKEND_TIMEOUT","message":"Too slow."},"meta":{"request_id":"req_1"}}';
    const pretty = JSON.stringify(JSON.parse(body), undefined, 2);
    for (const text of [body, `${body}\n`, pretty]) {
      expect(await read(streamOf(...Array.from(text)).body)).toMatchObject({
        data: [],
        thrown: { name: "ScaigridError", code: "BACKEND_TIMEOUT" },
      });
    }
    expect(await read(streamOf("Internal Server Error").body)).toMatchObject({
      thrown: { name: "ScaigridError", message: "Internal Server Error" },
    });
    expect(await read(streamOf("data: a\n\n", "what is this\n", "data: [DONE]\n\n").body)).toEqual({ data: ["a"], thrown: undefined });
  });

  test("F88 a last line without its end is read where it ends the stream, or is an error", async () => {
    expect(await read(streamOf("data: a\n\ndata: [DONE]").body)).toEqual({ data: ["a"], thrown: undefined });
    expect(await read(streamOf(failure.trimEnd()).body)).toMatchObject({ thrown: { code: "BACKEND_TIMEOUT" } });
  });

  test("F93 a connection that breaks after the first event is truncation, and not to be repeated", async () => {
    const server = await faultyServer((socket) => {
      socket.write("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n9\r\ndata: a\n\n\r\n");
      setTimeout(() => socket.resetAndDestroy(), 30);
    });
    const data: string[] = [];
    const reading = (async () => {
      for await (const event of readEvents(await createFetch(scaigrid)(server.url), scaigrid)) data.push(event.data);
    })();
    expect(await thrownBy(reading)).toMatchObject({ code: "STREAM_TRUNCATED", receivedCode: "ECONNRESET", retry: { policy: "never" } });
    expect(data).toEqual(["a"]);
    expect(server.requests).toHaveLength(1);
  });

  test("an abort is thrown as the signal's reason", async () => {
    const server = await faultyServer(
      (socket) => void socket.write("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\ndata: a\n\n\r\n"),
    );
    for (const reason of [undefined, new Error("enough")]) {
      const controller = new AbortController();
      const events = readEvents(await createFetch(scaigrid)(server.url, { signal: controller.signal }), scaigrid);
      await events.next();
      setTimeout(() => controller.abort(reason), 20);
      expect(await thrownBy(events.next())).toBe(controller.signal.reason);
    }
  });

  test("leaving the loop cancels the stream", async () => {
    const { body, state } = streamOf("data: a\n\n", "data: b\n\n", "data: c\n\n");
    for await (const { data } of readEvents({ body }, scaigrid)) if (data === "a") break;
    expect(state).toEqual({ cancelled: true, pulled: 1 });
  });

  test("a stream of Node that says no more after [DONE] is destroyed", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const body = new Readable({ read: () => undefined });
    body.push("data: a\n\ndata: [DONE]\n\n");
    for await (const { data } of readEvents({ body }, scaigrid)) expect(data).toBe("a");
    expect(body.destroyed).toBe(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(body.destroyed).toBe(true);
    vi.useRealTimers();
  });

  test("a stream that has ended well keeps its connection", async () => {
    const server = await faultyServer((socket) => {
      socket.write("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\ne\r\ndata: [DONE]\n\n\r\n");
      setTimeout(() => socket.write("0\r\n\r\n"), 10);
    });
    for (let calls = 0; calls < 6; calls++) {
      for await (const event of readEvents(await createFetch(scaigrid)(server.url), scaigrid)) expect(event).toBeUndefined();
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    expect(server.requests).toHaveLength(6);
    expect(server.opened()).toBeLessThanOrEqual(2);
  });

  test("a stream of another service may end with other data, or with none", async () => {
    expect(await read(streamOf("data: a\n\ndata: end\n\n").body, { endsWith: "end" })).toEqual({ data: ["a"], thrown: undefined });
    expect(await read(streamOf("data: a\n\n").body, { endsWith: undefined })).toEqual({ data: ["a"], thrown: undefined });
  });
});

describe("hostile streams", () => {
  test("F89 CRLF, CR and LF, a byte order mark, no space after the colon, and characters cut in two", async () => {
    const text = "\uFEFFdata:ä\r\n\r\ndata: 🎈\r\rdata: c\n\ndata: [DONE]\r\n\r\n";
    const bytes = new TextEncoder().encode(text);
    const expected = { data: ["ä", "🎈", "c"], thrown: undefined };
    expect(await read(streamOf(bytes).body)).toEqual(expected);
    expect(await read(streamOf(...Array.from(bytes, (byte) => Uint8Array.of(byte))).body)).toEqual(expected);
  });

  test("F89 what only looks like a byte order mark is part of the line, in one chunk as in many", async () => {
    const bytes = new TextEncoder().encode("ï»¿data: a\n\ndata: [DONE]\n\n");
    for (const chunks of [[bytes], Array.from(bytes, (byte) => Uint8Array.of(byte))]) {
      expect(await read(streamOf(...chunks).body)).toEqual({ data: [], thrown: undefined });
    }
  });

  test("F89 a stream that ends with carriage returns gives its last event", async () => {
    expect(await read(streamOf("data: a\r\r").body, { endsWith: undefined })).toEqual({ data: ["a"], thrown: undefined });
  });

  test("F90 a line, an event or a comment without end is refused", async () => {
    for (const endless of ["data: " + "x".repeat(200), "data: x\n".repeat(40), ": " + "x".repeat(200), "id: " + "x".repeat(200)]) {
      const { body, state } = streamOf("data: a\n\n", endless, "more", "and more");
      expect(await read(body, { maxEventLength: 100 })).toMatchObject({ data: ["a"], thrown: { code: "EVENT_TOO_LARGE" } });
      expect(state).toEqual({ cancelled: true, pulled: 2 });
    }
  });

  test("F90 the limit is for one event, and not for all of them", async () => {
    const { data, thrown } = await read(streamOf("data: x\n\n".repeat(1000), "data: [DONE]\n\n").body, { maxEventLength: 20 });
    expect([data.length, thrown]).toEqual([1000, undefined]);
  });

  test("F90 two hundred thousand tiny chunks take linear time", async () => {
    const x = Uint8Array.of(120);
    let left = 200_000;
    const start = new TextEncoder().encode("data: ");
    const end = new TextEncoder().encode("\n\ndata: [DONE]\n\n");
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(start),
      pull: (controller) => controller.enqueue(left-- > 0 ? x : end),
    });
    const { data } = await read(body, { maxEventLength: 2_000_000 });
    expect(data[0]).toHaveLength(200_000);
  });

  test.each(["-1", "1e3", "99999999999999999999", "soon", ""])("F91 a retry field of %j changes nothing", async (value) => {
    expect(await read(streamOf(`retry: ${value}\ndata: a\n\ndata: [DONE]\n\n`).body)).toEqual({ data: ["a"], thrown: undefined });
  });

  test("F92 data that is no JSON is not quoted", async () => {
    const secret = "sk-3f9a8b7c6d5e";
    for await (const event of readEvents({ body: streamOf(`data: {"key": "${secret}\n\ndata: [DONE]\n\n`).body }, scaigrid)) {
      try {
        event.json();
        expect.unreachable();
      } catch (thrown) {
        expect(thrown).toMatchObject({ name: "TransportError", code: "EVENT_UNREADABLE" });
        const { message, stack, cause } = thrown as Error;
        expect(`${message}${stack}${String(cause)}${JSON.stringify(thrown)}`).not.toContain(secret);
      }
    }
  });

  test("F92 an error frame whose data is no JSON is an error all the same, and quotes nothing", async () => {
    const { thrown } = await read(streamOf("event: error\ndata: {secret\n\n").body);
    expect(thrown).toMatchObject({ name: "ScaigridError", code: "UNRECOGNIZED" });
    expect(JSON.stringify(thrown)).not.toContain("secret");
  });

  test("data that is JSON is parsed", async () => {
    for await (const event of readEvents({ body: streamOf('data: {"a":1}\n\ndata: [DONE]\n\n').body }, scaigrid)) {
      expect(event.json()).toEqual({ a: 1 });
    }
  });

  test("a limit that is none is refused with a sentence", async () => {
    const events = readEvents({ body: streamOf().body }, scaigrid, { maxEventLength: NaN });
    expect(await thrownBy(events.next())).toEqual(new TypeError("readEvents(): maxEventLength is a number of characters above 0."));
  });

  test.each<[string, unknown, unknown]>([
    ["a promise of a response", Promise.resolve(streamOf()), scaigrid],
    ["the two in the wrong order", scaigrid, streamOf()],
    ["no response", undefined, scaigrid],
    ["what has neither a body nor a text", {}, scaigrid],
    ["no service", streamOf(), undefined],
    ["a service without event streams", streamOf(), scaidrive],
  ])("what is given wrongly is refused with a sentence, and is no failure of the network: %s", async (_, response, service) => {
    const events = readEvents(response as Response, service as typeof scaigrid);
    expect(await thrownBy(events.next())).toEqual(
      new TypeError("readEvents() expects a response that was awaited, and a service that has event streams, such as scaigrid."),
    );
  });

  test("property 6: however a stream is cut into chunks, its events and its error are the same", async () => {
    const piece = fc.constantFrom(
      "data: a",
      "data:b",
      "event: error",
      "event: x",
      "id: 1",
      ": c",
      "retry: 5",
      "data: [DONE]",
      'data: {"code":"BACKEND_TIMEOUT"}',
      "data: 🎈ä",
      "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      "\uFEFF",
      "ï»¿",
      "\0",
    );
    const lineEnd = fc.constantFrom("\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\r\r", "");
    const text = fc.array(fc.tuple(piece, lineEnd), { maxLength: 12 }).map((lines) => lines.flat().join(""));
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 60 }), async (whole, sizes) => {
        const bytes = new TextEncoder().encode(whole);
        const chunks: Uint8Array[] = [];
        for (let from = 0, at = 0; from < bytes.length; at++) {
          const size = sizes[at % sizes.length] ?? 1;
          chunks.push(bytes.slice(from, from + size));
          from += size;
        }
        const options = { maxEventLength: 60 };
        const [one, other] = [await read(streamOf(bytes).body, options), await read(streamOf(...chunks).body, options)];
        expect(other.data).toEqual(one.data);
        expect((other.thrown as { id?: string } | undefined)?.id).toBe((one.thrown as { id?: string } | undefined)?.id);
      }),
    );
  });
});
