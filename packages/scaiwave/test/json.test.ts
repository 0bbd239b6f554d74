import { describe, expect, it } from "vitest";
import { answered } from "../src/codes.js";
import { type ScaiwaveError, scaiwave } from "../src/index.js";

const details = [{ field: "a", message: "b" }];
const errors: readonly (ScaiwaveError | undefined)[] = [
  ...Object.entries(answered).map(([code, { status }]) => scaiwave.decode({ status, body: { error: { code, message: "x", details } } })),
  ...[4001, 4003, 4999, 1006].map((code) => scaiwave.fromClose({ code, reason: "ping_timeout" })),
  scaiwave.decode({ status: 404, body: { error: { code: "MODEL_NOT_FOUND", message: "x" } } }),
  scaiwave.decode({ status: 502, body: "<html>" }),
];

describe("fromJSON", () => {
  it.each(errors.map((error) => [error?.receivedCode ?? "no code", error] as const))("takes the JSON of %s", (_code, error) => {
    const json = JSON.stringify(error);
    const again = scaiwave.fromJSON(JSON.parse(json));
    expect(JSON.stringify(again)).toBe(json);
    expect(again?.toJSON()).toEqual(error?.toJSON());
    expect(scaiwave.is(again)).toBe(true);
  });

  it.each([
    ["another service's", { service: "scaigrid" }],
    ["a kind that is no text", { kind: 7 }],
    ["details of the wrong type", { details: { reason: 7 } }],
    ["a policy that is no text", { retry: { policy: 1, afterMs: undefined, idempotentOnly: true, source: "documented" } }],
  ])("refuses JSON with %s", (_name, change) => {
    const json = scaiwave.fromClose({ code: 4003, reason: "ping_timeout" })?.toJSON();
    expect(scaiwave.fromJSON(json)).toBeDefined();
    expect(scaiwave.fromJSON({ ...json, ...change })).toBeUndefined();
  });
});
