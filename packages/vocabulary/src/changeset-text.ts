import { type Bump, largest } from "./bump.js";
import type { Change } from "./diff.js";
import type { Verdict } from "./gate.js";

/** What of a change a line says after the code, by what happened to it. */
const PHRASES: Readonly<Partial<Record<Change["id"], (change: Change) => string>>> = {
  added: ({ is }) => `is added: ${is}.`,
  // "next" means nothing any more where the changeset is read, which is in the changelog of that version.
  deprecated: ({ is }) => `is deprecated: ${is.replace(/^next\W*/, "") || "nothing comes instead"}.`,
  removed: ({ was }) => `is removed: ${was}.`,
  renamed: ({ was, is }) => `is renamed: ${was} → ${is}.`,
  text: () => "is described in other words.",
};

const OTHERWISE = ({ aspect, was, is }: Change): string => `has another ${aspect}: ${was} → ${is}.`;

/** A line as it is written below, and nothing after it. Who adds a sentence to a line makes it theirs. */
const WRITTEN =
  /^- (?:(?:\d+ codes are|`[^`]+` is) described in other words\.|`[^`]+` (?:is (?:added|deprecated|removed|renamed)|has another [^:]+): (?:[^.]|\.(?! ))*\.)$/;

function lineOf(change: Change): string {
  return `- \`${change.subject}\` ${(PHRASES[change.id] ?? OTHERWISE)(change)}`;
}

/** From how many codes with other texts on their number is enough: nobody reads a list of them. */
const MANY_TEXTS = 10;

/** A line per change; a code of which two texts have changed has one. */
function linesOf(changes: readonly Change[]): readonly string[] {
  const texts = new Set(changes.filter(({ id }) => id === "text").map(lineOf));
  if (texts.size < MANY_TEXTS) return [...new Set(changes.map(lineOf))];
  const others = changes.filter(({ id }) => id !== "text").map(lineOf);
  return [...others, `- ${texts.size} codes are described in other words.`];
}

/** What a line says, without the values: as long as that is said, somebody's own words about it stay. */
function beginning(line: string): string {
  return line.slice(0, line.indexOf(":") + 1) || line;
}

/** The text of a changeset with the lines about codes as they are now; everything that somebody wrote stays. */
function withLines(text: string, changes: readonly Change[]): string {
  const kept = text.split("\n").map((line) => (WRITTEN.test(line) ? undefined : line));
  const own = kept.filter((line) => line !== undefined);
  const wanted = linesOf(changes).filter((line) => !own.some((other) => other.startsWith(beginning(line))));
  const at = kept.indexOf(undefined);
  const before = at < 0 ? own : kept.slice(0, at).filter((line) => line !== undefined);
  const after = own.slice(before.length);
  const gap = before.at(-1) === "" || before.length === 0 || before.at(-1)?.startsWith("- ") ? [] : [""];
  return [...before, ...(wanted.length === 0 ? [] : gap), ...wanted, ...after].join("\n").trim();
}

const opening = (name: string): string => `The vocabulary of ${name} changes.`;

/** A changeset as a file. */
function fileText(releases: ReadonlyMap<string, Bump>, text: string): string {
  return `---\n${[...releases].map(([name, bump]) => `"${name}": ${bump}`).join("\n")}\n---\n\n${text}\n`;
}

/** What a changeset holds already. */
export interface Written {
  readonly releases: ReadonlyMap<string, Bump>;
  readonly text: string;
}

/**
 * The changeset of a package's changes: its step, and a line per change. Of the one that is there, words that somebody wrote stay, and a larger step. Undefined
 * where nothing would be left to say, because what was pending was taken back.
 */
export function changesetText({ packageName, name, required, changes }: Verdict, written?: Written): string | undefined {
  const releases = new Map(written?.releases);
  releases.set(packageName, largest([required, releases.get(packageName) ?? "none"]));
  const text = withLines(written?.text ?? opening(name), changes);
  return changes.length === 0 && text === opening(name) ? undefined : fileText(releases, text);
}
