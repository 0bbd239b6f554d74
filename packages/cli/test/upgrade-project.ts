import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Service } from "@scai-errors/core";
import type { VocabularyRecord } from "@scai-errors/vocabulary/diff";

const root = join(import.meta.dirname, "../../..");

/** A consumer's project, with a newer version of a service's package beside it. */
export interface UpgradeProject {
  /** The folder of both. */
  readonly scratch: string;
  readonly folder: string;
  readonly newer: string;
}

type Codes = Record<string, VocabularyRecord["codes"][string]>;

/** How a version differs from the installed one. */
export interface Difference {
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
  /** What else is different in the record, of which the types say nothing. */
  readonly change?: (codes: Codes) => void;
}

/** Makes a project of some files that has this repository's packages installed, and a version of a service that differs as said. */
export function upgradeProject(
  service: string,
  files: readonly string[],
  { added = [], removed = [], change }: Difference,
): UpgradeProject {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "scai-errors-upgrade-test-")));
  const folder = join(scratch, "project");
  const newer = join(scratch, "newer");
  mkdirSync(folder);
  const from = join(root, "packages", service);
  linkModules(folder, service);
  copyPackage(from, join(folder, "node_modules/@scai-errors", service));
  for (const file of files) cpSync(file, join(folder, file.split("/").at(-1) ?? ""));
  writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }');
  const compilerOptions = { strict: true, module: "nodenext", target: "es2022", lib: ["es2022"], types: [], skipLibCheck: true };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));

  copyPackage(from, newer);
  rewrite(join(newer, "package.json"), (text) => text.replace(/"version": "[^"]+"/, '"version": "99.0.0"'));
  for (const name of readdirSync(join(newer, "dist")).filter((one) => /\.d\.c?ts$/.test(one))) {
    rewrite(join(newer, "dist", name), (text) => {
      const rows = added.map((code) => `    readonly ${code}: { readonly status: 410 };\n`).join("");
      const grown = text.replace(/declare const rows: \{\n/, (start) => start + rows);
      return removed.reduce((left, code) => left.replace(new RegExp(`^    readonly ${code}: \\{[^}]*\\};\n`, "m"), ""), grown);
    });
  }
  rewrite(join(newer, "codes.json"), (text) => {
    // The record that the package ships.
    const record = JSON.parse(text) as VocabularyRecord;
    const codes: Codes = Object.fromEntries(Object.entries(record.codes).filter(([code]) => !removed.includes(code)));
    const [pattern] = Object.values(codes);
    for (const code of added) codes[code] = { ...pattern!, status: 410, kind: "not_found", retry: "never", idempotentOnly: false };
    change?.(codes);
    return JSON.stringify({ ...record, codes });
  });
  return { scratch, folder, newer };
}

/** Links what is installed here, but for the service itself. */
function linkModules(folder: string, service: string): void {
  const [here, there] = [join(root, "node_modules"), join(folder, "node_modules")];
  mkdirSync(join(there, "@scai-errors"), { recursive: true });
  const names = readdirSync(here).filter((name) => name !== "@scai-errors");
  const own = readdirSync(join(here, "@scai-errors")).filter((name) => name !== service);
  for (const name of [...names, ...own.map((name) => `@scai-errors/${name}`)])
    symlinkSync(realpathSync(join(here, name)), join(there, name), "junction");
}

/** Copies a package as it would be released: with a record that has the codes of its types, also those that are pending here. */
function copyPackage(from: string, to: string): void {
  for (const name of ["package.json", "codes.json"]) cpSync(join(from, name), join(to, name));
  for (const name of readdirSync(join(from, "dist"))) if (!name.endsWith(".map")) cpSync(join(from, "dist", name), join(to, "dist", name));
  const services = createRequire(import.meta.url)(join(from, "dist/index.cjs")) as Readonly<Record<string, Service>>;
  rewrite(join(to, "codes.json"), (text) => {
    // The record that the package ships.
    const record = JSON.parse(text) as VocabularyRecord;
    const [pattern] = Object.values(record.codes);
    const names = Object.keys(services[record.service]!.codes);
    return JSON.stringify({ ...record, codes: Object.fromEntries(names.map((code) => [code, record.codes[code] ?? pattern])) });
  });
}

function rewrite(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}
