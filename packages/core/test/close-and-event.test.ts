import { describe, expect, it } from "vitest";
import { partsOfClose, partsOfEvent } from "../src/index.js";
import { createShopError, depotRows, shop } from "./example.js";

/** A frame or close, or what stands in one, with a member that cannot be looked at. */
function thrower(name: string): { readonly code: number; readonly data: string } {
  const get = (): never => {
    throw new Error("no");
  };
  return Object.defineProperty({ code: 4403, data: '{"error":{"code":"TILL_BROKEN"}}' }, name, { get, enumerable: true });
}

describe("a WebSocket's close", () => {
  it("has the code of its row", () => {
    expect(partsOfClose(depotRows, { code: 4403, reason: "not yours" })).toMatchObject({
      code: "DOOR_SLAMMED",
      codeFrom: "close",
      receivedCode: "4403",
      message: "not yours",
    });
  });

  it.each([1000, 1005])("with %d is no failure", (code) => {
    expect(partsOfClose(depotRows, { code })).toBeUndefined();
  });

  it.each([
    [1001, "unavailable"],
    [1002, "invalid_argument"],
    [1003, "invalid_argument"],
    [1006, "unavailable"],
    [1007, "invalid_argument"],
    [1008, "permission_denied"],
    [1009, "out_of_range"],
    [1010, "failed_precondition"],
    [1011, "unavailable"],
    [1012, "unavailable"],
    [1013, "unavailable"],
    [1014, "unavailable"],
    [1015, "unknown"],
    [4001, "unknown"],
    [-1, "unknown"],
  ])("with %d is %s", (code, kind) => {
    expect(partsOfClose(depotRows, { code })).toMatchObject({ code: "UNRECOGNIZED", codeFrom: "close", kind });
  });

  it("without a reason says which code it was", () => {
    expect(partsOfClose(depotRows, { code: 1006 })?.message).toBe("Closed with 1006");
    expect(partsOfClose(depotRows, { code: 1006, reason: "gone" })?.message).toBe("gone");
  });

  it.each(["", undefined, "\u001b[2J\r\n", "<html>", "x".repeat(5000)])("is not decided by the reason %j, which is cleaned", (reason) => {
    const parts = partsOfClose(depotRows, { code: 1008, reason });
    const error = createShopError(parts!);
    expect(error).toMatchObject({ kind: "permission_denied", receivedCode: "1008", status: undefined });
    expect(error.message).toMatch(/^[!-~](.{0,1022}[!-~])?$/);
  });
});

describe("a WebSocket's close that cannot be looked at", () => {
  it("is one without a reason, where it has a code", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const frame of [thrower("reason"), { code: 4403, reason: proxy as string }]) {
      expect(partsOfClose(depotRows, frame)).toMatchObject({ code: "DOOR_SLAMMED", message: "Closed with 4403" });
    }
  });

  it("is a wrong call, where it has none", () => {
    expect(() => partsOfClose(depotRows, thrower("code"))).toThrow("fromClose() expects a close event whose code is a whole number");
  });
});

describe("an event-stream frame", () => {
  it.each(["message", "done", "", "errors", undefined])("called %j reports no failure", (event) => {
    expect(partsOfEvent({ event, data: '{"code":"TILL_BROKEN"}' }, shop.wire)).toBeUndefined();
  });

  it.each<unknown>([
    '{"code":"TILL_BROKEN","message":"m"}',
    '{"error":{"code":"TILL_BROKEN","message":"m"}}',
    { code: "TILL_BROKEN", message: "m" },
  ])("with %j has the code and the message", (data) => {
    const error = createShopError(partsOfEvent({ event: "error", data }, shop.wire)!);
    expect(error).toMatchObject({ code: "TILL_BROKEN", message: "m", status: undefined, codeFrom: "wire", kind: "internal" });
  });

  it.each<unknown>(["", '{"code":"TILL_BROKEN","secret":"sk-012345', 7, []])("with %j is a failure that says nothing", (data) => {
    const error = createShopError(partsOfEvent({ event: "error", data }, shop.wire)!);
    expect(error).toMatchObject({ code: "UNRECOGNIZED", message: "No readable error", kind: "unknown" });
  });

  it.each([undefined, null, "", "message"])("with the event %j is one by its data", (event) => {
    const data = '{"error":{"code":"TILL_BROKEN","message":"m"}}';
    expect(partsOfEvent({ event, data }, shop.wire)).toMatchObject({ receivedCode: "TILL_BROKEN", message: "m" });
    expect(partsOfEvent({ event, data: '{"choices":[],"error":null}' }, shop.wire)).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ["a code alone", { error: { code: "TILL_BROKEN" } }],
    ["a message alone", { error: { message: "m" } }],
    ["a text", { error: "The till is broken" }],
    ["any of these, as text", '{"error": "The till is broken"}'],
  ])("without an event is one where its `error` has %s", (_, data) => {
    expect(partsOfEvent({ data }, shop.wire)).toBeDefined();
  });

  it.each<[string, unknown]>([
    ["an empty text", { error: " " }],
    ["an object that says nothing", { error: { kind: 7 } }],
    ["an empty code and message", { error: { code: "", message: "" } }],
    ["no object", { error: 7 }],
    ["nothing, beside a code", { code: "TILL_BROKEN", message: "m" }],
    ["no object, as text", '{"error": 7}'],
  ])("without an event is none where its `error` is %s", (_, data) => {
    expect(partsOfEvent({ data }, shop.wire)).toBeUndefined();
  });

  it("of another event is none, whatever its data", () => {
    const data = { error: { code: "TILL_BROKEN", message: "m" } };
    for (const event of ["ping", "delta", 7 as unknown as string]) expect(partsOfEvent({ event, data }, shop.wire)).toBeUndefined();
    expect(partsOfEvent({ event: "ERROR", data }, shop.wire)).toBeDefined();
  });

  it("without data is none", () => {
    for (const data of [undefined, null]) expect(partsOfEvent({ event: "error", data }, shop.wire)).toBeUndefined();
  });

  it("that cannot be looked at is a failure as well", () => {
    const data = {
      get error(): unknown {
        throw new Error("no");
      },
    };
    expect(createShopError(partsOfEvent({ event: "error", data }, shop.wire)!)).toMatchObject({ code: "UNRECOGNIZED" });
  });

  it("that names no event and cannot be looked at reports no failure", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const data of [proxy, thrower("error"), { error: thrower("code") }, { error: proxy }]) {
      expect(partsOfEvent({ data }, shop.wire)).toBeUndefined();
    }
    expect(partsOfEvent(thrower("event"), shop.wire)).toBeUndefined();
    expect(partsOfEvent(thrower("data"), shop.wire)).toBeUndefined();
  });
});
