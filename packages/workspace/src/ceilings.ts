import { existsSync, readFileSync } from "node:fs";
import { publicPackages, servicePackages } from "./packages.js";

/** What an import may cost in a browser bundle: esbuild, minified, gzip -9, with all that it pulls in. In bytes. */
interface Ceiling {
  /** What it is to cost; it does not change when code does. */
  readonly goal: number;
  /** What it may cost today. */
  readonly ceiling: number;
  /** What the bytes over the goal bought, a line for every raise. */
  readonly notes: readonly string[];
  /** What a service that came after the first five may add to the import of all. */
  readonly addsToAll?: number;
}

export interface CeilingOfImport extends Ceiling {
  readonly name: string;
  /** A module that imports it and nothing else. */
  readonly source: string;
}

/** The ceilings of a package's imports by name, which stand beside its manifest. */
function ceilingsIn(path: string): Readonly<Record<string, Ceiling>> {
  const file = `${path}/bytes.json`;
  // Our own files; a figure that is missing fails the comparison with what was measured.
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, Ceiling>) : {};
}

/** What the import of all services may cost: what was set for the first five of them, and what each later one says that it adds. */
const FIRST_FIVE = { goal: 9400, ceiling: 13_030 };
const added = servicePackages.reduce((sum, { folder, path }) => sum + (ceilingsIn(path)[folder]?.addsToAll ?? 0), 0);
const ofServicesTogether: Ceiling = {
  goal: FIRST_FIVE.goal + added,
  ceiling: FIRST_FIVE.ceiling + added,
  notes: ["core is in it once; what its bytes bought stands in every service's bytes.json"],
};

function importOf(name: string, from: string): string {
  return `export { ${name} } from "${from}";`;
}

export const ceilings: readonly CeilingOfImport[] = [
  ...publicPackages.flatMap(({ path, manifest }) =>
    Object.entries(ceilingsIn(path)).map(([name, ceiling]) => ({ ...ceiling, name, source: importOf(name, manifest.name) })),
  ),
  {
    ...ofServicesTogether,
    name: servicePackages.map(({ folder }) => folder).join(", "),
    source: servicePackages.map(({ folder, manifest }) => importOf(folder, manifest.name)).join("\n"),
  },
];
