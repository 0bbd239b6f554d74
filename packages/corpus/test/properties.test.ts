import fc from "fast-check";
import type { Service } from "@scai-errors/core";
import { cleanLine, kindOfStatus, parseHttpDate, policyOfKind } from "@scai-errors/core";
import { describe, expect, it } from "vitest";
import { isCleanLine, pollution, problemsOf } from "../src/problems.js";
import { NOW } from "../src/cases/now.js";
import { inspect } from "node:util";
import { services } from "@scai-errors/workspace/services";

const status = fc.integer({ min: 100, max: 599 });
const contentType = fc.constantFrom(undefined, "application/json", "application/json; charset=utf-16", "text/html", "text/plain", "\u0000");
const anyBytes = fc.uint8Array({ maxLength: 300 });
/** Text that likes what readers trip over: quotes, braces, escapes, control characters, halves of characters. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom("{", "}", "[", "]", '"', ":", ",", "\\", "\\u0000", "\u001b[", "\r\n", "\u202e", "\ud83d", "a", "<", "1e9"),
    maxLength: 200,
  }),
  fc.string({ unit: "grapheme", maxLength: 2000 }),
);
/** Names that mean something to a reader, or to JavaScript. */
const key = fc.constantFrom(
  ...[
    "error",
    "detail",
    "details",
    "code",
    "message",
    "msg",
    "request_id",
    "meta",
    "retry_after",
    "fields",
    "context",
    "errors",
    "loc",
    "type",
  ],
  ...["field", "title", "error_description", "__proto__", "constructor", "toString", "status", "conflicts", "path", "in"],
);
const leaf = fc.oneof(anyText, fc.double(), fc.boolean(), fc.constant(null), fc.integer());
const { tree: anyJson } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(key, fc.string()), tie("tree"), { maxKeys: 5 }),
  ),
}));

/** The codes that can be on the wire; those of closes and downloads are found without one. */
function codesOf({ codes }: Service): string[] {
  return Object.keys(codes).filter((code) => codes[code]?.close === undefined);
}

/** A well-formed envelope of either family with one of the service's codes, or another. */
function envelope(service: Service): fc.Arbitrary<Record<string, unknown>> {
  const code = fc.oneof(fc.constantFrom(...codesOf(service)), fc.string());
  return fc.oneof(
    fc.record({ error: fc.record({ code, message: fc.string(), details: anyJson }), meta: fc.record({ request_id: fc.string() }) }),
    fc.record({ detail: fc.oneof(fc.string(), fc.array(fc.record({ loc: fc.array(fc.string()), msg: fc.string(), type: fc.string() }))) }),
  );
}

/** Puts a value at some place of an envelope. */
function planted(into: unknown, path: readonly number[], value: unknown): unknown {
  const [step, ...others] = path;
  if (step === undefined || typeof into !== "object" || into === null) return value;
  const keys = Object.keys(into);
  const at = keys[step % Math.max(1, keys.length)];
  if (at === undefined) return value;
  const copy = Array.isArray(into) ? [...(into as unknown[])] : { ...into };
  // The copy has the same keys as what it is a copy of.
  (copy as Record<string, unknown>)[at] = planted((into as Record<string, unknown>)[at], others, value);
  return copy;
}

for (const service of services) {
  describe(service.name, () => {
    it("makes one error of any bytes, any content type and any status", () => {
      fc.assert(
        fc.property(status, contentType, fc.oneof(anyBytes, anyText), (status, type, body) => {
          const error = service.decode({ status, headers: type === undefined ? {} : { "content-type": type }, body });
          expect(problemsOf(error, service, status)).toEqual([]);
        }),
      );
    });

    it("makes one error of any JSON, and says the same of the value as of its text", () => {
      fc.assert(
        fc.property(status, anyJson, (status, body) => {
          const text = JSON.stringify(body);
          const error = service.decode({ status, body: text });
          expect(problemsOf(error, service, status)).toEqual([]);
          if (typeof body !== "string") expect(service.describe({ status, body: JSON.parse(text) })).toEqual(error.toJSON());
        }),
      );
    });

    it("keeps status, service and prototypes whatever stands in an envelope", () => {
      fc.assert(
        fc.property(status, envelope(service), fc.array(fc.nat(9), { maxLength: 5 }), anyJson, (status, body, path, value) => {
          const error = service.decode({ status, body: JSON.stringify(planted(body, path, value)) });
          expect(problemsOf(error, service, status)).toEqual([]);
          expect(error.service).toBe(service.name);
          expect(pollution()).toEqual([]);
        }),
      );
    });

    it("reads any headers", () => {
      const names = ["retry-after", "date", "x-request-id", "x-ratelimit-limit", "x-ratelimit-reset", "x-scaigrid-ratelimit-remaining"];
      const value = fc.oneof(
        anyText,
        fc.integer().map(String),
        fc.double().map(String),
        fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
      );
      const pairs = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), value), { maxLength: 8 });
      fc.assert(
        fc.property(status, pairs, fc.boolean(), (status, headers, asRecord) => {
          const error = service.decode({ status, headers: asRecord ? Object.fromEntries(headers) : headers, receivedAt: NOW });
          expect(problemsOf(error, service, status)).toEqual([]);
        }),
      );
    });

    it("makes at most one error of any event frame", () => {
      fc.assert(
        fc.property(
          fc.constantFrom("error", "message", undefined),
          fc.oneof(
            anyText,
            anyJson,
            anyJson.map((json) => JSON.stringify(json)),
          ),
          (event, data) => {
            const error = service.fromEvent?.({ event, data });
            if (error) expect(problemsOf(error, service, undefined)).toEqual([]);
            // Data with an `error` member report a failure whatever the event is called; these have none but by chance.
            if (event === "error" && data !== null) expect(error !== undefined).toBe(service.fromEvent !== undefined);
          },
        ),
      );
    });

    it("makes at most one error of any close", () => {
      fc.assert(
        fc.property(fc.integer({ min: -1, max: 5000 }), fc.option(anyText, { nil: undefined }), (code, reason) => {
          const error = service.fromClose?.({ code, reason });
          if (error) expect(problemsOf(error, service, undefined)).toEqual([]);
          expect(error !== undefined).toBe(service.fromClose !== undefined && code !== 1000 && code !== 1005);
        }),
      );
    });

    it("shows no planted secret that stands where no field is read from", () => {
      const secret = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("hex"));
      const place = fc.constantFrom("cookie", "set-cookie", "authorization", "x-api-key", "input", "ctx", "body", "url", "__proto__");
      fc.assert(
        fc.property(secret, place, status, (secret, name, status) => {
          const headers = { authorization: "Bearer x", [name === "__proto__" ? "x" : name]: secret };
          const body = { detail: [{ loc: ["body", "password"], msg: "Too short", type: "too_short", [name]: secret }], [name]: secret };
          const error = service.decode({ status, headers, body: JSON.stringify(body) });
          const shown = [
            String(error),
            inspect(error, { depth: Infinity, showHidden: true }),
            JSON.stringify(error),
            JSON.stringify({ ...error }),
          ];
          expect(shown.filter((text) => text.includes(secret))).toEqual([]);
        }),
      );
    });

    it("classifies every code with every status by its table", () => {
      const code = fc.constantFrom(...codesOf(service));
      fc.assert(
        fc.property(code, status, (code, status) => {
          const answer = { status, body: { error: { code, message: "Said so" } } };
          const error = service.decode(answer);
          const entry = Object.hasOwn(service.codes, error.code) ? service.codes[error.code] : undefined;
          const kind = entry?.kind ?? kindOfStatus(status);
          expect([error.kind, error.retry.policy, error.retry.source]).toEqual([
            kind,
            entry?.retry ?? policyOfKind(kind),
            entry?.source ?? "status",
          ]);
          if (service.wire.sendsCodes) expect(error.code).toBe(code);
          expect(service.describe(answer)).toEqual(error.toJSON());
        }),
      );
    });

    it("comes back from its JSON with class, code, retry and everything else", () => {
      fc.assert(
        fc.property(status, envelope(service), fc.option(fc.nat(1e6)), (status, body, retryAfter) => {
          const headers = retryAfter === null ? {} : { "retry-after": `${retryAfter}` };
          const error = service.decode({ status, headers, body });
          const again = service.fromJSON(JSON.parse(JSON.stringify(error)));
          expect(service.is(again)).toBe(true);
          expect(JSON.stringify(again)).toBe(JSON.stringify(error));
        }),
      );
    });

    it("takes no JSON with a wrongly typed field for its own", () => {
      // The details of most codes are whatever the service sends.
      const fields = Object.keys(service.decode({ status: 500 }).toJSON()).filter((field) => field !== "details");
      fc.assert(
        fc.property(
          fc.constantFrom(...fields),
          fc.oneof(fc.constant(null), fc.constant([1]), fc.constant("\u001b[2J"), fc.constant({ a: 1 })),
          (field, value) => {
            // Null stands for what is absent.
            fc.pre(value !== null || !["status", "receivedCode", "issues", "requestId", "rateLimit"].includes(field));
            // What a newer version calls a kind, or how it found the code, may be any word.
            fc.pre(!["kind", "codeFrom"].includes(field) || typeof value !== "string");
            const json = { ...service.decode({ status: 500, body: { error: { message: "Said so" } } }).toJSON(), [field]: value };
            expect(service.fromJSON(json)).toBeUndefined();
          },
        ),
      );
    });
  });
}

describe("HTTP dates", () => {
  // What HTTP can write: four digits for the year, and whole seconds.
  const instant = fc.integer({ min: 0, max: Date.UTC(9999, 11, 31, 23, 59, 59) / 1000 }).map((seconds) => seconds * 1000);

  it("come back from what toUTCString writes", () => {
    fc.assert(
      fc.property(instant, (at) => {
        expect(parseHttpDate(new Date(at).toUTCString())).toBe(at);
      }),
    );
  });

  it("are refused once a character has been changed, unless the result is a date of its own", () => {
    fc.assert(
      fc.property(instant, fc.nat(28), fc.string({ minLength: 1, maxLength: 1 }), (at, place, char) => {
        const text = new Date(at).toUTCString();
        const mutated = text.slice(0, place) + char + text.slice(place + 1);
        const read = parseHttpDate(mutated);
        // Second 60 is a leap second, which counts as the second before it.
        expect(read === undefined || new Date(read).toUTCString() === mutated.replace(":60 ", ":59 ")).toBe(true);
      }),
    );
  });

  it("are undefined for any other text", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string()), (text) => {
        expect([undefined, Date.parse(text)]).toContain(parseHttpDate(text));
      }),
    );
  });
});

describe("printed lines", () => {
  it("are clean, and cleaning again changes nothing", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          anyText.map((text) => text.repeat(50)),
        ),
        (text) => {
          const line = cleanLine(text);
          if (line === undefined) return;
          expect(isCleanLine(line)).toBe(true);
          expect(cleanLine(line)).toBe(line);
        },
      ),
    );
  });
});
