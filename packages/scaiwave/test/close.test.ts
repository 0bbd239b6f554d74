import { describe, expect, it } from "vitest";
import { scaiwave } from "../src/index.js";

describe("a close", () => {
  it("with 4001 is a bad token, to which nobody reconnects with the same one", () => {
    expect(scaiwave.fromClose({ code: 4001, reason: "bad token" })).toMatchObject({
      code: "SW_AUTH_INVALID_TOKEN",
      codeFrom: "close",
      kind: "unauthenticated",
      status: undefined,
      receivedCode: "4001",
      retry: { policy: "after_change" },
      message: "bad token",
    });
  });

  it.each([
    ["ping_timeout", "ping_timeout"],
    ["duplicate_connection", "duplicate_connection"],
    ["shutting down", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("with 4003 and %j is the server's end of the connection", (received, reason) => {
    expect(scaiwave.fromClose({ code: 4003, reason: received })).toMatchObject({
      code: "CONNECTION_ABORTED",
      codeFrom: "close",
      kind: "unavailable",
      details: { reason },
      retry: { policy: "backoff", source: "documented" },
    });
  });

  it.each([1000, 1005])("with %d is no failure", (code) => {
    expect(scaiwave.fromClose({ code })).toBeUndefined();
  });

  it.each([
    [1006, "unavailable"],
    [1008, "permission_denied"],
    [4401, "unknown"],
    [4002, "unknown"],
  ])("with %d, which has no code here, keeps its meaning", (code, kind) => {
    expect(scaiwave.fromClose({ code })).toMatchObject({ code: "UNRECOGNIZED", kind, codeFrom: "close" });
  });
});
