import { join } from "node:path";
import ts from "typescript";

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
};

/** The libraries and whatever else stays the same from one program to the next. */
const read = new Map<string, ts.SourceFile | undefined>();

/**
 * The compiler's errors about files, by file, where some sources are replaced by other text. The packages are seen as sources, so that it is the
 * working tree that is compiled.
 */
export function compileErrors(
  root: string,
  files: readonly string[],
  replaced: Readonly<Record<string, string>> = {},
): Map<string, string[]> {
  const options = { ...OPTIONS, paths: { "@scai-errors/*": [join(root, "packages/*/src/index.ts")] } };
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([...files], options, {
    ...host,
    getSourceFile: (file, target, ...others) => {
      const text = replaced[file];
      if (text !== undefined) return ts.createSourceFile(file, text, target);
      if (!read.has(file)) read.set(file, host.getSourceFile(file, target, ...others));
      return read.get(file);
    },
  });
  return new Map(
    files.map((file) => [
      file,
      program
        .getSemanticDiagnostics(program.getSourceFile(file))
        .concat(program.getSyntacticDiagnostics(program.getSourceFile(file)))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    ]),
  );
}
