import { docs, helpUrl } from "@scai-errors/scaigrid/docs";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { servicePackages } from "@scai-errors/workspace/packages";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** What an editor shows for every name that a `// ^?` below it points at: its type, and what is said of it. */
function hovers(source: string): { readonly type: string; readonly text: string }[] {
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
    const tags = (info?.tags ?? []).map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`);
    return [
      { type: ts.displayPartsToString(info?.displayParts), text: [ts.displayPartsToString(info?.documentation), ...tags].join("\n") },
    ];
  });
}

describe("what an editor shows", () => {
  it("is short and says which error it is", { timeout: 60_000 }, async () => {
    const shown = hovers(readFileSync(new URL("fixtures/hovered.txt", import.meta.url), "utf8"));
    await expect(`${shown.map(({ type }) => type).join("\n\n")}\n`).toMatchFileSnapshot("golden/hovers.txt");
  });

  it.each(servicePackages.map(({ folder, manifest }) => ({ folder, specifier: manifest.name })))(
    "names the type of whatever $folder exports, and lists no rows",
    { timeout: 60_000 },
    async ({ folder, specifier }) => {
      const names = Object.keys((await import(specifier)) as object).sort();
      const members = ["codes", "decode", "describe", "fromResponse", "fromJSON", "is", "wire"];
      const chosen = [...names.map((name) => `all.${name}`), ...members.map((member) => `all.${folder}.${member}`)];
      const lines = chosen.map((path) =>
        `${path};\n${"^?".padStart(path.lastIndexOf(".") + 3)}`.replace(/ *\^/, (before) => `//${before.slice(2)}`),
      );
      const shown = hovers(`import * as all from "${specifier}";\n${lines.join("\n")}\n`).map(({ type }) => type);
      expect(shown).toHaveLength(chosen.length);
      for (const type of shown) {
        expect(type.split("\n").length, type).toBeLessThanOrEqual(8);
        // A union of all errors is one line, of thousands of characters.
        expect(type.length, type).toBeLessThanOrEqual(500);
      }
      await expect(`${shown.join("\n\n")}\n`).toMatchFileSnapshot(`golden/hovers-${folder}.txt`);
    },
  );

  it("says of a code what it means and where its page is", { timeout: 60_000 }, () => {
    const [code] = hovers(`import { scaigrid } from "@scai-errors/scaigrid";\nscaigrid.codes.RATE_LIMITED;\n//             ^?\n`);
    expect(code?.text).toBe(`${docs.RATE_LIMITED.meaning}\n@see ${helpUrl({ id: "scaigrid/RATE_LIMITED" })}`);
  });
});
