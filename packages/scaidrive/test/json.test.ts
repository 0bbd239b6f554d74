import { describe, expect, it } from "vitest";
import { type ScaidriveError, scaidrive } from "../src/index.js";

const errors: readonly (ScaidriveError | undefined)[] = [
  ...Object.values(scaidrive.codes).flatMap(({ status = 0, close = 1000 }) => [
    scaidrive.decode({ status, headers: { "retry-after": "3" }, body: { detail: [{ loc: ["body", "a"], msg: "b", type: "c" }] } }),
    scaidrive.fromClose({ code: close, reason: "No" }),
  ]),
  scaidrive.fromDownload({ expectedBytes: 9, receivedBytes: 8 }),
  scaidrive.fromDownload({ expectedSha256: "ab", receivedSha256: "ac" }),
  scaidrive.decode({
    status: 429,
    headers: { "x-ratelimit-limit": "5" },
    body: { error: { code: "RATE_LIMITED", details: { dimension: "token", limit: 5, window_seconds: 60 } } },
  }),
].filter(Boolean);

describe("fromJSON", () => {
  it("is asked for every code", () => {
    expect(new Set(errors.map((error) => error?.code))).toEqual(new Set([...Object.keys(scaidrive.codes), "UNRECOGNIZED"]));
  });

  it.each(errors.map((error) => [error?.code, error] as const))("takes the JSON of %s", (_code, error) => {
    const json = JSON.stringify(error);
    const again = scaidrive.fromJSON(JSON.parse(json));
    expect(JSON.stringify(again)).toBe(json);
    expect(again?.toJSON()).toEqual(error?.toJSON());
  });

  it.each([
    ["a length that is none", { details: { expectedBytes: "9" } }],
    ["a kind that is no text", { kind: 1 }],
    ["a way to the code that is no text", { codeFrom: 7 }],
  ])("refuses JSON with %s", (_name, change) => {
    const json = scaidrive.fromDownload({ expectedBytes: 9, receivedBytes: 8 })?.toJSON();
    expect(scaidrive.fromJSON(json)).toBeDefined();
    expect(scaidrive.fromJSON({ ...json, ...change })).toBeUndefined();
  });
});
