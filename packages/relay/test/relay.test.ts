import { type CodeRow, byWireCode, defineService, transport, transportError } from "@scai-errors/core";
import { scaigrid } from "@scai-errors/scaigrid";
import { services } from "@scai-errors/workspace/services";
import { describe, expect, it } from "vitest";
import { type RelayOptions, isServiceError, relay } from "../src/index.js";
import { received } from "./answers.js";

/** A failure of the connection, with what the runtime called it. */
function connectionFailure(code: keyof typeof transport.codes) {
  return transportError(code, "E_SECRET_HOST");
}

describe("failures of the connection", () => {
  it.each(Object.keys(transport.codes) as (keyof typeof transport.codes)[])("%s is a 502 or 504", async (code) => {
    const error = connectionFailure(code);
    const status = error.kind === "deadline_exceeded" ? 504 : 502;
    const phrase = status === 504 ? "Gateway Timeout" : "Bad Gateway";
    expect(relay(error)).toEqual({
      status,
      headers: { "content-type": "application/json", "cache-control": "no-store" },
      body: `{"detail":"${phrase}"}`,
    });
    for (const service of services) {
      const theirs = await received(service, error);
      expect(theirs).toMatchObject({ status, message: phrase, kind: status === 504 ? "deadline_exceeded" : "unavailable" });
      expect(theirs.retry.policy).toBe("backoff");
    }
  });

  it("show their message and details where they are asked for", () => {
    const error = connectionFailure("CONNECTION_LOST");
    expect(JSON.parse(relay(error, { message: true, details: true }).body)).toEqual({
      detail: { message: "connection lost (E_SECRET_HOST)", details: { mayHaveReachedServer: true } },
    });
  });
});

describe("wrong use", () => {
  const error = scaigrid.decode({ status: 503 });

  it.each<[string, unknown, string]>([
    ["a bug", new TypeError("x is undefined"), "an error that no service reported"],
    ["nothing", undefined, "a value of type undefined"],
    ["null", null, "null"],
    ["a text", "sk-0123456789", "a value of type string"],
    ["the JSON of an error", error.toJSON(), "a value of type object"],
  ])("refuses %s", (_, value, sort) => {
    expect(isServiceError(value)).toBe(false);
    expect(() => relay(value as typeof error)).toThrow(
      new TypeError(
        `relay() was given ${sort}; it takes the error of a service or of a failed connection. Check isServiceError() first, and leave the rest to your framework.`,
      ),
    );
  });

  it.each<[unknown, string]>([
    [{ credential: "callers" }, 'relay() expects for credential one of "own", "caller".'],
    [{ message: "yes" }, "relay() expects for message one of true, false."],
    [{ details: 1 }, "relay() expects for details one of true, false."],
    [{ format: "xml" }, 'relay() expects for format one of "service", "problem".'],
    [{ mesage: true }, "relay() has no option of this name; it has credential, message, details, format."],
    [{ constructor: true }, "relay() has no option of this name; it has credential, message, details, format."],
    [Object.create({ details: 1 }), "relay() expects for details one of true, false."],
    [null, "relay() expects its options in an object; it has credential, message, details, format."],
    [true, "relay() expects its options in an object; it has credential, message, details, format."],
  ])("refuses the options %o", (options, sentence) => {
    expect(() => relay(error, options as RelayOptions)).toThrow(new TypeError(sentence));
  });

  it("takes undefined for an option that is left out", () => {
    expect(relay(error, { credential: undefined, message: undefined, details: undefined, format: undefined })).toEqual(relay(error));
  });
});

describe("statuses", () => {
  it.each([200, 302, 399, 600, 999, 0])("%i, which is none of a failed answer, becomes that of the code or the kind", (status) => {
    expect(relay(scaigrid.decode({ status, body: { error: { code: "RATE_LIMITED" } } })).status).toBe(429);
    expect(relay(scaigrid.decode({ status })).status).toBe(500);
  });
});

it("writes the envelope of a service that has one of its own", () => {
  const rows = { FULL: { status: 507 } } as const satisfies Readonly<Record<string, CodeRow>>;
  const silo = defineService({
    name: "silo",
    rows,
    findCode: byWireCode,
    wire: {
      layers: (body) => [body],
      sendsCodes: true,
      write: ({ code, message }) => ({ headers: { "content-type": "text/x-silo" }, body: `${code}: ${message}` }),
    },
  });
  expect(relay(silo.decode({ status: 507, body: { code: "FULL", message: "Silo 7" } }), { message: true })).toMatchObject({
    status: 507,
    headers: { "content-type": "text/x-silo" },
    body: "FULL: Silo 7",
  });
});
