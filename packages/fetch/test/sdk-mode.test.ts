import { Readable } from "node:stream";
import { scaigrid } from "@scai-errors/scaigrid";
import { describe, expect, test } from "vitest";
import { createFetch } from "../src/create-fetch.js";
import type { FetchOptions } from "../src/options.js";
import { fakeRuntime, noWaiting } from "./fake-runtime.js";
import { type FaultyServer, faultyServer, http } from "./faulty-server.js";
import { thrownBy } from "./thrown.js";

const failure = (code: string, more: object = {}): string =>
  JSON.stringify({ status: "error", error: { code, message: `It is ${code}.`, ...more }, meta: { request_id: "req_7" } });
const json = { "content-type": "application/json" };
const post = (body: string): RequestInit => ({ method: "POST", headers: { "content-type": "application/json" }, body });

/** A server that gives these answers, one after the other, and successes from then on; and the fetch of an SDK that talks to it. */
async function served(
  answers: readonly string[],
  options: FetchOptions = {},
): Promise<{ server: FaultyServer; sdkFetch: typeof fetch; clock: () => number }> {
  const server = await faultyServer((socket, _, count) => socket.write(answers[count - 1] ?? http(200, json, "{}")));
  const runtime = noWaiting();
  const sdkFetch = createFetch(scaigrid, {
    throws: false,
    runtime,
    attemptTimeoutMs: Infinity,
    totalTimeoutMs: Infinity,
    ...options,
  });
  return { server, sdkFetch, clock: runtime.now };
}

describe("createFetch(service, { throws: false })", () => {
  test("a success is passed on", async () => {
    const { sdkFetch, server } = await served([]);
    const response = await sdkFetch(server.url);
    expect([response.status, await response.text(), response.headers.get("x-should-retry")]).toEqual([200, "{}", null]);
  });

  test("a failure that is of no use to repeat is returned after one request, unread, final, and with the id that only the body had", async () => {
    const body = failure("QUOTA_EXCEEDED");
    const { sdkFetch, server } = await served([http(429, json, body)]);
    const response = await sdkFetch(server.url, post("{}"));
    expect(response.status).toBe(429);
    expect(response.url).toBe(server.url);
    expect(response.bodyUsed).toBe(false);
    expect(response.headers.get("x-should-retry")).toBe("false");
    expect(response.headers.get("x-request-id")).toBe("req_7");
    expect(await response.text()).toBe(body);
    expect(server.requests).toHaveLength(1);
  });

  test("the id of the header stays", async () => {
    const { sdkFetch, server } = await served([http(429, { ...json, "x-request-id": "req_header" }, failure("QUOTA_EXCEEDED"))]);
    expect((await sdkFetch(server.url)).headers.get("x-request-id")).toBe("req_header");
  });

  test("an id that no header takes is left out", async () => {
    const body = JSON.stringify({ error: { code: "QUOTA_EXCEEDED", message: "No more." }, meta: { request_id: "req_日本" } });
    const { sdkFetch, server } = await served([http(429, json, body)]);
    const response = await sdkFetch(server.url);
    expect([response.status, response.headers.get("x-request-id")]).toEqual([429, null]);
  });

  test("a failure is retried as documented before it is returned, and never earlier than asked", async () => {
    const limited = http(429, { ...json, "retry-after": "2" }, failure("RATE_LIMITED"));
    const { sdkFetch, server, clock } = await served([limited, limited, limited]);
    const response = await sdkFetch(server.url, post("{}"));
    expect(response.status).toBe(429);
    expect(server.requests).toHaveLength(3);
    expect(clock()).toBeGreaterThanOrEqual(4000);
    const error = await scaigrid.fromResponse(response);
    expect(error).toMatchObject({ code: "RATE_LIMITED", requestId: "req_7", retry: { policy: "backoff", afterMs: 2000 } });
  });

  test("a retry that succeeds is all that the client sees, and a connection is enough", async () => {
    const { sdkFetch, server } = await served([http(503, json, failure("SERVICE_UNAVAILABLE"))]);
    expect((await sdkFetch(server.url)).status).toBe(200);
    expect(server.requests).toHaveLength(2);
    expect(server.opened()).toBe(1);
  });

  test("a failed connection is thrown, since there is no response to return", async () => {
    const { sdkFetch, server } = await served([]);
    await server.close();
    expect(await thrownBy(sdkFetch(server.url))).toMatchObject({ name: "TransportError", code: "CONNECTION_FAILED", attempts: 2 });
  });

  test("a wait that ends after the deadline gives the response, with its body", async () => {
    const fetch = (): Promise<Response> =>
      Promise.resolve(new Response(failure("RATE_LIMITED"), { status: 429, headers: { "retry-after": "1" } }));
    const sdkFetch = createFetch(scaigrid, { throws: false, fetch, runtime: fakeRuntime({ late: 3_600_000 }) });
    expect(await (await sdkFetch("http://a.example")).text()).toContain("RATE_LIMITED");
  });

  describe("whose body", () => {
    const head = "HTTP/1.1 404 Not Found\r\ncontent-length: 1000\r\n\r\n";
    const begun = '{"error":';

    test("stalls comes when the attempt's time is over, with what had arrived, and nothing is left that could end the process", async () => {
      const server = await faultyServer((socket) => void socket.write(head + begun));
      const response = await createFetch(scaigrid, { throws: false, attemptTimeoutMs: 200 })(server.url);
      expect([response.status, await response.text(), response.headers.get("x-should-retry")]).toEqual([404, begun, "false"]);
      await expect.poll(() => server.open()).toBe(0);
    });

    test("breaks comes with what had arrived", async () => {
      const server = await faultyServer((socket) => {
        socket.write(head + begun);
        setTimeout(() => socket.resetAndDestroy(), 30);
      });
      const response = await createFetch(scaigrid, { throws: false })(server.url);
      expect([response.status, await response.text()]).toEqual([404, begun]);
    });

    test("is large is not read to its end, and is whole for whoever reads it", async () => {
      let sent = 0;
      const pieces = 40;
      const body = new ReadableStream<Uint8Array>(
        {
          pull: (controller) => {
            if (sent === pieces) controller.close();
            else controller.enqueue(new Uint8Array(100_000).fill(97 + (sent++ % 26)));
          },
        },
        { highWaterMark: 0 },
      );
      const sdkFetch = createFetch(scaigrid, { throws: false, fetch: () => Promise.resolve(new Response(body, { status: 404 })) });
      const response = await sdkFetch("http://a.example");
      expect(sent).toBeLessThan(15);
      const text = await response.text();
      expect(text).toHaveLength(pieces * 100_000);
      expect([text[0], text[1_100_000], text.at(-1)]).toEqual(["a", "l", "n"]);
    });

    test("is large, is let go where nobody wants the rest", async () => {
      const server = await faultyServer((socket) => void socket.write(`HTTP/1.1 404 Not Found\r\n\r\n${"x".repeat(2_000_000)}`));
      const response = await createFetch(scaigrid, { throws: false })(server.url);
      await response.body?.cancel();
      await expect.poll(() => server.open()).toBe(0);
    });

    test("is aborted by the caller rejects with the reason", async () => {
      const server = await faultyServer((socket) => void socket.write(head + begun));
      const reason = new Error("enough");
      const caller = new AbortController();
      setTimeout(() => caller.abort(reason), 100);
      expect(await thrownBy(createFetch(scaigrid, { throws: false })(server.url, { signal: caller.signal }))).toBe(reason);
    });
  });

  test("a status that no response can be made with is returned as it is", async () => {
    const response = Object.defineProperty(new Response("", { status: 500 }), "status", { value: 999 });
    const sdkFetch = createFetch(scaigrid, { throws: false, retry: { attempts: 1 }, fetch: () => Promise.resolve(response) });
    expect(await sdkFetch("http://a.example")).toBe(response);
  });
});

describe("a client that repeats what was given up", () => {
  test("gets the same again for a while, and nothing is sent", async () => {
    const body = failure("QUOTA_EXCEEDED");
    const { sdkFetch, server } = await served([http(429, json, body), http(429, json, body)]);
    for (let times = 0; times < 7; times++) {
      const response = await sdkFetch(server.url, post("{}"));
      expect([response.status, await response.text(), response.headers.get("x-should-retry")]).toEqual([429, body, "false"]);
    }
    expect(server.requests).toHaveLength(1);
    await sdkFetch(server.url, post("{}"));
    expect(server.requests).toHaveLength(2);
  });

  test("but not where it is aborted: then it rejects with the signal's reason", async () => {
    const { sdkFetch, server } = await served([http(429, json, failure("QUOTA_EXCEEDED"))]);
    await sdkFetch(server.url);
    const reason = new Error("enough");
    const signal = AbortSignal.abort(reason);
    expect(await thrownBy(sdkFetch(server.url, { signal }))).toBe(reason);
    expect(await thrownBy(sdkFetch(new Request(server.url, { signal })))).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  test("and so for an error that was thrown", async () => {
    const { sdkFetch, server } = await served([]);
    await server.close();
    const first = await thrownBy(sdkFetch(server.url, post("{}")));
    expect(await thrownBy(sdkFetch(server.url, post("{}")))).toBe(first);
  });

  const standing = async (init: RequestInit, afterMs: number, repeated: RequestInit = init): Promise<number> => {
    const runtime = fakeRuntime();
    let sent = 0;
    const fetch = (): Promise<Response> => {
      sent++;
      return Promise.resolve(new Response(failure("QUOTA_EXCEEDED"), { status: 429 }));
    };
    const sdkFetch = createFetch(scaigrid, { throws: false, fetch, runtime });
    await sdkFetch("http://a.example", init);
    runtime.jump(afterMs);
    await sdkFetch("http://a.example", repeated);
    return sent;
  };

  test.each<[string, RequestInit, number, number]>([
    ["POST", post("{}"), 5000, 1],
    ["POST", post("{}"), 5001, 2],
    ["GET", {}, 1000, 1],
    ["GET", {}, 1001, 2],
  ])("%s stands for a while: %j after %i ms: %i requests", async (_, init, afterMs, requests) => {
    expect(await standing(init, afterMs)).toBe(requests);
  });

  test.each<[string, RequestInit]>([
    ["another body", post("[]")],
    ["another method", { ...post("{}"), method: "PATCH" }],
    ["another header, such as a new token", { ...post("{}"), headers: { authorization: "Bearer new" } }],
    ["a stream, which nobody can compare", { ...post("{}"), body: new Blob(["{}"]).stream(), duplex: "half" } as RequestInit],
  ])("is sent again with %s", async (_, repeated) => {
    expect(await standing(post("{}"), 0, repeated)).toBe(2);
  });

  describe("asks anew for what may end in another way, once something was changed", () => {
    /** How many requests are sent when the same one comes before and after another. */
    const sentAround = async (code: string, status: number, between: RequestInit | undefined): Promise<number> => {
      let sent = 0;
      const fetch: typeof globalThis.fetch = (input) => {
        if (input === "http://a.example/other") return Promise.resolve(new Response("{}"));
        sent++;
        return Promise.resolve(new Response(failure(code), { status }));
      };
      const sdkFetch = createFetch(scaigrid, { throws: false, fetch, runtime: fakeRuntime() });
      await sdkFetch("http://a.example", post("{}"));
      if (between) await sdkFetch("http://a.example/other", between);
      await sdkFetch("http://a.example", post("{}"));
      return sent;
    };

    test.each<[string, number, RequestInit | undefined, number]>([
      ["SLUG_CONFLICT", 409, { method: "DELETE" }, 2],
      ["MODEL_NOT_FOUND", 404, post("{}"), 2],
      ["MODEL_NOT_FOUND", 404, {}, 1],
      ["MODEL_NOT_FOUND", 404, undefined, 1],
      // A budget is not freed by other requests, and a busy client has those all the time.
      ["QUOTA_EXCEEDED", 429, post("[]"), 1],
    ])("%s (%i) before and after %j: %i requests", async (code, status, between, requests) => {
      expect(await sentAround(code, status, between)).toBe(requests);
    });

    test("of a Request, its own method counts", async () => {
      expect(await sentAround("SLUG_CONFLICT", 409, undefined)).toBe(1);
      let sent = 0;
      const fetch = (input: unknown): Promise<Response> => {
        if (input instanceof Request) return Promise.resolve(new Response("{}"));
        sent++;
        return Promise.resolve(new Response(failure("SLUG_CONFLICT"), { status: 409 }));
      };
      const sdkFetch = createFetch(scaigrid, { throws: false, fetch, runtime: fakeRuntime() });
      await sdkFetch("http://a.example", post("{}"));
      await sdkFetch(new Request("http://a.example/other", { method: "PATCH" }));
      await sdkFetch("http://a.example", post("{}"));
      expect(sent).toBe(2);
    });
  });

  test("its own count of its repetitions makes no difference", async () => {
    const counted = (count: string): RequestInit => ({ ...post("{}"), headers: { "X-Stainless-Retry-Count": count } });
    expect(await standing(counted("0"), 0, counted("1"))).toBe(1);
  });

  test("waits as long as the service asked for, and gets it even then", async () => {
    const runtime = fakeRuntime();
    let sent = 0;
    const fetch = (): Promise<Response> => {
      sent++;
      return Promise.resolve(new Response(failure("RATE_LIMITED"), { status: 429, headers: { "retry-after": "30" } }));
    };
    const sdkFetch = createFetch(scaigrid, { throws: false, fetch, runtime });
    for (let times = 0; times < 3; times++) {
      await sdkFetch("http://a.example");
      runtime.jump(30_500);
    }
    expect(sent).toBe(3);
  });

  test("at most twenty are remembered, and no large bodies", async () => {
    let sent = 0;
    const fetch: typeof globalThis.fetch = (input) => {
      sent++;
      const isLarge = input === "http://a.example/large";
      return Promise.resolve(new Response(isLarge ? "x".repeat(70_000) : failure("QUOTA_EXCEEDED"), { status: 402 }));
    };
    const sdkFetch = createFetch(scaigrid, { throws: false, fetch, runtime: fakeRuntime() });
    for (let number = 0; number < 21; number++) await sdkFetch(`http://a.example/${number}`);
    await sdkFetch("http://a.example/1");
    expect(sent).toBe(21);
    await sdkFetch("http://a.example/0");
    expect(sent).toBe(22);
    for (let times = 0; times < 2; times++) expect(await (await sdkFetch("http://a.example/large")).text()).toHaveLength(70_000);
    expect(sent).toBe(24);
  });
});

describe("an event stream", () => {
  const head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
  const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
  const errorFrame = 'event: error\ndata: {"code":"BACKEND_TIMEOUT","message":"Too slow."}\n\n';

  /** What a client reads of a stream that is sent in these chunks, and what it fails with. */
  const read = async (chunks: readonly string[], end: "ends" | "breaks" = "ends"): Promise<{ text: string; thrown: unknown }> => {
    const server = await faultyServer((socket) => {
      socket.write(head + chunks.map(chunk).join("") + (end === "ends" ? "0\r\n\r\n" : ""));
      if (end === "breaks") setTimeout(() => socket.resetAndDestroy(), 30);
    });
    const { body, status } = await createFetch(scaigrid, { throws: false })(server.url);
    expect(status).toBe(200);
    let text = "";
    try {
      for await (const bytes of body ?? []) text += new TextDecoder().decode(bytes);
    } catch (thrown) {
      return { text, thrown };
    }
    return { text, thrown: undefined };
  };

  test("without an error frame is handed on whole", async () => {
    const text = 'data: {"ä":1}\n\n: a comment\n\ndata: [DONE]\n\n';
    expect(await read([text.slice(0, 10), text.slice(10)])).toEqual({ text, thrown: undefined });
    expect(await read(["data: a\r\n\r\ndata: b"])).toMatchObject({ text: "data: a\n\ndata: b", thrown: undefined });
  });

  test("fails with the service's error at an error frame, after what came before was delivered", async () => {
    for (const chunks of [
      [`data: a\n\n${errorFrame}data: [DONE]\n\n`],
      ["data: a\n\n", errorFrame],
      Array.from(`data: a\n\n${errorFrame}`),
    ]) {
      const { text, thrown } = await read(chunks);
      expect(text).toBe("data: a\n\n");
      expect(thrown).toMatchObject({ name: "ScaigridError", code: "BACKEND_TIMEOUT" });
    }
  });

  test("an error object in an unnamed frame counts as well", async () => {
    const frame = 'data: {"error":{"code":"BACKEND_TIMEOUT","message":"Too slow."}}\n\n';
    expect(await read([`data: a\n\n${frame}`])).toMatchObject({ text: "data: a\n\n", thrown: { code: "BACKEND_TIMEOUT" } });
  });

  test("a body that is no web stream is handed on as it is", async () => {
    const response = Object.defineProperty(new Response("", { headers: { "content-type": "text/event-stream" } }), "body", {
      value: Readable.from(["data: a"]),
    });
    const sdkFetch = createFetch(scaigrid, { throws: false, fetch: () => Promise.resolve(response) });
    expect(await sdkFetch("http://a.example")).toBe(response);
  });

  test("so does a last frame without its end, and a frame that is the first", async () => {
    expect(await read([errorFrame.trimEnd()])).toMatchObject({ text: "", thrown: { code: "BACKEND_TIMEOUT" } });
    expect(await read(["data: a\n\n", errorFrame.trimEnd()])).toMatchObject({ text: "data: a\n\n", thrown: { code: "BACKEND_TIMEOUT" } });
  });

  test("whose connection breaks fails as truncated", async () => {
    expect(await read(["data: a\n\n"], "breaks")).toMatchObject({ text: "data: a\n\n", thrown: { code: "STREAM_TRUNCATED" } });
  });

  test("a frame beyond all bounds is handed on unseen, and the next one is looked at", async () => {
    const large = `data: ${"x".repeat(1_500_000)}\n\n`;
    const { text, thrown } = await read([large.slice(0, 1_200_000), large.slice(1_200_000), errorFrame]);
    expect(text).toBe(large);
    expect(thrown).toMatchObject({ code: "BACKEND_TIMEOUT" });
  });

  test("however it is cut, also within the end of a frame beyond all bounds, it is the same", async () => {
    const large = `data: ${"x".repeat(1_100_000)}`;
    const whole = `${large}\n\n${errorFrame}`;
    for (const cut of [large.length - 1, large.length, large.length + 1, large.length + 2, large.length + 3]) {
      // Without sockets, which may join what was written in pieces.
      const pieces = [whole.slice(0, cut), whole.slice(cut, cut + 1), whole.slice(cut + 1)].map((text) => new TextEncoder().encode(text));
      const source = new ReadableStream({
        pull: (controller) => {
          const piece = pieces.shift();
          if (piece) controller.enqueue(piece);
          else controller.close();
        },
      });
      const response = new Response(source, { headers: { "content-type": "text/event-stream" } });
      const { body } = await createFetch(scaigrid, { throws: false, fetch: () => Promise.resolve(response) })("http://a.example");
      let text = "";
      const reading = (async () => {
        for await (const bytes of body ?? []) text += new TextDecoder().decode(bytes);
      })();
      expect(await thrownBy(reading)).toMatchObject({ code: "BACKEND_TIMEOUT" });
      expect(text).toBe(`${large}\n\n`);
    }
  });

  test("in very many tiny pieces takes linear time", async () => {
    const piece = new TextEncoder().encode("x".repeat(8));
    let left = 125_000;
    const source = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode("data: ")),
      pull: (controller) => {
        left--;
        if (left > 0) controller.enqueue(piece);
        else controller.close();
      },
    });
    const response = new Response(source, { headers: { "content-type": "text/event-stream" } });
    const sdkFetch = createFetch(scaigrid, { throws: false, fetch: () => Promise.resolve(response) });
    expect(await (await sdkFetch("http://a.example")).text()).toHaveLength(6 + 8 * 124_999);
  });

  test("what is no event stream is not touched", async () => {
    const response = new Response(errorFrame, { headers: { "content-type": "text/plain" } });
    const sdkFetch = createFetch(scaigrid, { throws: false, fetch: () => Promise.resolve(response) });
    expect(await sdkFetch("http://a.example")).toBe(response);
  });

  test("cancelling it cancels the connection's", async () => {
    const server = await faultyServer((socket) => void socket.write(head + chunk("data: a\n\n")));
    const { body } = await createFetch(scaigrid, { throws: false })(server.url);
    const reader = body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await expect.poll(() => server.open()).toBe(0);
  });
});
