import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** What an editor shows for every name that a `// ^?` below it points at. */
function hovers(source: string): string[] {
  const file = resolve("hovered.ts");
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: [],
  };
  const service = ts.createLanguageService({
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const text = name === file ? source : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => process.cwd(),
    getCompilationSettings: () => options,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
    directoryExists: (name) => ts.sys.directoryExists(name),
    getDirectories: (name) => ts.sys.getDirectories(name),
  });
  const problems = service.getSemanticDiagnostics(file).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  if (problems.length > 0) throw new Error(`The hovered program does not compile: ${problems.join("\n")}`);
  const lines = source.split("\n");
  return lines.flatMap((line, number) => {
    const column = line.indexOf("^?");
    if (column < 0) return [];
    const start = lines.slice(0, number - 1).reduce((length, { length: more }) => length + more + 1, 0);
    const info = service.getQuickInfoAtPosition(file, start + column);
    return [ts.displayPartsToString(info?.displayParts)];
  });
}

describe("what an editor shows", () => {
  it("is short and says which error it is", { timeout: 60_000 }, async () => {
    const shown = hovers(readFileSync(new URL("fixtures/hovered.txt", import.meta.url), "utf8"));
    await expect(`${shown.join("\n\n")}\n`).toMatchFileSnapshot("golden/hovers.txt");
  });
});
