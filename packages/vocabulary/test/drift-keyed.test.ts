import { describe, expect, it } from "vitest";
import { recordOf, reportOf } from "./given/report.js";

const GARDEN = recordOf("garden", {
  NOT_FOUND: { status: 404, foundBy: "status" },
  CONFLICT: { status: 409, foundBy: "status" },
  UNAVAILABLE: { status: 503, foundBy: "status" },
  GATE_SHUT: { close: 4401, foundBy: "close" },
  GATE_CROWDED: { close: 4429, foundBy: "close" },
});
const STATUSES = "| Status | Meaning |\n|---|---|\n| 404 | Nothing |\n| 409 | Taken |\n| 503 | Later |\n";
const GARDEN_PAGE = `# Errors\n\n${STATUSES}\n## Closes\n\n| Code | Meaning |\n|---|---|\n| 4401 | Shut |\n| 4429 | Crowded |\n`;

describe("statuses and closes outside tables", () => {
  const bullets = (rows: string): string => `# Errors\n\n${rows}\n\n- 4401: shut\n- 4429 – crowded\n`;

  it.each([
    ["tables", GARDEN_PAGE],
    ["bullets", bullets("- **404** – nothing\n- 409: taken\n- HTTP 503, later")],
    ["bullets with phrases", bullets("- Not found (404): nothing\n- `Bed is taken` – 409\n- Unavailable: 503")],
    ["one bullet for several", bullets("- 404, 409 and 503: as always")],
    ["headings", "# Errors\n\n## 404 Not found\n\nNothing.\n\n## 409\n\n## Unavailable (503)\n\n## 4401 Shut\n\n## 4429\n"],
    [
      "definitions",
      "<dl><dt>404</dt><dd>Nothing</dd><dt>Bed taken</dt><dd>409</dd><dt>HTTP 503</dt><dd>Later</dd><dt>4401</dt><dd>Shut</dd><dt>Crowded</dt><dd>4429. Wait.</dd></dl>",
    ],
    ["a table and bullets for the rest", `${STATUSES}\n- 4401: shut\n- \`4429\`: crowded\n`],
    [
      "a table, and prose with other numbers",
      `${GARDEN_PAGE}\n- 4000 characters at most\n- 500 ms\n- 4096-byte pages\n- 450-bit keys\n- 409 is told again\n\nSee 404.\n`,
    ],
  ])("no drift in %s", (_, page) => {
    expect(reportOf(GARDEN, page)).toEqual({ reasons: "", differences: [] });
  });

  const TEAPOT = ["418: not in the vocabulary (418)"];
  const POOL = ["4999: not in the vocabulary (none)"];
  it.each([
    ["a bullet", "- **418** – teapot", TEAPOT],
    ["a bullet with a phrase", "- I am a teapot (418)", TEAPOT],
    ["a bullet with a phrase in marks", "- `Tea is ready` (418)", TEAPOT],
    ["a table with phrases", "| Message | HTTP |\n|---|---|\n| Tea is ready | 418 |", TEAPOT],
    ["a heading", "## 418 Teapot\n\nTea.", TEAPOT],
    ["a heading with the status behind it", "## Teapot (418)\n\nTea.", TEAPOT],
    ["a definition", "<dl><dt>418</dt><dd>Teapot</dd></dl>", TEAPOT],
    ["a definition with the status in the text", "<dl><dt>Teapot</dt><dd>418. Tea.</dd></dl>", TEAPOT],
    ["a close in a bullet", "- 4999: pool shut", POOL],
    ["a close behind a phrase", "- Pool shut (4999)", POOL],
    ["a close in a heading", "## 4999 Pool shut", POOL],
    ["a close in a definition", "<dl><dt>4999</dt><dd>Pool shut</dd></dl>", POOL],
  ])("one more in %s", (_, more, differences) => {
    expect(reportOf(GARDEN, `${GARDEN_PAGE}\n${more}\n`)).toEqual({ reasons: "", differences });
  });

  it.each([
    ["a paragraph", "**418** – teapot"],
    ["a fence", "```\n418 Teapot\n```"],
    ["a paragraph with a phrase in marks", "`Tea is ready` (418)"],
    ["a heading with the status beneath", "## Teapot\n\nHTTP status: 418"],
    ["a bullet with a code", "- `TEA_READY` (418)"],
    ["a table with a code", "| Code | HTTP |\n|---|---|\n| TEA_READY | 418 |"],
  ])("not understood in %s", (_, more) => {
    expect(reportOf(GARDEN, `${GARDEN_PAGE}\n${more}\n`).reasons).toContain("418, in: ");
  });
});

describe("cells of close codes and statuses", () => {
  const closes = (...cells: readonly string[]): string =>
    `${STATUSES}\n## Closes\n\n| Code | Meaning |\n|---|---|\n${cells.map((cell) => `| ${cell} | Shut |`).join("\n")}\n`;

  it.each([
    ["a remark", closes("4401 (beta)", "4429")],
    ["marks of code and a badge", closes("`4401` <sup>new</sup>", "4429")],
    ["closes of the standard", closes("1000", "1001", "1006", "4401", "4429")],
    ["two in a cell", closes("4401, 4429", "1000 / 1001")],
    ["all others", closes("4401", "4429", "others")],
    ["a row between rows", closes("4401", "4429").concat("| **More** | |\n")],
    [
      "classes of statuses",
      `${closes("4401", "4429")}\n| Status | Retry |\n|---|---|\n| 2xx | no |\n| 404 | no |\n| 5xx | yes |\n| 503 | yes |\n`,
    ],
  ])("no drift with %s", (_, page) => {
    expect(reportOf(GARDEN, page)).toEqual({ reasons: "", differences: [] });
  });

  it.each([
    ["a remark", closes("4401", "4429", "4499 (new)")],
    ["two in a cell", closes("4401", "4429 / 4499")],
  ])("one more with %s", (_, page) => {
    expect(reportOf(GARDEN, page)).toEqual({ reasons: "", differences: ["4499: not in the vocabulary (none)"] });
  });

  it.each([
    ["a range", closes("4401", "4429", "4500–4599"), '"4500–4599" is not one close code'],
    ["words", closes("4401", "4429", "4499 for pools"), '"4499 for pools" is not one close code'],
    [
      "a range of statuses",
      `${GARDEN_PAGE}\n| Status | Meaning |\n|---|---|\n| 404 | x |\n| 409 | x |\n| 520-527 | x |\n`,
      '"520-527" is not one status',
    ],
    [
      "a phrase among statuses",
      `${GARDEN_PAGE}\n| Status | Meaning |\n|---|---|\n| 404 | x |\n| 409 | x |\n| teapot | x |\n`,
      '"teapot" is not one status',
    ],
  ])("not understood with %s", (_, page, why) => {
    expect(reportOf(GARDEN, page).reasons).toContain(why);
  });
});

it("a phrase with two statuses is not understood", () => {
  expect(reportOf(GARDEN, `${GARDEN_PAGE}\n- \`Tea is ready\` (404 or 418)\n`).reasons).toContain("it names several statuses");
});

describe("messages outside tables", () => {
  const DNS = recordOf("garden", {
    NOT_FOUND: { status: 404, foundBy: "status" },
    TTL: { foundBy: "message", message: "Invalid TTL", status: 400 },
    NAME: { foundBy: "message", message: "Name <name> is taken", status: 409 },
  });
  const PAGE =
    "# Errors\n\n- 404: nothing\n\n| Message | Cause |\n|---|---|\n| Invalid TTL | 400 — too small |\n| Name \\<name> is taken | 409 — choose |\n";

  it.each([
    ["a table", PAGE],
    ["bullets", "# Errors\n\n- 404: nothing\n- `Invalid TTL` — 400\n- `Name <name> is taken` (409): choose\n"],
    ["bullets with quotes", '# Errors\n\n- 404: nothing\n- "Invalid TTL" (400)\n- 409 "Name {name} is taken"\n'],
    ["headings", "# Errors\n\n## 404\n\n## `Invalid TTL` (400)\n\n## `Name <name> is taken`\n\nHTTP 409\n"],
    [
      "definitions",
      "<dl><dt>404</dt><dd>Nothing</dd><dt>Invalid TTL</dt><dd>400</dd><dt><code>Name {name} is taken</code></dt><dd>409</dd></dl>",
    ],
    [
      "a table and other phrases",
      `${PAGE}\n- \`DELETE /names\` (404)\n- \`Retry-After: 60\`\n- Not found (404)\n- \`Name bob is taken\`\n\n## Validation errors (404)\n`,
    ],
  ])("no drift in %s", (_, page) => {
    expect(reportOf(DNS, page)).toEqual({ reasons: "", differences: [] });
  });

  const FROZEN = ["Zone is frozen: not in the vocabulary (404)"];
  it.each([
    ["a bullet", "- `Zone is frozen` — 404", FROZEN],
    ["a bullet with quotes", '- "Zone is frozen" (404)', FROZEN],
    ["a bullet behind the status", "- 404 `Zone is frozen`", FROZEN],
    ["a heading", "## `Zone is frozen`\n\nStatus: 404", FROZEN],
    ["a definition", "<dl><dt>Zone is frozen</dt><dd>404</dd></dl>", FROZEN],
  ])("one more in %s", (_, more, differences) => {
    expect(reportOf(DNS, `${PAGE}\n${more}\n`)).toEqual({ reasons: "", differences });
  });

  it.each([
    ["a bullet without marks", "- Zone is frozen (404)"],
    ["a bullet without a status", "- `Zone is frozen`: wait"],
    ["a paragraph", "`Zone is frozen` (404)"],
    ["a heading without marks", "## Zone is frozen\n\nHTTP status: 404"],
  ])("not understood in %s", (_, more) => {
    expect(reportOf(DNS, `${PAGE}\n${more}\n`).reasons).toContain("Zone is frozen, in: ");
  });

  it("not understood with two statuses", () => {
    expect(reportOf(DNS, `${PAGE}\n- \`Zone is frozen\` (404 or 409)\n`).reasons).toContain("it names several statuses");
  });
});
