import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, it } from "vitest";
import { withRowComments } from "../src/row-comments.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

const docs = { ROOM_GONE: { meaning: "It is gone.", deprecated: "next; use ROOM_LEFT" }, ROOM_LEFT: { meaning: "It was left." } };
const rows = withRowComments(
  "export const rows = {\n  ROOM_GONE: { status: 410 },\n  ROOM_LEFT: { status: 410 },\n} as const;\n",
  "hotel",
  docs,
);

const FILES: Readonly<Record<string, string>> = {
  [`${ROOT}packages/vocabulary/test/__rows.ts`]: rows,
  [`${ROOT}packages/vocabulary/test/__program.ts`]: `import { byWireCode, defineService, errorFirst } from "@scai-errors/core";
import { rows } from "./__rows.js";
const hotel = defineService({ name: "hotel", rows, findCode: byWireCode, wire: { layers: errorFirst, sendsCodes: true } });
export const both = [hotel.codes.ROOM_GONE, hotel.codes.ROOM_LEFT];
`,
};

it("an editor strikes a deprecated code through where a program names it, and says what comes instead", () => {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    types: [],
    paths: { "@scai-errors/*": [`${ROOT}packages/*/src/index.ts`] },
  };
  const read = (file: string): string | undefined => FILES[file] ?? ts.sys.readFile(file);
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => Object.keys(FILES),
    getScriptVersion: () => "1",
    getScriptSnapshot: (file) => {
      const text = read(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => ROOT,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (file) => file in FILES || ts.sys.fileExists(file),
    readFile: read,
    directoryExists: ts.sys.directoryExists,
  });
  const program = Object.keys(FILES)[1]!;
  expect(service.getSemanticDiagnostics(program)).toEqual([]);
  const struck = service.getSuggestionDiagnostics(program).filter(({ reportsDeprecated }) => reportsDeprecated !== undefined);
  expect(struck.map(({ start, length }) => FILES[program]!.slice(start, start + length))).toEqual(["ROOM_GONE"]);
  const info = service.getQuickInfoAtPosition(program, FILES[program]!.indexOf("codes.ROOM_GONE") + "codes.".length);
  expect(info?.tags?.map(({ name, text }) => [name, ts.displayPartsToString(text)])).toContainEqual(["deprecated", "next; use ROOM_LEFT"]);
});
