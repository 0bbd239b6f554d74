import { describe, expect, it } from "vitest";
import { byMessage, byStatus, parameterNames } from "../src/index.js";
import { depot, depotRows } from "./example.js";
import { MANY } from "./many.js";

describe("a code that is found by the message", () => {
  const find = byMessage(depotRows);

  it("is of the row with exactly this message", () => {
    expect(find({ message: "The door is closed" })).toEqual({ code: "DOOR_CLOSED", codeFrom: "message" });
    for (const message of [
      "the door is closed",
      "The door is closed.",
      "The door is closed\n",
      " The door is closed",
      "The door",
      "",
      undefined,
    ]) {
      expect(find({ message })).toBeUndefined();
    }
  });

  it("has the variable parts among its details, beside what came with them", () => {
    expect(find({ message: "No key A7 for door 12", details: { hint: "ask" } })).toEqual({
      code: "NO_KEY",
      codeFrom: "message",
      details: { hint: "ask", key: "A7", door: "12" },
    });
    expect(find({ message: "No key a\nb for door <x> & (y)" })).toMatchObject({ details: { key: "a\nb", door: "<x> & (y)" } });
  });

  it("ends a variable part where the next text begins after it, and not in the middle of what stands before", () => {
    const found = byMessage({ PATH: { message: "a <first> b <second>" }, LAST: { message: "No <thing> here" } });
    expect(found({ message: "a b c b d" })?.details).toEqual({ first: "b c", second: "d" });
    expect(found({ message: "a x b y b z" })?.details).toEqual({ first: "x", second: "y b z" });
    expect(found({ message: "No cat here here" })?.details).toEqual({ thing: "cat here" });
    for (const message of ["No cat there", "No here", "No  here", "No cat here "]) expect(found({ message })).toBeUndefined();
  });

  it.each(["No key  for door ", "No key A7 for door ", "No key  for door 12", "No key A7", "no key A7 for door 12"])(
    "is not that of %j",
    (message) => {
      expect(find({ message })).toBeUndefined();
    },
  );

  it("takes what has a meaning in expressions for what it is", () => {
    const rows = { ODD: { message: "What? (a|b)* [c] $1 ^.\\ {2} <name>+" } };
    expect(byMessage(rows)({ message: "What? (a|b)* [c] $1 ^.\\ {2} d+" })).toMatchObject({ code: "ODD", details: { name: "d" } });
    expect(byMessage(rows)({ message: "What (a|b)* [c] $1 ^.\\ {2} d+" })).toBeUndefined();
  });

  it.each([
    ["the fixed part again and again", " for door ".repeat(MANY / 10)],
    ["the beginning again and again", "No key ".repeat(MANY / 10)],
    ["a megabyte of one letter", `No key ${"a".repeat(MANY)}`],
    ["a megabyte of spaces", " ".repeat(MANY)],
  ])("takes linear time for %s", (_, message) => {
    // Quadratic time would be hours, and the test would not end.
    expect(() => find({ message })).not.toThrow();
  });
});

describe("a code that is found by the status", () => {
  it("is of the row that is for the status alone", () => {
    const find = byStatus(depotRows);
    expect(find({ status: 404 })).toEqual({ code: "MISSING", codeFrom: "status" });
    expect(find({ status: 403 })).toBeUndefined();
    expect(find({})).toBeUndefined();
  });

  it("is what is left where no message matches", () => {
    expect(depot.decode({ status: 404, body: { detail: "The door is closed" } })).toMatchObject({
      code: "DOOR_CLOSED",
      codeFrom: "message",
    });
    expect(depot.decode({ status: 404, body: { detail: "Else" } })).toMatchObject({ code: "MISSING", codeFrom: "status", message: "Else" });
    expect(depot.decode({ status: 418, body: { detail: "Else" } })).toMatchObject({ code: "UNRECOGNIZED", codeFrom: "status" });
  });

  it("stays the code when a wire code comes along, which is kept", () => {
    const body = { error: { code: "REAL_CODE_AT_LAST", message: "m" } };
    expect(depot.decode({ status: 404, body })).toMatchObject({ code: "MISSING", codeFrom: "status", receivedCode: "REAL_CODE_AT_LAST" });
  });
});

describe("the names of variable parts", () => {
  it.each([
    [undefined, []],
    ["The door is closed", []],
    ["No key <key> for door <door>", ["key", "door"]],
    ["<a><b>", ["a", "b"]],
    ["a < b > c", []],
  ])("of %j are %j", (message, names) => {
    expect(parameterNames(message)).toEqual(names);
  });
});
