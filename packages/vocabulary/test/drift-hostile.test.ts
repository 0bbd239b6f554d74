import fc from "fast-check";
import { expect, it } from "vitest";
import { BadInput } from "../src/bad-input.js";
import { understandPage } from "../src/page/understand.js";

/** A quarter of what a page may have. What takes the square of it would take minutes, and ends at the tests' time limit. */
const SIZE = 512 * 1024;
const fill = (piece: string, size = SIZE): string => piece.repeat(Math.floor(size / piece.length));
const lines = (line: string): string => fill(`${line}\n`, Math.min(SIZE, 2_500 * (line.length + 1)));

const HTML = "<!doctype html>";

it.each([
  ["open brackets", lines(fill("[", 200))],
  ["emphasis that never ends", lines(fill("*a _b ", 200))],
  ["rows of pipes", `|a|b|\n|-|-|\n${lines(fill("|", 200))}`],
  ["a table of 25,000 columns", `${fill("a|", 49_000)}\n${fill("-|", 49_000)}\n${lines("a")}`],
  ["lists in lists", lines(fill("- ", 200))],
  ["quotes in quotes", lines(fill("> ", 200))],
  ["blanks", lines(fill(" ", 200))],
  ["one line of blanks", `${fill(" ")}x`],
  ["one line of colons", `a ${fill(":")}b`],
  ["one line of words", `HTTP Code\n${fill("409, ")}`],
  ["lines of tabulators", lines(fill("\t", 200))],
  ["lines of codes", lines(fill("ROOM_LOCKED,", 200))],
  ["titles of columns", lines("HTTP Code Meaning")],
  ["comments", `${fill("<!---->")}${fill("<!--", 1000)}`],
  ["a comment that never ends", fill("<!--")],
  ["cells", `${HTML}<table><tr>${fill("<td>")}`],
  ["rows", `${HTML}<table>${fill("<tr><td>409<td>A_B")}`],
  ["cells over all columns", `${HTML}<table>${fill('<tr><td colspan="1000" rowspan="65534">A_B')}`],
  ["a cell over all rows", `${HTML}<table><tr><td rowspan=0>409<td>A_B${fill("<tr>")}`],
  ["tables without an end", `${HTML}${fill("<table>", 3000)}`],
  ["items", `${HTML}<ul>${fill("<li>A_B (409)")}`],
  ["terms", `${HTML}<dl>${fill("<dt>A_B")}`],
  ["headings", `${HTML}${fill("<h2>A_B</h2>")}`],
  ["closing tags of nothing", `${HTML}${fill("<b>", 1400)}${fill("</i>")}`],
  ["badges in badges", `${HTML}<p>${fill("<sup>", 2000)}${fill("A_B ")}`],
  ["marks of code in marks of code", `${HTML}<p>${fill("<code>", 2000)}${fill("A_B ")}`],
  ["a code of 2 MB", `| Code | HTTP |\n|---|---|\n| A${fill("_A", 40_000)} | 409 |`],
  ["a list of JSON", `[${fill('{"code":"A_B","status":409},')}{}]`],
  ["a list in a list of JSON", `${fill("[", 5000)}${fill("]", 5000)}`],
  ["CSV", `code,status\n${lines("A_B,409")}`],
  ["CSV in quotes that never end", `code,status\n"${fill('""')}`],
])(
  "half a megabyte of %s is read in time",
  (_, text) => {
    try {
      expect(understandPage(text).rows.length).toBeLessThan(400_000);
    } catch (error) {
      expect(error).toBeInstanceOf(BadInput);
    }
  },
  20_000,
);

it("elements 600 deep are refused with a sentence", () => {
  expect(() => understandPage(`${HTML}${"<div>".repeat(600)}`)).toThrow("The page has elements in each other 500 deep.");
});

it("a line of Markdown of 60,000 characters is refused with a sentence", () => {
  expect(() => understandPage(`# Errors\n\n${"a".repeat(60_000)}`)).toThrow(
    "A line of the page has 60000 characters; Markdown has less than 50000.",
  );
});

it("data that is none is refused with a sentence", () => {
  expect(() => understandPage('{"errors": [}')).toThrow("The page begins as JSON does and is none");
  expect(() => understandPage("openapi: 3.1.0\npaths: [")).toThrow("The page begins as YAML does and is none");
});

it("references of OpenAPI that go in a circle end", () => {
  const schemas = {
    A: { $ref: "#/components/schemas/B" },
    B: { properties: { code: { $ref: "#/components/schemas/A" }, next: { $ref: "#/components/schemas/B" } } },
  };
  const responses = { 409: { content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } } } };
  expect(
    understandPage(JSON.stringify({ openapi: "3.1.0", paths: { "/a": { get: { responses } } }, components: { schemas } })).rows,
  ).toEqual([]);
});

const piece = fc.constantFrom(
  ...'| ,\n,\n\n,---,|---|---|\n,# ,- ,`,**,~~,<,>,</,table,tr,td,dl,dt,dd,h2,code,sup,rowspan=2 ,ROOM_LOCKED,room_gone,409,HTTP,Code,Meaning,:,: ,(,),/,\t,",{,[,],}'.split(
    ",",
  ),
  ",",
);

it("any page whatever gives rows with a key, statuses of three digits, or a sentence", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 5, arbitrary: piece }, fc.string())), (pieces) => {
      try {
        for (const { key, status } of understandPage(pieces.join("")).rows) {
          expect(key).not.toBe("");
          expect(status === undefined || (status >= 100 && status <= 599)).toBe(true);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(BadInput);
      }
    }),
  );
});
