import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isObject } from "@scai-errors/core";
import { parse } from "yaml";
import { BadInput } from "./bad-input.js";
import { BUMPS, type Bump, largest } from "./bump.js";

/** What pending changesets ask for, by npm name. */
export type Pending = ReadonlyMap<string, Bump>;

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n?---/;

function isBump(value: unknown): value is Bump {
  return BUMPS.some((bump) => bump === value);
}

/** The packages and steps that one changeset names. */
function releasesOf(file: string, text: string): [name: string, bump: Bump][] {
  const [, head] = FRONT_MATTER.exec(text.trimStart()) ?? [];
  let releases: unknown;
  try {
    releases = head === undefined ? undefined : (parse(head) ?? {});
  } catch {
    // The sentence below says what to do about it.
  }
  if (!isObject(releases))
    throw new BadInput(`${file} has no list of packages between two lines of ---. Write it again with npx changeset.`);
  return Object.entries(releases).map(([name, bump]) => {
    if (!isBump(bump)) throw new BadInput(`${file} gives ${name} the step "${JSON.stringify(bump)}". Write major, minor, patch or none.`);
    return [name, bump];
  });
}

/** The largest step that the pending changesets have for each package. */
export function readPending(root: string): Pending {
  const folder = join(root, ".changeset");
  const pending = new Map<string, Bump>();
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md") : [];
  for (const file of files.sort()) {
    for (const [name, bump] of releasesOf(`.changeset/${file}`, readFileSync(join(folder, file), "utf8"))) {
      pending.set(name, largest([bump, pending.get(name) ?? "none"]));
    }
  }
  return pending;
}
