import { describe, expect, it } from "vitest";
import { isCodeWord, isLabel, isName, isWords, mayHoldJson, sentenceOf } from "../src/sentence.js";

describe("a message", () => {
  it.each([
    "No such model",
    "[Errno 28] No space left",
    "[400]: refused",
    "value <= 0",
    "/v1/files/{id} is gone",
    "{id}: unknown",
    "{id} is unknown",
    "<path> is not a secret",
    "<path> is not <path>",
    "<title> must not be empty",
    "<htmlish> is no name",
    "List<String> expected",
    '"<html>" is not allowed',
    '"<b>bold</b>" is not allowed',
    '"yes" or "no"',
    '["a"] is not allowed',
    '{"a": 1} is not a valid filter',
    '<user> sent {"a": 1}',
    '<user> sent ["a"]',
  ])("is a sentence: %s", (text) => {
    expect(sentenceOf(text)).toBe(text);
  });

  it.each([
    "<!doctype html>",
    "  <!-- a proxy",
    "<?xml version='1.0'",
    "<html>Bad Gateway",
    "<html lang=en",
    "<HEAD/",
    "<h1 class=a>Bad Gateway",
    "<h6/",
    "<p class=a>Bad Gateway",
    "<p>Bad Gateway",
    "<app>Bad Gateway</app>",
    "  <app>Bad Gateway</app>",
    "<app>",
    "  <app>",
    "<app/>",
    "<app><item>",
    "<app> <item>\n<item> ",
  ])("is no page, nor a piece of one: %j", (text) => {
    expect(sentenceOf(text)).toBeUndefined();
  });

  it.each([
    '{"a": 1}',
    '{ "a": 1}',
    '  {"a": 1}',
    "{'a': 1}",
    "{}",
    "{name: 1}",
    "{name : 1}",
    "{secret",
    "{",
    '{"message": "The database is',
    '{"message": "[x] is not here"}',
    '["a"]',
    '[ {"a": 1}]',
    "[[1]]",
    "[]",
    "[",
    "[1.5, 2]",
    "[-12, 3]",
    "[12 , 3]",
    "[12",
    "[true, 1]",
    "[null",
  ])("is no JSON, whole or cut: %j", (text) => {
    expect(sentenceOf(text)).toBeUndefined();
  });

  it("is neither behind a character that nobody sees", () => {
    expect(sentenceOf('\u200B{"a": 1}')).toBeUndefined();
    expect(sentenceOf("\u200B<!doctype html>")).toBeUndefined();
    expect(sentenceOf("\u200BNo such model")).toBe("\u200BNo such model");
  });

  it.each<unknown>([undefined, null, 7, true, {}, ["No such model"], "", " ", "\u200B"])("is none: %j", (value) => {
    expect(sentenceOf(value)).toBeUndefined();
  });
});

describe("a whole body", () => {
  it.each(["The server is down", 'He said "yes": fine', "must be < 10", "List<String> expected", "a:b and c"])("is words: %s", (body) => {
    expect(isWords(body)).toBe(true);
  });

  it.each([
    "<app>Bad Gateway</app>",
    '{"a": 1}',
    '["a"] is not allowed',
    "Bad Gateway</h1>",
    "Bad Gateway</title >",
    "Bad Gateway</a>",
    "or <html",
    'the end","code":"X',
    'the end","count":7,',
    'the end","list":[1',
    'the end", "code": "X"}',
    'the end", "code" : "X"}',
    'the end", "count": 7}',
    'the end", "code": "X" }',
    "a\0b",
    "a\uFFFDb",
    " ",
  ])("is none: %j", (body) => {
    expect(isWords(body)).toBe(false);
  });
});

describe("a text that may hold JSON", () => {
  it.each(['{"a": 1}', ' ["a"]', '"{\\"a\\": 1}"', '  "{\\"a\\": 1}"', '" [1]"', '"\\"{}\\""'])("%s", (text) => {
    expect(mayHoldJson(text)).toBe(true);
  });

  it.each(["No such model", "<path> is not a secret", '<a> "{"', '"yes" or "no"', "[400]: refused", ""])("not %j", (text) => {
    expect(mayHoldJson(text)).toBe(false);
  });
});

describe("a label", () => {
  it.each([
    "Payload Too Large",
    "413 Payload Too Large",
    "413: Payload Too Large",
    "HTTP 413 Payload Too Large",
    "414 URI Too Long",
    "505 HTTP Version Not Supported",
    "Range Not Satisfiable",
    "Request Header Fields Too Large",
    "Forbidden",
    "invalid_grant",
    "404 not found",
    "404: not found",
    "bad request",
    "internal error",
    "internal server error",
    "too many requests",
  ])("says no more than a status or a code does: %s", (text) => {
    expect(isLabel(text)).toBe(true);
  });

  it.each([
    "it says Payload Too Large",
    "Payload Too Large: 7 MB",
    "One Two Three Four Five Six",
    "it was not found",
    "bad request of a user",
    "no such model",
    "4 not found",
    "找不到",
  ])("is none where it says more: %s", (text) => {
    expect(isLabel(text)).toBe(false);
  });
});

describe("a word under `error`", () => {
  it.each(["invalid_grant", "E_VALIDATION", "not-found", "users.not_found", "urn:problem:quota", "a/b"])("can be a code: %s", (text) => {
    expect(isCodeWord(text)).toBe(true);
  });

  it.each(["two words", "(invalid", "invalid!", "Forbidden", "-a", ""])("cannot be one: %j", (text) => {
    expect(isCodeWord(text)).toBe(false);
  });

  it("is a name where it has an underscore within", () => {
    expect(["invalid_grant", "E_VALIDATION"].every(isName)).toBe(true);
    expect(["invalid", "_invalid", "invalid_", "the invalid_grant", "invalid_grant was given", "in-valid_grant"].some(isName)).toBe(false);
  });
});
