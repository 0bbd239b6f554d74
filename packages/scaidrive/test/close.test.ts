import { describe, expect, it } from "vitest";
import { scaidrive } from "../src/index.js";

describe("a close", () => {
  it.each([
    [4401, "CONNECTION_UNAUTHORIZED", "unauthenticated", "after_change"],
    [4403, "CONNECTION_FORBIDDEN", "permission_denied", "never"],
    [4429, "CONNECTION_LIMIT_REACHED", "rate_limited", "backoff"],
  ])("with %d is %s", (close, code, kind, policy) => {
    expect(scaidrive.fromClose({ code: close, reason: "No" })).toMatchObject({
      code,
      kind,
      status: undefined,
      codeFrom: "close",
      receivedCode: `${close}`,
      message: "No",
      retry: { policy, source: "status" },
    });
  });

  it.each([1000, 1005])("with %d is no failure", (code) => {
    expect(scaidrive.fromClose({ code })).toBeUndefined();
  });

  it.each([
    [1001, "unavailable"],
    [1006, "unavailable"],
    [4001, "unknown"],
    [401, "unknown"],
  ])("with %d keeps its usual meaning, which is none of the statuses'", (code, kind) => {
    expect(scaidrive.fromClose({ code })).toMatchObject({ code: "UNRECOGNIZED", kind });
  });
});
