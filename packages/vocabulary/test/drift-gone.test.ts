import { describe, expect, it } from "vitest";
import { FORMS, HOTEL } from "./given/forms.js";
import { recordOf, reportOf } from "./given/report.js";

const RECORD = recordOf("hotel", Object.fromEntries(HOTEL.map(({ code, status }) => [code, { status }])));
const PAGE = FORMS["a Markdown table"]!(HOTEL);
const [ROW] = /\| ROOM_LOCKED .+\n/.exec(PAGE)!;
const TEXT = "Somebody has locked it.";
/** The page with its row of ROOM_LOCKED written otherwise. */
const but = (row: string): string => PAGE.replace(ROW, row);
/** The page without that row, and with something more behind it. */
const and = (more: string): string => `${but("")}\n${more}\n`;
/** The page with a column more, which says something of ROOM_LOCKED alone. */
const column = (title: string, said: string, other = ""): string => {
  const rows = HOTEL.map(({ code, status, text }) => `| ${code} | ${status} | ${code === "ROOM_LOCKED" ? said : other} | ${text} |`);
  return `| Code | HTTP | ${title} | Meaning |\n|---|---|---|---|\n${rows.join("\n")}\n`;
};
const TABLE = `| Code | HTTP |\n|---|---|\n| ROOM_LOCKED | 423 |`;

describe("a code that the page calls gone is not on the page", () => {
  it.each([
    ["(deleted)", but(`| ROOM_LOCKED (deleted) | 423 | ${TEXT} |\n`)],
    ["(removed)", but(`| \`ROOM_LOCKED\` (removed in v3) | 423 | ${TEXT} |\n`)],
    ["a badge", but(`| ROOM_LOCKED <span class="badge">deleted</span> | 423 | ${TEXT} |\n`)],
    ["a meaning", but("| ROOM_LOCKED | 423 | Removed in v3. |\n")],
    ["a meaning that is nothing else", but("| ROOM_LOCKED | 423 | (removed) |\n")],
    ["a meaning in more words", but("| ROOM_LOCKED | 423 | No longer sent since rooms have keys. |\n")],
    ["a column of states", column("State", "removed", "stable")],
    ["a column of notes", column("Notes", "Dropped in 3.0")],
    ["a column of versions", column("Removed", "v3", "–")],
    ["a column of removals", column("Removed in", "3.0", "never")],
    ["a heading Deleted codes", and(`## Deleted codes\n\n${TABLE}`)],
    ["a heading Former error codes", and(`## Former error codes\n\n${TABLE}`)],
    ["a heading Old codes", and(`## Old codes\n\n- ROOM_LOCKED (423)`)],
    ["a heading Legacy codes", and(`## Legacy codes\n\n${TABLE}`)],
    ["a row between rows", but("").trimEnd().concat("\n| **Deleted codes** | | |\n| ROOM_LOCKED | 423 | |\n")],
    ["a bullet", and("- ROOM_LOCKED (423): removed in v3")],
    ["a tab", and(`=== "Removed codes"\n\n    ${TABLE.replaceAll("\n", "\n    ")}`)],
    [
      "the caption of a table",
      and("<table><caption>Removed codes</caption><tr><th>Code</th><th>HTTP</th></tr><tr><td>ROOM_LOCKED</td><td>423</td></tr></table>"),
    ],
    ["a summary", and("<details><summary>Removed codes</summary><ul><li>ROOM_LOCKED (423)</li></ul></details>")],
    ["a bullet of removed codes", and("- Removed: ROOM_LOCKED")],
    ["a heading", and("## ROOM_LOCKED (423)\n\nRemoved in v3.")],
    ["a definition", and("<dl><dt>ROOM_LOCKED</dt><dd>423. Removed in v3.</dd></dl>")],
    ["JSON", JSON.stringify(HOTEL.map((row) => (row.code === "ROOM_LOCKED" ? { ...row, removedIn: "v3" } : row)))],
    ["JSON with a state", JSON.stringify(HOTEL.map((row) => (row.code === "ROOM_LOCKED" ? { ...row, state: "deleted" } : row)))],
  ])("%s", (_, page) => {
    const { reasons, differences } = reportOf(RECORD, page);
    expect(reasons).toBe("");
    expect(differences).toHaveLength(1);
    expect(differences[0]).toContain("ROOM_LOCKED: not on the page");
  });
});

describe("a code of something that is gone is still on the page", () => {
  it.each([
    ["a meaning", but("| ROOM_LOCKED | 423 | The room was removed, or deleted. |\n")],
    ["a meaning that begins so", but("| ROOM_LOCKED | 423 | Removed from the house by its owner. |\n")],
    ["a meaning of one word", but("| ROOM_LOCKED | 423 | Deleted. |\n")],
    ["what is to come", but(`| ROOM_LOCKED (to be removed in v9) | 423 | ${TEXT} |\n`)],
    ["a column that says no", column("Removed", "no", "-")],
    ["a heading after a tab", `=== "Removed codes"\n\n    None.\n\n${PAGE}`],
    ["a heading of rooms", and(`## Deleted rooms\n\n${TABLE}`)],
    ["a member that says no", JSON.stringify(HOTEL.map((row) => ({ ...row, removed: false, removedIn: null })))],
  ])("%s", (_, page) => {
    expect(reportOf(RECORD, page)).toEqual({ reasons: "", differences: [] });
  });

  it("its own name says nothing", () => {
    const rooms = recordOf("rooms", { "room.deleted": { status: 410 }, room_removed: { status: 404 } });
    expect(reportOf(rooms, "| Code | HTTP |\n|---|---|\n| room.deleted | 410 |\n| room_removed | 404 |\n").differences).toEqual([]);
  });

  it("410 means that something was removed", () => {
    const garden = recordOf("garden", { GONE: { status: 410, foundBy: "status" } });
    expect(reportOf(garden, "| Status | Meaning |\n|---|---|\n| 410 | Removed |\n").differences).toEqual([]);
    expect(reportOf(garden, "- 410: removed\n").differences).toEqual([]);
  });
});
