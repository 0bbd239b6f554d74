import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { UNRECOGNIZED } from "@scai-errors/core";
import type { Changeset } from "./changesets.js";
import type { Change } from "./diff.js";
import type { Compared } from "./gate.js";

/** A word that is written as codes are: `ROOM_GONE`, and in a line that `--write` wrote also `GONE`. */
const CODE_WORD = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b|(?<=^- `)[A-Z][A-Z0-9]*(?=` )/gm;

/** Changes that a reader looks for by the name of the code. */
const TOLD_BY_NAME: readonly Change["id"][] = ["added", "removed", "renamed", "deprecated"];

/** What `npm run codes:comments` writes above a row. It still names a code that was renamed, until it is run again. */
const ADDRESS = /^ *\* @see .*$/gm;

function sourcesOf(root: string, name: string): string {
  const folder = join(root, "packages", name, "src");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(folder, file), "utf8").replace(ADDRESS, ""))
    .join("\n");
}

/** The code that a change is about, as it is called from now on. */
function codeOf({ id, subject, is }: Change): string {
  return id === "renamed" ? is : subject;
}

/** The changes of a package that its changesets have to name. */
export function untold({ packageName, changes }: Compared, changesets: readonly Changeset[]): readonly Change[] {
  const texts = changesets.filter(({ releases }) => releases.has(packageName)).map(({ text }) => text);
  const words = new Set(texts.flatMap((text) => text.match(/[\w-]+/g) ?? []));
  return changes.filter((change) => TOLD_BY_NAME.includes(change.id) && !words.has(codeOf(change)));
}

/**
 * Sentences about codes that a changeset names and that there are not, neither now nor in the last release: a code that was renamed or taken back
 * while it was pending would be announced all the same.
 */
export function namedInVain(root: string, compared: readonly Compared[], changesets: readonly Changeset[]): readonly string[] {
  return changesets.flatMap(({ file, releases, text }) => {
    const named = compared.filter(({ packageName }) => releases.has(packageName));
    if (named.length === 0) return [];
    const codes = new Set(
      compared.flatMap(({ before, after }) => [UNRECOGNIZED, ...Object.keys(before.codes), ...Object.keys(after.codes)]),
    );
    const unknown = [...new Set(text.match(CODE_WORD) ?? [])].filter((word) => !codes.has(word));
    if (unknown.length === 0) return [];
    // A constant or a setting looks like a code too; the sources tell them apart.
    const sources = named.map(({ name }) => sourcesOf(root, name)).join("\n");
    return unknown
      .filter((word) => !new RegExp(`\\b${word}\\b`).test(sources))
      .map(
        (word) =>
          `${file} names ${word}, which is no code of any service and stands nowhere in the sources of ${named.map(({ packageName }) => packageName).join(", ")}. Name the code as it is now, or run: npm run codes:check -- --write`,
      );
  });
}
