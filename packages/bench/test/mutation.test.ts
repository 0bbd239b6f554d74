import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readMutation } from "../src/mutation.js";

const folder = mkdtempSync(join(tmpdir(), "scai-errors-mutation-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const source = "const one = 1;\nconst two =\n  one + 1;\n";

it("is undefined where nothing was run", () => {
  expect(readMutation(folder)).toBeUndefined();
});

it("counts what was found, and gives every survivor the reason that is known for it", () => {
  const mutant = (status: string, replacement: string, line: number, column: number, endLine: number, endColumn: number) => ({
    status,
    replacement,
    location: { start: { line, column }, end: { line: endLine, column: endColumn } },
  });
  mkdirSync(join(folder, "reports/mutation"), { recursive: true });
  writeFileSync(join(folder, "a.ts"), source);
  writeFileSync(
    join(folder, "reports/mutation/mutation.json"),
    JSON.stringify({
      files: {
        "a.ts": {
          source,
          mutants: [
            mutant("Killed", "2", 1, 13, 1, 14),
            mutant("Timeout", "3", 1, 13, 1, 14),
            mutant("Ignored", "4", 1, 13, 1, 14),
            mutant("NoCoverage", "5", 1, 13, 1, 14),
            mutant("Survived", "one - 1", 3, 3, 3, 10),
            mutant("Survived", "", 2, 7, 3, 10),
          ],
        },
        "b.ts": { source: "other", mutants: [] },
      },
    }),
  );
  writeFileSync(
    join(folder, "mutation-survivors.json"),
    JSON.stringify([
      { file: "a.ts", original: "one + 1", replacement: "one - 1", reason: "Known." },
      { file: "b.ts", original: "1", replacement: "5", reason: "Of another file." },
    ]),
  );
  expect(readMutation(folder)).toEqual({
    rows: [
      { file: "a.ts", mutants: 5, survived: 3, isCurrent: true },
      { file: "b.ts", mutants: 0, survived: 0, isCurrent: false },
    ],
    survivors: [
      { file: "a.ts", line: 1, original: "1", replacement: "5", reason: undefined },
      { file: "a.ts", line: 3, original: "one + 1", replacement: "one - 1", reason: "Known." },
      { file: "a.ts", line: 2, original: "two = one + 1", replacement: "", reason: undefined },
    ],
  });
});
