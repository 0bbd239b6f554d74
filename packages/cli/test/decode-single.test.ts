import { transportError } from "@scai-errors/core";
import { transportDocs } from "@scai-errors/core/docs";
import { answer } from "@scai-errors/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readingsOf } from "../src/decode/reading.js";
import { services } from "../src/services.js";
import { type Ended, pipe, withoutProse, UNSAFE } from "./run.js";

/** Every code that an answer reports, with that answer. */
const answered = services.flatMap(({ service }) =>
  Object.keys(service.codes).flatMap((code) => {
    try {
      const sent = answer(service, code);
      return [{ service: service.name, id: `${service.name}/${code}`, ...sent }];
    } catch {
      // Closes of WebSockets and damaged downloads are no answers.
      return [];
    }
  }),
);

interface Shown {
  readonly id?: string;
  readonly status?: number;
  readonly message?: string;
  readonly requestId?: string;
}

function shownIn({ out }: Ended): readonly Shown[] {
  return JSON.parse(out) as readonly Shown[];
}

function curl({ status, headers, body }: (typeof answered)[number], version = "HTTP/2", lineEnd = "\r\n"): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${version} ${status}`, ...lines, "", body].join(lineEnd);
}

describe("decode of one answer", () => {
  it("reads every code out of curl's output, with what the service's own package reads", async () => {
    expect(answered.length).toBeGreaterThan(290);
    for (const sent of answered) {
      const [shown] = shownIn(await pipe(curl(sent), "decode", "--service", sent.service, "--json"));
      const error = services.find(({ service }) => service.name === sent.service)!.service.decode(sent);
      const { id, status, message, requestId } = error;
      expect({ ...{ requestId: undefined }, ...shown }).toMatchObject({ id, status, message, requestId });
      expect(id).toBe(sent.id);
    }
  });

  it.each([
    ["HTTP/1.1", "\r\n"],
    ["HTTP/1.0", "\n"],
    ["HTTP/3", "\n"],
  ])("reads %s and any line ends", async (version, lineEnd) => {
    const sent = answered.find(({ id }) => id === "scaigrid/RATE_LIMITED")!;
    expect(shownIn(await pipe(curl(sent, version, lineEnd), "decode", "--json"))).toMatchObject([{ id: sent.id, status: 429 }]);
  });

  it("shows no status that nobody sent: a code alone stands alone in the message", async () => {
    const [shown] = shownIn(await pipe('{"error": {"code": "RATE_LIMITED"}}', "decode", "--json"));
    expect(shown).toMatchObject({ id: "scaigrid/RATE_LIMITED", message: "RATE_LIMITED" });
    expect(shown).not.toHaveProperty("status");
  });

  it("reads the last of several hops, and says which came before", async () => {
    const sent = answered.find(({ id }) => id === "scaidrive/GONE")!;
    const hops =
      "HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 307 Temporary Redirect\r\nlocation: /x\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n";
    const { code, out, err } = await pipe(hops + curl(sent, "HTTP/1.1"), "decode", "--service", "scaidrive");
    expect(code).toBe(0);
    expect(out).toMatch(/^scaidrive\/GONE {2}410/);
    expect(err).toBe("The answers before it: 200, 307, 100.\n");
  });

  it("reads curl -v, without what was sent", async () => {
    const text = [
      "*   Trying 127.0.0.1:8787...",
      "> GET /v1/models HTTP/1.1",
      "> Authorization: Bearer SECRET",
      ">",
      "< HTTP/1.1 404 Not Found",
      "< X-Request-Id: req_9",
      "<",
      "{ [101 bytes data]",
      '{"error":{"code":"MODEL_NOT_FOUND","message":"No such model"}}',
      "* Connection #0 left intact",
    ].join("\n");
    const { out } = await pipe(text, "decode");
    await expect(withoutProse(out)).toMatchFileSnapshot("golden/decode-verbose.txt");
  });

  it("reads a bare body, by the code in it", async () => {
    const body = '{"status":"error","error":{"code":"RATE_LIMITED","message":"Slow down"},"meta":{"request_id":"req_7"}}';
    const { code, out, err } = await pipe(body, "decode");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    await expect(withoutProse(out)).toMatchFileSnapshot("golden/decode-body.txt");
    // Windows PowerShell's redirection, and editors that put a byte order mark in front.
    const encodings = [Buffer.from(`\ufeff${body}\r\n`, "utf16le"), Buffer.from(`\ufeff${body}`)];
    for (const encoded of encodings) expect((await pipe(encoded, "decode")).out).toBe(out);
  });

  it("shows the fields that are wrong, and how long to wait", async () => {
    const body = '{"error":{"code":"VALIDATION_ERROR","message":"No","details":[{"field":"name","message":"missing"}]}}';
    const head = "HTTP/2 422\nretry-after: 90\nset-cookie: session=SECRET\n\n";
    await expect(withoutProse((await pipe(head + body, "decode", "-s", "scaigrid")).out)).toMatchFileSnapshot("golden/decode-fields.txt");
  });

  it("asks for the service where several have the code", async () => {
    const { out, err } = await pipe('HTTP/2 500\n\n{"error":{"code":"internal_error"}}', "decode", "--service", "scaikey,scaiwave");
    expect(out).toContain("scaikey/internal_error");
    expect(err).toContain("Name the one that was called");
  });

  it("goes by the status where nobody has the code, and shows nothing of the body", async () => {
    const { code, out, err } = await pipe("HTTP/1.1 502 Bad Gateway\nx-request-id: req_1\n\nSECRET words", "decode");
    expect(code).toBe(0);
    await expect(withoutProse(out + err)).toMatchFileSnapshot("golden/decode-status.txt");
  });

  it("gives the advice of every status that core gives where nobody has the code", async () => {
    const { service } = services[0]!;
    for (let status = 400; status < 600; status++) {
      const [shown] = shownIn(await pipe(`HTTP/1.1 ${status}\nretry-after: 3\n\n`, "decode", "--json"));
      const { kind, retry } = service.describe({ status, headers: { "retry-after": "3" } });
      expect(shown).toMatchObject({ status, kind, retry });
      expect(shown).not.toHaveProperty("id");
    }
    expect((await pipe("HTTP/1.1 401\n\n", "decode")).out).not.toContain("idempotent");
  });

  it("shows what a named service sends that its package does not know", async () => {
    const { out } = await pipe('{"error":{"code":"OF_TOMORROW","message":"New"}}', "decode", "--service", "scaigrid", "--status", "409");
    await expect(withoutProse(out)).toMatchFileSnapshot("golden/decode-unrecognized.txt");
  });

  it("reads the error frame of a stream that failed after its answer had begun, also where it is cut off", async () => {
    const frames = 'data: {"choices":[]}\n\nevent: error\ndata: {"error":{"code":"MODEL_UNAVAILABLE",\ndata: "message":"Gone"}}';
    const head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n";
    for (const input of [head + frames, `${head}${frames}\n\ndata: [DONE]\n\n`.replaceAll("\n", "\r\n"), frames])
      expect(shownIn(await pipe(input, "decode", "--json"))).toMatchObject([{ id: "scaigrid/MODEL_UNAVAILABLE", message: "Gone" }]);
    expect((await pipe(`${head}data: [DONE]`, "decode")).code).toBe(1);
  });

  it("reads the JSON of an error, and of a problem (RFC 9457)", async () => {
    const { service } = services[0]!;
    const error = service.decode({ status: 404, body: { error: { code: "MODEL_NOT_FOUND", message: "No" } } });
    expect(shownIn(await pipe(JSON.stringify(error), "decode", "--json"))).toMatchObject([{ id: "scaigrid/MODEL_NOT_FOUND", status: 404 }]);
    const problem = JSON.stringify({ type: "about:blank", title: "Gone", status: 410 });
    expect(shownIn(await pipe(problem, "decode", "--service", "scaidrive", "--json"))).toMatchObject([
      { id: "scaidrive/GONE", status: 410 },
    ]);
  });

  it.each([
    ["a success", "HTTP/2 200\n\n{}"],
    ["nothing", ""],
    ["words", "hello"],
    ["a body whose code nobody has", '{"error":{"code":"NOBODY_HAS_THIS"}}'],
  ])("says why %s is no failure", async (_, input) => {
    const { code, out, err } = await pipe(input, "decode");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(
      /^(?:The status is 200, which is no failure|It names no code|There is no failure in it|It is none of what is read here).*\.\n$/,
    );
  });

  it("explains a failure of the connection that a program has logged, which is no service's", async () => {
    for (const code of ["TIMEOUT", "CANCELLED"] as const) {
      const { out, err } = await pipe(JSON.stringify(transportError(code)), "decode");
      expect(err).toBe("");
      await expect(withoutProse(out)).toMatchFileSnapshot(`golden/decode-connection-${code}.txt`);
    }
    const [shown] = shownIn(await pipe(JSON.stringify(transportError("TIMEOUT")), "decode", "--json"));
    const { meaning, cause, fix, origin } = transportDocs.TIMEOUT;
    const address = "https://errors.scailabs.ai/transport/TIMEOUT/";
    expect(shown).toMatchObject({ id: "transport/TIMEOUT", meaning, cause, fix, origin, address });
  });

  it("says something sensible of anything that is piped in", async () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.json(),
      fc.constantFrom("HTTP/1.1 500", "\n\n", '{"log":{"entries":[', "\r\n", "< HTTP/2 404", '{"status":500}'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
        const { code, out, err } = await pipe(pieces.join(""), "decode", "--service", "scaigrid");
        expect([0, 1, 2]).toContain(code);
        expect(out + err).not.toMatch(UNSAFE);
      }),
      { numRuns: 100 },
    );
  });
});

it("reads no error out of one whose code is no text", () => {
  const error = { service: "scaigrid", code: { toString: null, valueOf: null } };
  expect(readingsOf({ error }, { services, areNamed: false })).toEqual([]);
});
