import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BadInput } from "../src/bad-input.js";
import { readEntries } from "../src/drift/entries.js";

function page(name: string): string {
  return readFileSync(new URL(`../fixtures/pages/${name}`, import.meta.url), "utf8");
}

const ROOMS = [
  { by: "code", key: "ROOM_LOCKED", status: 409, heading: "Rooms" },
  { by: "code", key: "ROOM_GONE", status: 410, heading: "Rooms" },
  { by: "code", key: "ROOM_NEW", status: 423, heading: "Rooms" },
  { by: "code", key: "KITCHEN_COLD", status: undefined, heading: "Modules" },
  { by: "code", key: "KITCHEN_CLOSED", status: undefined, heading: "Modules" },
];

describe("the same page in every form", () => {
  it.each([
    ["hotel.md", "Markdown"],
    ["hotel.html", "HTML"],
    ["hotel-broken.txt", "flattened text"],
  ])("%s", (name, form) => {
    expect(readEntries(name, page(name))).toEqual({ form, entries: ROOMS });
  });

  it("hotel-plain.txt", () => {
    const { form, entries } = readEntries("hotel-plain.txt", page("hotel-plain.txt"));
    expect(form).toBe("flattened text");
    expect(entries.slice(0, 3)).toEqual(ROOMS.slice(0, 3));
    expect(entries.slice(-2)).toEqual(ROOMS.slice(-2));
  });

  it("Windows line ends change nothing", () => {
    expect(readEntries("crlf", page("hotel-broken.txt").replace(/\n/g, "\r\n")).entries).toEqual(ROOMS);
    expect(readEntries("crlf", page("hotel.md").replace(/\n/g, "\r\n")).entries).toEqual(ROOMS);
  });
});

it("statuses, closes and messages", () => {
  const { entries } = readEntries("garden.txt", page("garden.txt"));
  expect(entries.map(({ by, key, status }) => [by, key, status])).toEqual([
    ["status", "200", 200],
    ["status", "404", 404],
    ["status", "410", 410],
    ["status", "503", 503],
    ["status", "500", 500],
    ["close", "4401", undefined],
    ["message", "Bed is full", 409],
    ["message", "No plant called <name> Somebody has pulled it out", undefined],
    ["message", "Seed of <kind> expected Another one was sown", undefined],
    ["message", "Hedge too high", 409],
  ]);
});

it("single words are codes where a column of statuses stands beside them", () => {
  const { entries } = readEntries("page", "| HTTP | Code |\n|---|---|\n| 403 | forbidden |\n| 404 | room_gone |\n");
  expect(entries.map(({ key, status }) => [key, status])).toEqual([
    ["forbidden", 403],
    ["room_gone", 404],
  ]);
});

it.each([
  ["nothing", ""],
  ["prose", "# Errors\n\nThings fail with SOME_CODE now and then.\n"],
  ["a table about something else", "| Member | Type |\n|---|---|\n| code | text |\n"],
  ["a page without a table", "<!doctype html><p>Errors</p>"],
  ["headings of columns without rows", "HTTP Code Meaning\n\nNothing.\n"],
])("%s is no page of error codes", (_, text) => {
  expect(() => readEntries("page.md", text)).toThrow(BadInput);
  expect(() => readEntries("page.md", text)).toThrow("page.md has no table of error codes.");
});
