import { dirname, join, relative } from "node:path";
import type ts from "typescript";
import { Refusal } from "../exit-codes.js";
import type { TypeScript } from "./typescript.js";

/** A consumer's source, as its compiler reads it. */
export interface Project {
  readonly folder: string;
  readonly fileNames: readonly string[];
  readonly options: ts.CompilerOptions;
}

/**
 * Reads the settings of a project.
 * @param config the path of a tsconfig.json.
 * @throws Refusal where they are missing, cannot be read or name no files.
 */
export function projectOf(
  { sys, readConfigFile, parseJsonConfigFileContent, flattenDiagnosticMessageText }: TypeScript,
  config: string,
): Project {
  if (!sys.fileExists(config))
    throw new Refusal(
      `There is no ${config}, and without a tsconfig.json the compiler does not know which files are yours; write one there, such as {"include":["src"]}, or name yours with --project.`,
    );
  const read: { readonly config?: unknown; readonly error?: ts.Diagnostic } = readConfigFile(config, (path) => sys.readFile(path));
  if (read.error) throw new Refusal(`${config} cannot be read: ${flattenDiagnosticMessageText(read.error.messageText, " ")}`);
  const { fileNames, options } = parseJsonConfigFileContent(read.config, sys, dirname(config));
  if (fileNames.length === 0)
    throw new Refusal(`${config} names no files, as where it only refers to other projects; name the one to look at with --project.`);
  return { folder: dirname(config), fileNames, options: { ...options, noEmit: true, incremental: false, composite: false } };
}

/** The program of a project as it stands. */
export function programOf(compiler: TypeScript, { fileNames, options }: Project): ts.Program {
  return compiler.createProgram({ rootNames: fileNames, options });
}

/**
 * The same program with another version of a package, which nobody has installed.
 * @param scratch the folder whose node_modules has it.
 */
export function programWith(
  compiler: TypeScript,
  { folder, fileNames, options }: Project,
  packageName: string,
  scratch: string,
): ts.Program {
  const host = compiler.createCompilerHost(options);
  const real = host.realpath?.(scratch) ?? scratch;
  const isInside = (file: string): boolean => file.startsWith(real) || file.startsWith(scratch);
  host.resolveModuleNameLiterals = (literals, containingFile, redirected, settings, sourceFile) =>
    literals.map((literal) => {
      const { text } = literal;
      const mode = compiler.getModeForUsageLocation(sourceFile, literal, settings);
      const resolveFrom = (file: string): ts.ResolvedModuleWithFailedLookupLocations =>
        compiler.resolveModuleName(text, file, settings, host, undefined, redirected, mode);
      const isPackage = text === packageName || text.startsWith(`${packageName}/`);
      if (isPackage) return resolveFrom(join(scratch, "index.ts"));
      const resolved = resolveFrom(containingFile);
      // What the newer version asks for and did not bring along is the project's.
      return resolved.resolvedModule || !isInside(containingFile) ? resolved : resolveFrom(join(folder, "index.ts"));
    });
  return compiler.createProgram({ rootNames: fileNames, options, host });
}

/** The files of a program that belong to its author. */
export function ownFiles(program: ts.Program): readonly ts.SourceFile[] {
  return program.getSourceFiles().filter((file) => !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file));
}

/** A place in the consumer's source. */
export interface Place {
  /** From the project's folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

export function placeOf({ folder }: Project, file: ts.SourceFile, position: number): Place {
  return { file: relative(folder, file.fileName), line: file.getLineAndCharacterOfPosition(position).line + 1 };
}
