import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { addCode, changeKind, deprecateFirst, edit, renameCode } from "../src/life/edits.js";
import { MODEL_RETIRED, ROOM_ARCHIVED } from "../src/life/new-codes.js";
import { folderWith } from "./given/workspace.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const FILES = [
  "packages/scaigrid/src/codes.ts",
  "packages/scaigrid/src/docs.ts",
  "packages/scaiwave/src/codes.ts",
  "packages/scaiwave/src/docs.ts",
  "packages/core/src/kinds.ts",
];

/** The sources that the story of `npm run release:life` changes, as they are. */
function sources() {
  const root = folderWith(Object.fromEntries(FILES.map((file) => [file, readFileSync(join(ROOT, file), "utf8")])));
  return { root, read: (file: string): string => readFileSync(join(root, file), "utf8") };
}

// The story itself takes minutes and runs every night. That it still fits the sources is seen here.
describe("the changes of the repository's life", () => {
  // Under a name of its own: where the story is lived, this runs in the midst of it.
  const retired = { ...MODEL_RETIRED, code: "TEST_MODEL_RETIRED" };

  it("fit the sources", () => {
    const { root, read } = sources();
    addCode(root, retired);
    addCode(root, { ...ROOM_ARCHIVED, code: "SW_TEST_ROOM_ARCHIVED" });
    renameCode(root, "scaigrid", retired.code, "TEST_MODEL_WITHDRAWN");
    const deprecated = deprecateFirst(root, "scaigrid", "TEST_MODEL_WITHDRAWN");
    changeKind(root);
    expect(read(FILES[0]!)).toContain("\n  TEST_MODEL_WITHDRAWN: { status: 410 },\n} as const satisfies");
    expect(read(FILES[1]!)).toContain(`\n  ${deprecated}: { ...`);
    expect(read(FILES[1]!)).toContain('}), deprecated: "next; use TEST_MODEL_WITHDRAWN" },\n');
    expect(read(FILES[1]!)).toContain("\n  TEST_MODEL_WITHDRAWN: { ...models(");
    expect(read(FILES[1]!)).not.toContain(retired.code);
    expect(read(FILES[3]!)).toContain("\n  SW_TEST_ROOM_ARCHIVED: {");
    expect(read(FILES[4]!)).toContain('505: "unimplemented"');
  });

  it("are refused where they do not", () => {
    expect(() => edit(sources().root, FILES[0]!, /no such row/, "")).toThrow(
      "packages/scaigrid/src/codes.ts has nothing that matches no such row",
    );
  });
});
