import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BadInput } from "../src/bad-input.js";
import { understandPage, understandPageOf } from "../src/page/understand.js";

function page(name: string): string {
  return readFileSync(new URL(`../fixtures/pages/${name}`, import.meta.url), "utf8");
}

/** What a page says, without what is the same in every row. */
function read(text: string) {
  const { form, rows, unread, mentions } = understandPage(text);
  return {
    form,
    rows: rows.map(({ by, key, status, meaning, heading }) => [by, key, status, meaning, heading]),
    unread: unread.map((one) => one.text),
    mentions: mentions.flatMap(({ by, key }) => (by === "code" ? key : [])),
  };
}

const ROOMS = [
  ["code", "ROOM_LOCKED", 409, "Closed with a key; see KEY_LOST", "Rooms"],
  ["code", "ROOM_GONE", 410, undefined, "Rooms"],
  ["code", "ROOM_NEW", 423, "Nobody has written a row for it, | yet", "Rooms"],
  ["code", "KITCHEN_COLD", undefined, undefined, "Modules"],
  ["code", "KITCHEN_CLOSED", undefined, undefined, "Modules"],
];

describe("the same page in every form", () => {
  it.each([
    ["hotel.md", "Markdown"],
    ["hotel.html", "HTML"],
  ])("%s", (name, form) => {
    expect(read(page(name))).toEqual({ form, rows: ROOMS, unread: [], mentions: ["ROOM_ODD"] });
  });

  it("hotel-broken.txt: a cell that was broken in two is a text for the reader, and its half a column", () => {
    const { form, rows, unread } = read(page("hotel-broken.txt"));
    expect([form, unread]).toEqual(["flattened text", []]);
    expect(rows.map(([, key, status]) => [key, status])).toEqual(ROOMS.map(([, key, status]) => [key, status]));
  });

  it("hotel-plain.txt: a line beneath the titles that is no row is told", () => {
    const { form, rows, unread } = read(page("hotel-plain.txt"));
    expect(form).toBe("flattened text");
    expect(rows.map(([, key, status]) => [key, status])).toEqual(ROOMS.map(([, key, status]) => [key, status]));
    expect(unread).toEqual(["409 | is only an example of a number at the beginning of a line"]);
  });

  it("Windows line ends change nothing", () => {
    for (const name of ["hotel-broken.txt", "hotel.md", "hotel.html"]) {
      expect(read(page(name).replaceAll("\n", "\r\n"))).toEqual(read(page(name)));
    }
  });
});

it("statuses, closes and messages", () => {
  const { rows } = understandPage(page("garden.txt"));
  expect(rows.map(({ by, key, status }) => [by, key, status])).toEqual([
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
  const { rows } = understandPage("| HTTP | Code |\n|---|---|\n| 403 | forbidden |\n| 404 | room_gone |\n");
  expect(rows.map(({ key, status }) => [key, status])).toEqual([
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
  expect(() => understandPageOf("page.md", text)).toThrow(BadInput);
  expect(() => understandPageOf("page.md", text)).toThrow("page.md has no table of error codes, and no list");
});
