import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { changesIn, historyOf } from "../src/history.js";
import { siteServices } from "../src/services.js";

const CHANGELOG = `# @scai-errors/hotel

## 1.2.0

### Codes changed

| Code | What | Before | Now |
| --- | --- | --- | --- |
| \`ROOM_FULL\` | retry | never | after_change |

### Codes added

| Code | Status | Retry | Meaning |
| --- | --- | --- | --- |
| \`ROOM_OPEN\` | 404 | never | Nobody locks this room. |

## 1.1.0

### Codes changed

| Code | What | Before | Now |
| --- | --- | --- | --- |
| \`ROOM_FULL\` | status | 400 | 409 |
`;

const folder = mkdtempSync(join(tmpdir(), "scai-errors-history-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("the changes of codes are those of the changelog's tables, and of no other", () => {
  expect([...changesIn(CHANGELOG)]).toEqual([
    [
      "ROOM_FULL",
      [
        { version: "1.1.0", what: "status: 400 became 409" },
        { version: "1.2.0", what: "retry: never became after_change" },
      ],
    ],
  ]);
});

it("a code's history begins with its first version and ends with what the next release changes", () => {
  writeFileSync(join(folder, "CHANGELOG.md"), CHANGELOG);
  const recorded = { status: 409, kind: "aborted", retry: "never" };
  writeFileSync(join(folder, "codes.json"), JSON.stringify({ version: "1.2.0", codes: { ROOM_FULL: recorded } }));
  const [any] = siteServices;
  const text = { meaning: "m", cause: "c", fix: "f", origin: "caller", group: "g", page: "p" } as const;
  const docs = { ROOM_FULL: { ...text, since: "1.0.0", deprecated: "next; use ROOM_TAKEN" }, ROOM_TAKEN: { ...text, since: "next" } };
  const history = historyOf({ ...any!, folder, docs });
  const entry = { status: 409, kind: "aborted", retry: "after_change", source: "status", idempotentOnly: false } as const;
  expect(history("ROOM_FULL", entry)).toEqual([
    { version: "1.0.0", what: "added" },
    { version: "1.1.0", what: "status: 400 became 409" },
    { version: "1.2.0", what: "retry: never became after_change" },
    { version: "next", what: "retry: never becomes after_change" },
    { version: "next", what: "deprecated: use ROOM_TAKEN" },
  ]);
  expect(history("ROOM_TAKEN", entry)).toEqual([{ version: "next", what: "added" }]);
  expect(history("UNRECOGNIZED", entry)).toEqual([{ version: "1.0.0", what: "added" }]);
});
