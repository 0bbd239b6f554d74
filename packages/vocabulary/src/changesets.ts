import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isObject } from "@scai-errors/core";
import { type WorkspacePackage, packagesOf } from "@scai-errors/workspace/packages-of";
import { parse } from "yaml";
import { BadInput } from "./bad-input.js";
import { BUMPS, type Bump, largest } from "./bump.js";

/** One pending changeset. */
export interface Changeset {
  /** `.changeset/brave-rooms-open.md` */
  readonly file: string;
  /** The steps, by npm name. */
  readonly releases: ReadonlyMap<string, Bump>;
  /** What the changelogs will say. */
  readonly text: string;
}

/** What pending changesets ask for, by npm name. */
export type Pending = ReadonlyMap<string, Bump>;

const PARTS = /^---\r?\n([\s\S]*?)\r?\n?---(?:\r?\n([\s\S]*))?$/;

/** What git leaves in a file whose two sides nobody has joined. */
const CONFLICT = /^(?:<{7}|={7}|>{7})(?: |\r?$)/m;

function isBump(value: unknown): value is Bump {
  return BUMPS.some((bump) => bump === value);
}

/** Parses a changeset, and refuses what would be published as nonsense or end `changeset version` half-way. */
export function parseChangeset(file: string, content: string, packages: readonly WorkspacePackage[]): Changeset {
  if (CONFLICT.test(content)) throw new BadInput(`${file} holds the marks of a merge conflict. Join its two sides.`);
  const [, head, text = ""] = PARTS.exec(content.trim()) ?? [];
  let entries: unknown;
  try {
    entries = head === undefined ? undefined : (parse(head) ?? {});
  } catch {
    // The sentence below says what to do about it.
  }
  if (!isObject(entries))
    throw new BadInput(`${file} has no list of packages between two lines of ---. Write it again with npx changeset.`);
  const releases = new Map<string, Bump>();
  for (const [name, bump] of Object.entries(entries)) {
    if (!isBump(bump)) throw new BadInput(`${file} gives ${name} the step "${JSON.stringify(bump)}". Write major, minor, patch or none.`);
    refuseName(file, name, packages);
    releases.set(name, bump);
  }
  const asksForRelease = [...releases.values()].some((bump) => bump !== "none");
  if (asksForRelease && text.trim() === "")
    throw new BadInput(`${file} says nothing, and the changelog would get an empty line. Write what changes for who uses the package.`);
  return { file, releases, text: text.trim() };
}

function refuseName(file: string, name: string, packages: readonly WorkspacePackage[]): void {
  const manifests = packages.map(({ manifest }) => manifest);
  const named = manifests.find((one) => one.name === name);
  const published = manifests.filter((one) => one.private !== true).map((one) => one.name);
  if (!named) throw new BadInput(`${file} names ${name}, which is no package here. The published packages are ${published.join(", ")}.`);
  if (named.private === true) throw new BadInput(`${file} names ${name}, which is private: nobody would read it. Take that line out.`);
}

/** All pending changesets, by file name. */
export function readChangesets(root: string): readonly Changeset[] {
  const folder = join(root, ".changeset");
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md") : [];
  const packages = packagesOf(root);
  return files.sort().map((file) => parseChangeset(`.changeset/${file}`, readFileSync(join(folder, file), "utf8"), packages));
}

/** The largest step that the changesets have for each package. */
export function pendingSteps(changesets: readonly Changeset[]): Pending {
  const pending = new Map<string, Bump>();
  for (const { releases } of changesets)
    for (const [name, bump] of releases) pending.set(name, largest([bump, pending.get(name) ?? "none"]));
  return pending;
}
