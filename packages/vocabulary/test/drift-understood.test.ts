import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compare } from "../src/drift/differences.js";
import { understandPage } from "../src/page/understand.js";
import { FORMS, HOTEL } from "./given/forms.js";
import { recordOf, reportOf } from "./given/report.js";

const RECORD = recordOf("hotel", Object.fromEntries(HOTEL.map(({ code, status }) => [code, { status }])));

const report = (text: string, record = RECORD) => reportOf(record, text);

const PAGE = FORMS["a Markdown table"]!(HOTEL);
/** The page with something more behind it. */
const and = (more: string): string => `${PAGE}\n${more}\n`;
/** The page with one row written otherwise. */
const but = (from: string, to: string): string => {
  expect(PAGE).toContain(from);
  return PAGE.replace(from, to);
};

const NEW = ["POOL_EMPTY: not in the vocabulary (503)"];

describe("a correct page with one change is never called the same", () => {
  it.each([
    ["a row with a badge", "| POOL_EMPTY <span class='badge'>new</span> | 503 | No water. |", NEW],
    ["a row with a footnote", "| POOL_EMPTY[^1] | 503 | No water. |\n\n[^1]: Since spring.", NEW],
    ["a row with a remark", "| POOL_EMPTY (beta) | 503 | No water. |", NEW],
    ["a row with an anchor", '| <a name="pool"></a>POOL_EMPTY | 503 | No water. |', NEW],
    ["a row with two codes", "| POOL_EMPTY / POOL_CLOSED | 503 | No water. |", [...NEW, "POOL_CLOSED: not in the vocabulary (503)"]],
    ["a second table with another title", "\n| Error | Status |\n|---|---|\n| POOL_EMPTY | 503 |", NEW],
    ["a definition", "\n`POOL_EMPTY`\n:   503. No water.", NEW],
    ["a definition of HTML", "\n<dl><dt>POOL_EMPTY</dt><dd>503</dd></dl>", NEW],
    ["a tab", '\n=== "Pool"\n\n    | Code | HTTP |\n    |---|---|\n    | POOL_EMPTY | 503 |', NEW],
    ["a box", "\n!!! warning\n\n    - `POOL_EMPTY` (503): no water", NEW],
    ["a heading", "\n## POOL_EMPTY\n\nStatus 503.", NEW],
    ["a heading without a status", "\n## POOL_EMPTY\n\nNo water.", ["POOL_EMPTY: not in the vocabulary (none)"]],
    ["a bullet", "\n- `POOL_EMPTY`: 503, no water", NEW],
    ["a bullet in small letters", "\n- `pool_empty` (503)", ["pool_empty: not in the vocabulary (503)"]],
    ["a paragraph", "\n**POOL_EMPTY** (503): no water.", NEW],
    ["the title of a tab", '\n=== "POOL_EMPTY (503)"\n\n    No water.', NEW],
    ["the title of a box", '\n!!! failure "`POOL_EMPTY` (503)"\n    No water.', NEW],
    ["the title of a box with the status in it", '\n??? failure "POOL_EMPTY"\n    HTTP 503. No water.', NEW],
    ["the title of a box of VitePress", "\n::: danger POOL_EMPTY (503)\nNo water.\n:::", NEW],
    ["the title of a box of Docusaurus", "\n:::danger[POOL_EMPTY (503)]\n\nNo water.\n\n:::", NEW],
    ["the label of a tab", '\n<TabItem value="a" label="POOL_EMPTY (503)">\n\nNo water.\n\n</TabItem>', NEW],
    ["the title of a component in a line", '\n<Accordion title="POOL_EMPTY (503)">No water.</Accordion>', NEW],
    ["a summary", "\n<details><summary><code>POOL_EMPTY</code></summary>\n<p>HTTP 503</p></details>", NEW],
    [
      "a list in a cell",
      "\n<table><tr><th>Group</th><th>Sent</th></tr><tr><td>Pool</td><td><ul><li>POOL_EMPTY (503)</li></ul></td></tr></table>",
      NEW,
    ],
    ["a heading with two codes", "\n## POOL_EMPTY, POOL_CLOSED (503)", [...NEW, "POOL_CLOSED: not in the vocabulary (503)"]],
    ["a bullet with one word", "\n- `throttled` (429)", ["throttled: not in the vocabulary (429)"]],
    ["a bullet with one word and without marks", "\n- throttled: HTTP 429", ["throttled: not in the vocabulary (429)"]],
    ["a bullet with one word behind the status", "\n- 429 `throttled`: slow down", ["throttled: not in the vocabulary (429)"]],
    ["a bullet with one word in capitals", "\n- THROTTLED – 429", ["THROTTLED: not in the vocabulary (429)"]],
    ["a bullet with a dot", "\n- `pool.empty` (503)", ["pool.empty: not in the vocabulary (503)"]],
    ["a heading of one word", "\n## throttled\n\nHTTP status: 429", ["throttled: not in the vocabulary (429)"]],
    ["a paragraph with one word", "\n**THROTTLED** (429): slow down.", ["THROTTLED: not in the vocabulary (429)"]],
  ])("%s", (_, more, differences) => {
    const { reasons, differences: found } = report(`${PAGE.trimEnd()}\n${more}\n`);
    expect([reasons, found]).toEqual(["", differences]);
  });

  it.each([
    ["a struck-through status", but("| ROOM_LOCKED | 423 |", "| ROOM_LOCKED | ~~423~~ 409 |"), ["ROOM_LOCKED: another status (409)"]],
    ["a struck-through code", but("| ROOM_LOCKED | 423 |", "| ~~ROOM_LOCKED~~ | 423 |"), ["ROOM_LOCKED: not on the page (423)"]],
    [
      "a code that is called removed",
      but("| ROOM_LOCKED | 423 |", "| ROOM_LOCKED <sup class='badge'>removed</sup> | 423 |"),
      ["ROOM_LOCKED: not on the page (423)"],
    ],
    [
      "a code under removed codes",
      `${but(/\| ROOM_LOCKED .+\n/.exec(PAGE)![0], "")}\n## Removed codes\n\n| Code | HTTP |\n|---|---|\n| ROOM_LOCKED | 423 |\n`,
      ["ROOM_LOCKED: not on the page (423)"],
    ],
    [
      "a bullet under retired codes",
      `${but(/\| ROOM_LOCKED .+\n/.exec(PAGE)![0], "")}\n## Retired\n\n### Rooms\n\n- ROOM_LOCKED (423)\n`,
      ["ROOM_LOCKED: not on the page (423)"],
    ],
    [
      "a section that is gone",
      PAGE.split("\n")
        .filter((line) => !line.includes("KITCHEN"))
        .join("\n"),
      ["KITCHEN_BUSY: not on the page (none)", "KITCHEN_ON_FIRE: not on the page (none)"],
    ],
    [
      "a status in a sentence about a removed code",
      `${but(/\| ROOM_LOCKED .+\n/.exec(PAGE)![0], "")}\nThere is no \`ROOM_LOCKED\` any more.\n`,
      ["ROOM_LOCKED: not on the page (none)"],
    ],
  ])("%s", (_, text, differences) => {
    const { reasons, differences: found } = report(text);
    expect([reasons, found]).toEqual(["", differences]);
  });
});

describe("words that only stand beside a status are no codes", () => {
  it.each([
    ["a method", "- `GET` (404): there is no such room"],
    ["headers and defaults", "- `X-RateLimit-Limit`, 429 when it is reached\n- `Retry-After` (503)\n- `patience` (500 by default)"],
    ["a word before a number", "- e.g. 404 for rooms\n- user-facing 404 page\n- see 404\n- after 500 requests\n- `limit`: 100"],
    [
      "examples of answers",
      '```json\n{ "code": "ROOM_ODD",\n"status": 418 }\n```\n\n```\nHTTP/1.1 418 Teapot\n\n{"code": "ROOM_ODD", "status": 418}\n```',
    ],
    ["examples of programs", '```sh\nROOM_KEY=418 curl /rooms\nif (code === "ROOM_LOCKED") wait(423);\n```'],
    [
      "titles of boxes",
      '!!! note "Rooms"\n    Words.\n\n=== "Python"\n\n    Words.\n\n::: tip Wait 500 ms\nWords.\n:::\n\nRooms\n===\n\nWords.',
    ],
    ["titles that nobody sees", '<span title="POOL_EMPTY (503)">Words</span>'],
    ["all others", "| Error | Meaning |\n|---|---|\n| ROOM_LOCKED | shut |\n| all others | see above |\n| Any other error | none |"],
    ["two columns of the same status", "| Code | HTTP | Status |\n|---|---|---|\n| ROOM_LOCKED | 423 | 423 Locked |"],
    ["a sentence", "404 is sent when nothing is there, and 429 means slow down."],
    ["the heading of a section", "## API\n\nThe API sends 404 for what is not there.\n\n## Overview\n\nStatus 404 is common."],
  ])("%s", (_, more) => {
    expect(report(and(more))).toEqual({ reasons: "", differences: [] });
  });
});

it("a small word without marks is a code only where the service has such codes", () => {
  const page = `${PAGE}\n- missing: 404\n\n## absent (404)\n`;
  const capitals = recordOf("hotel", Object.fromEntries(Object.entries(RECORD.codes).filter(([code]) => /[A-Z]/.test(code))));
  expect(report(page).differences).toEqual(["missing: not in the vocabulary (404)", "absent: not in the vocabulary (404)"]);
  expect(report(page, capitals).differences).not.toContain("missing: not in the vocabulary (404)");
  expect(report(page, capitals).differences).not.toContain("absent: not in the vocabulary (404)");
});

describe("what cannot be read is named, and the page counts as not understood", () => {
  it.each([
    [
      "two statuses",
      but("| ROOM_LOCKED | 423 |", "| ROOM_LOCKED | 409/423 |"),
      "ROOM_LOCKED | 409/423",
      '"409/423" is not one status of three digits',
    ],
    [
      "two statuses with a word",
      but("| ROOM_LOCKED | 423 |", "| ROOM_LOCKED | 409 or 423 |"),
      "ROOM_LOCKED | 409 or 423",
      "not one status",
    ],
    ["a class of statuses", but("| ROOM_LOCKED | 423 |", "| ROOM_LOCKED | 4xx |"), "ROOM_LOCKED | 4xx", '"4xx" is not one status'],
    ["a status in words", but("| ROOM_LOCKED | 423 |", "| ROOM_LOCKED | Locked |"), "ROOM_LOCKED | Locked", '"Locked" is not one status'],
    ["no status of HTTP", but("| ROOM_LOCKED | 423 |", "| ROOM_LOCKED | 999 |"), "ROOM_LOCKED | 999", '"999" is not one status'],
    [
      "a second row with another status",
      and("| Code | HTTP |\n|---|---|\n| ROOM_LOCKED | 409 |"),
      "ROOM_LOCKED: 423 under",
      "it has two statuses",
    ],
    ["a code with its old name", but("| ROOM_LOCKED |", "| ROOM_LOCKED, formerly ROOM_SHUT |"), "formerly ROOM_SHUT", "is not one code"],
    ["another code in brackets", but("| ROOM_LOCKED |", "| ROOM_LOCKED (or ROOM_SHUT) |"), "(or ROOM_SHUT)", "is not one code"],
    [
      "two codes set as code, with words",
      but("| ROOM_LOCKED |", "| `ROOM_LOCKED`, before that `ROOM_SHUT` |"),
      "before that ROOM_SHUT",
      "is not one code",
    ],
    [
      "words in place of a code",
      `${PAGE.trimEnd()}\n| The pool is empty | 503 | No water. |\n`,
      "The pool is empty | 503",
      '"The pool is empty" is not one code',
    ],
    [
      "a code in another column",
      `${PAGE.trimEnd()}\n| | 503 | POOL_EMPTY: no water. |\n`,
      "503 | POOL_EMPTY",
      "its cell for the code is empty",
    ],
    [
      "a bullet with two statuses",
      and("- `POOL_EMPTY`: sent with 409, and later with 503"),
      "POOL_EMPTY: sent with 409",
      "several statuses",
    ],
    ["a heading with two statuses", and("## POOL_EMPTY\n\nFirst 409, later 503."), "POOL_EMPTY", "several statuses stand under it"],
    ["a definition with two statuses", and("<dl><dt>POOL_EMPTY</dt><dd>409 or 503</dd></dl>"), "POOL_EMPTY 409 or 503", "several statuses"],
    [
      "codes in place of titles",
      "# Errors\n\n| | ROOM_LOCKED | ROOM_GONE |\n|---|---|---|\n| HTTP | 423 | 410 |\n",
      "ROOM_LOCKED | ROOM_GONE",
      "codes in place of titles",
    ],
    [
      "several columns of codes",
      "| Old | Now | HTTP |\n|---|---|---|\n| ROOM_SHUT | ROOM_LOCKED | 423 |\n| ROOM_LOST | ROOM_GONE | 410 |\n",
      "Old | Now | HTTP",
      "several columns of codes",
    ],
    [
      "a code and a status in a sentence",
      and("From spring on the pool answers with POOL_EMPTY and 503."),
      "POOL_EMPTY, in: From spring",
      "stand where an entry would",
    ],
    [
      "a code of one word in a sentence",
      PAGE.replace(/\| forbidden .+\n/, "") + "\n403 forbidden is for guests.\n",
      "forbidden, in: 403",
      "stand where an entry",
    ],
    [
      "a small code as a heading",
      PAGE.replace(/\| forbidden .+\n/, "") + "\n## forbidden\n\nNobody may.\n",
      "forbidden, in: forbidden",
      "stand where an entry",
    ],
    ["a fence", and("```\nPOOL_EMPTY 503 No water.\n```"), "POOL_EMPTY, in: POOL_EMPTY 503", "stand where an entry would"],
    ["a fence with the status first", and("```text\n503  POOL_EMPTY\n```"), "POOL_EMPTY, in: 503 POOL_EMPTY", "stand where an entry would"],
    [
      "a table of bars",
      and("```\n+------------+-----+\n| POOL_EMPTY | 503 |\n```"),
      "POOL_EMPTY, in: | POOL_EMPTY",
      "stand where an entry would",
    ],
    ["a part of HTML as it is written", and("<pre>ROOM_ODD\nPOOL_EMPTY <b>503</b></pre>"), "POOL_EMPTY, in: POOL_EMPTY 503", "stand where"],
    [
      "a fence in a bullet",
      and("- Pools:\n\n  ```\n  POOL_EMPTY: 503\n  ```"),
      "POOL_EMPTY, in: POOL_EMPTY: 503",
      "stand where an entry would",
    ],
    [
      "a box that only names a code",
      and('!!! failure "Pools answer POOL_EMPTY with 503"\n    No water.'),
      "POOL_EMPTY, in: ",
      "stand where an entry would",
    ],
    [
      "two columns of statuses",
      `| Code | HTTP v1 | HTTP v2 |\n|---|---|---|\n${HOTEL.map(({ code, status }, at) => `| ${code} | ${status} | ${at === 2 ? 409 : status} |`).join("\n")}\n`,
      "Code | HTTP v1 | HTTP v2",
      "has two columns of statuses, HTTP v1 and HTTP v2, that differ",
    ],
    [
      "words in a table without statuses",
      and("| Error | Meaning |\n|---|---|\n| ROOM_LOCKED | shut |\n| the pool is empty | no water |"),
      "the pool is empty | no water",
      "is not one code",
    ],
    [
      "a code of one word alone in its row",
      but(/\| forbidden .+\n/.exec(PAGE)![0], "| forbidden | | |\n"),
      "forbidden, in: forbidden",
      "stand where an entry would",
    ],
    [
      "a code in a table about something else",
      and("| Situation | Sent |\n|---|---|\n| no water | 503 with POOL_EMPTY |\n| no towels | 404 |"),
      "POOL_EMPTY, in: no water",
      "stand where an entry would",
    ],
    [
      "a code at the beginning of a paragraph",
      and("`POOL_EMPTY` is sent by pools without water."),
      "POOL_EMPTY, in: POOL_EMPTY is sent",
      "stand where an entry would",
    ],
  ])("%s", (_, text, place, why) => {
    const { reasons } = report(text);
    expect(reasons).toContain(place);
    expect(reasons).toContain(why);
  });

  it("a row without a status of JSON and of OpenAPI, too", () => {
    expect(report(JSON.stringify([...HOTEL, { code: "POOL_EMPTY", status: "4xx" }])).reasons).toContain('"status" is not one status');
    expect(report(JSON.stringify([...HOTEL, { note: "POOL_EMPTY" }])).reasons).toContain("it has no code");
    const twice = { content: { "application/json": { schema: { properties: { code: { enum: ["POOL_EMPTY"] } } } } } };
    const document = { openapi: "3.1.0", paths: { "/pool": { get: { responses: { 409: twice, 503: twice } } } } };
    expect(report(JSON.stringify(document)).reasons).toContain("its responses have the statuses 409, 503");
  });

  it("a column without titles, of numbers that are none of the statuses", () => {
    const rows = HOTEL.map(({ code, status }, at) => `| ${code} | ${status} | ${401 + at} |`).join("\n");
    expect(report(`| Code | Page | HTTP |\n|---|---|---|\n${rows}\n`).reasons).toContain("Another number was probably read in its place.");
  });

  it("codes whose statuses nobody finds", () => {
    const rows = HOTEL.map(({ code }) => `| ${code} | see below |`).join("\n");
    expect(report(`| Code | Meaning |\n|---|---|\n${rows}\n`).reasons).toContain("No status was found for 14 of 14 codes.");
  });

  it("a part of the page", () => {
    expect(report(FORMS["a Markdown table"]!(HOTEL.slice(0, 4))).reasons).toContain("It has only 4 of 14 of the codes of hotel.");
  });
});

describe("a page of another service", () => {
  const GARDEN = recordOf("garden", { NOT_FOUND: { status: 404, foundBy: "status" }, CONFLICT: { status: 409, foundBy: "status" } });

  it("has none of the codes", () => {
    expect(report("| Code | HTTP |\n|---|---|\n| POOL_EMPTY | 503 |\n").reasons).toContain(
      "It has none of the codes of hotel. Is it the page of another service",
    );
  });

  it("lists codes, where the service is told apart by statuses", () => {
    expect(report(`${PAGE}\n| Status | Meaning |\n|---|---|\n| 404 | Nothing |\n| 409 | Taken |\n`, GARDEN).reasons).toContain(
      "The page lists 10 codes, HOTEL_FULL first, and garden tells failures apart by statuses.",
    );
  });

  it("is understood with its statuses alone", () => {
    const page = "| Status | Meaning |\n|---|---|\n| 200 | Fine |\n| 404 | Nothing |\n| 410 | Gone |\n\n`MAX_AGE` is sent with 409.\n";
    const { reasons, differences } = report(page, GARDEN);
    expect(reasons).toBe("");
    expect(differences).toEqual(["410: not in the vocabulary (410)", "CONFLICT: not on the page (none)"]);
  });
});

describe("messages", () => {
  const DNS = recordOf("garden", {
    TTL: { foundBy: "message", message: "Invalid TTL", status: 400 },
    TOKEN: { foundBy: "message", message: "Token expired", status: 401 },
    NAME: { foundBy: "message", message: "Name <name> is taken at <time>", status: 409 },
    KEY: { foundBy: "message", message: "<permission> permission required", status: 403 },
  });
  const rows = (ttl: string, token: string): readonly (readonly [string, string])[] => [
    [ttl, "400 — must be positive"],
    [token, "401 — sign in again"],
    ["Name <name> is taken at ...", "409 — choose another"],
    ["<permission> permission required", "403 — ask for it"],
  ];
  const markdown = (ttl = "Invalid TTL", token = "Token expired"): string =>
    `| Message | Cause |\n|---|---|\n${rows(ttl, token)
      .map(([message, cause]) => `| ${message.replaceAll("<", "&lt;")} | ${cause} |`)
      .join("\n")}\n`;
  const text = (ttl = "Invalid TTL", token = "Token expired"): string =>
    `Messages#\n\nMessage Cause\n${rows(ttl, token)
      .map((row) => row.join(" "))
      .join("\n")}\n`;
  const without = (ttl = "Invalid TTL", token = "Token expired"): string =>
    `Messages#\n\nMessage Cause\n${rows(ttl, token)
      .map(([message, cause]) => `${message} ${cause.slice(6).replace(/^./, (one) => one.toUpperCase())}`)
      .join("\n")}\n`;

  it.each([
    ["a table", markdown()],
    ["text", text()],
  ])("no drift in %s", (_, page) => {
    expect(report(page, DNS)).toEqual({ reasons: "", differences: [] });
  });

  it.each([
    ["a table", markdown("Invalid TTL value", "Token expired or revoked"), "(400)"],
    ["text", text("Invalid TTL value", "Token expired or revoked"), "(400)"],
  ])("a message that grew words is another message: %s", (_, page) => {
    expect(report(page, DNS).differences).toEqual([
      "Invalid TTL value: not in the vocabulary (400)",
      "Token expired or revoked: not in the vocabulary (401)",
      "TTL: not on the page (none)",
      "TOKEN: not on the page (none)",
    ]);
  });

  it("where nothing shows the end of a message, a small word behind it still belongs to it", () => {
    expect(understandPage(without()).rows.map(({ isOpen }) => isOpen)).toEqual([true, true, true, true]);
    expect(compare(DNS, understandPage(without()).rows).matched.size).toBe(4);
    expect([...compare(DNS, understandPage(without("Invalid TTL value", "Token expired or revoked")).rows).matched.keys()]).toEqual([
      "NAME",
      "KEY",
    ]);
  });
});

it("the gate's own fixtures are understood: every page is a page of one service alone", () => {
  const folder = fileURLToPath(new URL("../fixtures/pages/", import.meta.url));
  for (const name of ["hotel.md", "hotel.html", "hotel-broken.txt", "garden.txt"]) {
    expect(understandPage(readFileSync(`${folder}${name}`, "utf8")).unread).toEqual([]);
  }
});
