import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanLine } from "../src/index.js";
import { readableText } from "../src/text.js";
import { shop } from "./example.js";
import { MANY } from "./many.js";

const bytes = (text: string | undefined): number => new TextEncoder().encode(text).length;
const ESC = "\u001b";

describe("one clean line", () => {
  it.each([
    ["Plain words", "Plain words"],
    ["  around  ", "around"],
    ["two\r\nlines", "two lines"],
    ["\ttabs\t\tand\n\nmore\t", "tabs and more"],
    ["line\u2028and\u2029paragraph separators\u0085and NEL", "line and paragraph separators and NEL"],
    [`${ESC}[31mred${ESC}[0m and ${ESC}[2Jcleared`, "red and cleared"],
    [`a bell\u0007 and a C1 control\u009b31m`, "a bell and a C1 control 31m"],
    ["user\u202etxt.exe\u202c", "user txt.exe"],
    ["\u2066isolated\u2069 words", "isolated words"],
    ["zero\u200bwidth \ufeffmark", "zero width mark"],
    ["half \ud83d a character", "half a character"],
    ["a whole 😀 character", "a whole 😀 character"],
    ["Größe überschritten – 制限", "Größe überschritten – 制限"],
    ["%s %d %j", "%s %d %j"],
    ["", undefined],
    [" \r\n\u200b ", undefined],
  ])("%j is %j", (text, expected) => {
    expect(cleanLine(text)).toBe(expected);
  });

  it("of printable ASCII is what came, two spaces between words included, up to the limit itself", () => {
    const longest = `two  spaces ${"a".repeat(1012)}`;
    expect(longest).toHaveLength(1024);
    for (const line of ["a", "ab", "No file: my  notes.txt", longest]) expect(cleanLine(line)).toBe(line);
  });

  it.each<unknown>([undefined, null, 7, true, {}, ["text"], { toString: () => "text" }])("%j is no text", (value) => {
    expect(cleanLine(value)).toBeUndefined();
  });

  it.each([
    ["ASCII", "a".repeat(1025), 1024],
    ["two bytes", "é".repeat(1000), 1024],
    ["three bytes", "…".repeat(1000), 1023],
    ["four bytes", "😀".repeat(1000), 1024],
    ["a megabyte of controls before the first word", `${"\n".repeat(MANY)}word`, 0],
  ])("of %s is cut between characters at 1 kB", (_, text, expected) => {
    expect(bytes(cleanLine(text) ?? "")).toBe(expected);
  });
});

describe("a text that a person could read", () => {
  it.each(["A", "Über", "制限", "  around  ", "\ufeffmark", `${ESC}[31mred`])("is %j, as it came", (text) => {
    expect(readableText(text)).toBe(text);
  });

  it.each<[string, unknown]>([
    ["blanks", " \r\n\u200b "],
    ["nothing but a terminal's color, although that has letters", `${ESC}[31m`],
    ["controls with a word behind more than is looked at", `${"\n".repeat(4096)}word`],
    ["nothing", ""],
    ["a number", 7],
  ])("is not %s", (_, value) => {
    expect(readableText(value)).toBeUndefined();
  });

  it("is a code also in letters that are not ASCII, and none where it is only a terminal's color", () => {
    const codeOf = (code: string) => shop.decode({ status: 500, body: { error: { code, message: "m" } } }).receivedCode;
    expect(codeOf("ÜBERLAST")).toBe("ÜBERLAST");
    expect(codeOf(`${ESC}[31m`)).toBeUndefined();
  });
});

describe("for any text", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme", minLength: 300, maxLength: 2000 }),
    // Lone surrogates and what surrounds the limits.
    fc
      .array(fc.constantFrom("a", " ", "é", "😀", "\ud83d", "\ude00", "\n", `${ESC}[1m`, "\u202e", "…"), { maxLength: 3000 })
      .map((parts) => parts.join("")),
  );

  it("the result is one well-formed line within the limit, without controls", () => {
    fc.assert(
      fc.property(text, (value) => {
        const line = cleanLine(value);
        return line === undefined || (bytes(line) <= 1024 && line === line.trim() && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(line));
      }),
    );
  });

  it("cleaning twice changes nothing", () => {
    fc.assert(fc.property(text, (value) => cleanLine(cleanLine(value)) === cleanLine(value)));
  });

  it("every message, code and request id is clean", () => {
    fc.assert(
      fc.property(text, text, text, (message, code, request_id) => {
        const error = shop.decode({ status: 500, body: { error: { message, code }, meta: { request_id } } });
        return (
          [error.message, error.receivedCode, error.requestId].every((line) => line === cleanLine(line)) && bytes(error.message) <= 1024
        );
      }),
    );
  });
});

describe("a message", () => {
  it.each([
    ["a page", "<!DOCTYPE html><title>502</title>"],
    ["a page after blank lines", "\r\n\r\n <html>"],
    ["a page after a byte order mark", "\ufeff<html>"],
    ["words with markup", "Sorry <b>down</b>"],
    ["a document that breaks off", '{"error":{"code":"TILL_BROKEN","mess'],
    ["a list that breaks off", "[1,2"],
    ["two documents", '{"a":1}{"b":2}'],
    ["a tail of a document", 'sage":"x"}}, {'],
    ["binary data", "\u001f\ufffd\b\0\0\0"],
    ["nothing", ""],
    ["blanks", " \r\n "],
  ])("is never %s", (_, body) => {
    const error = shop.decode({ status: 502, body });
    expect(error).toMatchObject({ code: "UNRECOGNIZED", message: "No readable error (HTTP 502)", codeFrom: "status", status: 502 });
    expect(error.excerpt ?? "").toBe(body);
  });

  it("is a short text that is no document", () => {
    expect(shop.decode({ status: 500, body: "Internal Server Error\n" }).message).toBe("Internal Server Error");
    expect(shop.decode({ status: 500, body: '"boom"' }).message).toBe("boom");
  });

  it("inside a document may hold what a page would start with, but not be one", () => {
    const messageOf = (message: string): string => shop.decode({ status: 500, body: { error: { code: "TILL_BROKEN", message } } }).message;
    expect(messageOf("must be < 5, not {x}")).toBe("must be < 5, not {x}");
    expect(messageOf("<html>502</html>")).toBe("TILL_BROKEN (HTTP 500)");
    expect(messageOf('{"inner":"document"}')).toBe("TILL_BROKEN (HTTP 500)");
  });
});
