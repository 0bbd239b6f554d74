import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CodeDocs, type Service, isObject } from "@scai-errors/core";
import { isServicePackage, packagesOf } from "@scai-errors/workspace/packages-of";
import { BadInput } from "./bad-input.js";

/** A package with a vocabulary. */
export interface ServicePackage {
  /** The service's name, which is also its folder's and its export's: `scaiwave`. */
  readonly name: string;
  /** The npm name. */
  readonly packageName: string;
  readonly folder: string;
  readonly version: string;
}

/** What the working tree's sources of a service say. */
export interface WorkingService {
  readonly service: Service;
  readonly docs: Readonly<Record<string, CodeDocs>>;
  /** Gives the zod schema of the documented envelope. */
  readonly envelope: () => unknown;
}

/** A JSON file that must be an object. */
export function readJson(file: string): Readonly<Record<string, unknown>> {
  if (!existsSync(file)) throw new BadInput(`${file} is missing. Restore it from git.`);
  return parseJson(file, readFileSync(file, "utf8"));
}

/** The object that a text holds. `file` is for the sentence where it holds none. */
export function parseJson(file: string, text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new BadInput(`${file} cannot be read as JSON (${error instanceof Error ? error.message : "unknown"}). Restore it from git.`);
  }
  if (!isObject(value)) throw new BadInput(`${file} holds no JSON object. Restore it from git.`);
  return value;
}

/** Every package with a vocabulary: the public ones that ship its record. A sixth service is one more folder. */
export function servicePackages(root: string): readonly ServicePackage[] {
  return packagesOf(root)
    .filter(isServicePackage)
    .map(({ folder, path, manifest }) => ({ name: folder, folder: path, packageName: manifest.name, version: manifest.version }));
}

/** The service of a name. */
export function servicePackage(root: string, name: string): ServicePackage {
  const all = servicePackages(root);
  const found = all.find((one) => one.name === name);
  if (!found) throw new BadInput(`There is no service "${name}". The services are ${all.map((one) => one.name).join(", ")}.`);
  return found;
}

/** The version in the manifest of a package. */
export function packageVersion(root: string, name: string): string {
  return textOf(readJson(join(root, "packages", name, "package.json")).version);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Gives what an entry point of a package exports, as the working tree has it. */
export type LoadSource = (name: string, entry: "index" | "docs" | "schema") => Promise<Readonly<Record<string, unknown>>>;

/** The repository that the commands work on. */
export interface Workspace {
  readonly root: string;
  readonly load: LoadSource;
}

/** What the sources of a service say. */
export async function loadService({ load }: Workspace, { name }: ServicePackage): Promise<WorkingService> {
  const [index, docs, schema] = await Promise.all([load(name, "index"), load(name, "docs"), load(name, "schema")]);
  const service = index[name];
  if (!service) throw new BadInput(`packages/${name}/src/index.ts exports no "${name}". Export the service under the name of its folder.`);
  if (!docs.docs) throw new BadInput(`packages/${name}/src/docs.ts exports no "docs". Export a row for every code.`);
  if (!schema.envelope)
    throw new BadInput(`packages/${name}/src/schema.ts exports no "envelope". Export a function that builds the schema.`);
  // What the compiler has checked where the files are; here only their presence can be.
  return {
    service: service as Service,
    docs: docs.docs as WorkingService["docs"],
    envelope: schema.envelope as WorkingService["envelope"],
  };
}
