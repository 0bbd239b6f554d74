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

/** Deprecates a code whose docs are made by one of the file's own functions. */
export function deprecateCode(root: string, service: string, code: string, instead: string): void {
  const row = new RegExp(`^( {2}${code}: )(\\w+\\(\\{[\\s\\S]*?^ {2}\\}\\)),$`, "m");
  edit(root, `${sources(service)}/docs.ts`, row, `$1{ ...$2, deprecated: "next; use ${instead}" },`);
}

/** Gives a status that no service documents a kind of its own. */
export function changeKind(root: string): void {
  edit(root, "packages/core/src/kinds.ts", /^ {2}507: "quota_exceeded",$/m, `  505: "unimplemented",\n$&`);
}
