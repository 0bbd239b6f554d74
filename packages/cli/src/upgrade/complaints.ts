import type ts from "typescript";
import { type Place, type Project, ownFiles, placeOf } from "./project.js";
import { shortened } from "./shortened.js";
import type { TypeScript } from "./typescript.js";

/** What the compiler says of a place. */
export interface Complaint extends Place {
  /** `TS2345` */
  readonly code: string;
  readonly message: string;
  /** The source that it is said of. */
  readonly text: string;
}

/** What the compiler says of a program that it did not say of the one before. */
export function newComplaints(compiler: TypeScript, project: Project, before: ts.Program, after: ts.Program): readonly Complaint[] {
  const known = new Set(complaintsOf(compiler, project, before).map((complaint) => JSON.stringify(complaint)));
  return complaintsOf(compiler, project, after).filter((complaint) => !known.has(JSON.stringify(complaint)));
}

function complaintsOf(compiler: TypeScript, project: Project, program: ts.Program): readonly Complaint[] {
  return ownFiles(program).flatMap((file) =>
    program.getSemanticDiagnostics(file).map(({ start = 0, length = 0, code, messageText }) => ({
      ...placeOf(project, file, start),
      code: `TS${code}`,
      // The first line: the rest repeats unions of a hundred codes.
      message: shortened(compiler.flattenDiagnosticMessageText(messageText, "\n").split("\n")[0] ?? "", LONGEST_MESSAGE),
      text: file.text.slice(start, start + length),
    })),
  );
}

const LONGEST_MESSAGE = 160;
