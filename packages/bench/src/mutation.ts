import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

/** A mutant that no test finds, and why none has to. */
interface KnownSurvivor {
  readonly file: string;
  /** The text that the mutant replaces, on one line, or how it begins. */
  readonly original: string;
  readonly replacement: string;
  readonly reason: string;
}

/** What is read of the report that Stryker writes. */
interface Report {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly status: string;
          readonly replacement?: string;
          readonly location: { readonly start: Place; readonly end: Place };
        }[];
      }
    >
  >;
}

/** Lines and columns are counted from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

export interface MutationRow {
  readonly file: string;
  readonly mutants: number;
  readonly survived: number;
  /** Whether the file is still what was tested. */
  readonly isCurrent: boolean;
}

export interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly original: string;
  readonly replacement: string;
  /** Undefined where nobody has looked at it. */
  readonly reason: string | undefined;
}

const CAUGHT = new Set(["Killed", "Timeout"]);
/** Mutants that count neither way: they do not compile, or were left out on purpose. */
const NOT_COUNTED = new Set(["Ignored", "CompileError"]);

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

function textBetween(source: string, start: Place, end: Place): string {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const last = lines.length - 1;
  // From the end first, since it is counted from the beginning of its line, which may be the line of the start.
  lines[last] = (lines[last] ?? "").slice(0, end.column - 1);
  lines[0] = (lines[0] ?? "").slice(start.column - 1);
  return oneLine(lines.join("\n"));
}

/** Every file's mutants and every survivor, of the last run of the mutation tests of a package; undefined where there was none. */
export function readMutation(packageFolder: string): { readonly rows: MutationRow[]; readonly survivors: Survivor[] } | undefined {
  const report = resolve(packageFolder, "reports/mutation/mutation.json");
  if (!existsSync(report)) return undefined;
  const { files } = JSON.parse(readFileSync(report, "utf8")) as Report;
  const known = JSON.parse(readFileSync(resolve(packageFolder, "mutation-survivors.json"), "utf8")) as KnownSurvivor[];
  const rows: MutationRow[] = [];
  const survivors: Survivor[] = [];
  for (const [file, { source, mutants }] of Object.entries(files)) {
    const counted = mutants.filter(({ status }) => !NOT_COUNTED.has(status));
    const survived = counted.filter(({ status }) => !CAUGHT.has(status));
    const path = resolve(packageFolder, file);
    const isCurrent = existsSync(path) && readFileSync(path, "utf8") === source;
    rows.push({ file, mutants: counted.length, survived: survived.length, isCurrent });
    for (const { location, replacement = "" } of survived) {
      const original = textBetween(source, location.start, location.end);
      const written = oneLine(replacement);
      survivors.push({
        file,
        line: location.start.line,
        original,
        replacement: written,
        reason: known.find((one) => one.file === file && original.startsWith(one.original) && one.replacement === written)?.reason,
      });
    }
  }
  return { rows, survivors };
}
