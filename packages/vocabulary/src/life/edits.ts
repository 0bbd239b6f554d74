import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../failure.js";

/** Replaces the first match in a file of a repository; a pattern that matches nothing means that the story no longer fits the sources. */
export function edit(root: string, file: string, from: RegExp, to: string): void {
  const path = join(root, file);
  const before = readFileSync(path, "utf8");
  if (!from.test(before)) throw new Failure(`${file} has nothing that matches ${from.source}, which the story changes.`);
  writeFileSync(path, before.replace(from, to));
}

const sources = (service: string): string => `packages/${service}/src`;

/** What somebody writes who adds a code. */
export interface NewCode {
  readonly service: string;
  readonly code: string;
  /** The row of codes.ts. */
  readonly row: string;
  /** The value of the row of docs.ts. */
  readonly docs: string;
}

/** Adds a code at the end of its service's rows, as CONTRIBUTING says. */
export function addCode(root: string, { service, code, row, docs }: NewCode): void {
  edit(root, `${sources(service)}/codes.ts`, /^\} as const satisfies /m, `  ${code}: ${row},\n$&`);
  edit(root, `${sources(service)}/docs.ts`, /^\} satisfies DocsOf/m, `  ${code}: ${docs},\n$&`);
}

/** Gives a code another name in its rows. */
export function renameCode(root: string, service: string, from: string, to: string): void {
  for (const file of ["codes.ts", "docs.ts"]) edit(root, `${sources(service)}/${file}`, new RegExp(`^ {2}${from}(?=: )`, "m"), `  ${to}`);
}

/** A row of docs.ts that is made by one of the file's own functions, and nothing more. */
const DOCS_ROW = /^ {2}(\w+): (\w+\(\{[^{}]+^ {2}\}\)),$/m;

/** Deprecates the first code whose row says nothing out of the ordinary. Gives the code. */
export function deprecateFirst(root: string, service: string, instead: string): string {
  const file = `${sources(service)}/docs.ts`;
  const [, code] = DOCS_ROW.exec(readFileSync(join(root, file), "utf8")) ?? [];
  edit(root, file, DOCS_ROW, `  $1: { ...$2, deprecated: "next; use ${instead}" },`);
  return code ?? "";
}

/** Gives a status that no service documents a kind of its own. */
export function changeKind(root: string): void {
  edit(root, "packages/core/src/kinds.ts", /^ {2}507: "quota_exceeded",$/m, `  505: "unimplemented",\n$&`);
}
