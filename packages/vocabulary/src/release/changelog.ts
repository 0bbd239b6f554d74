import { BUMPS } from "../bump.js";
import type { Change } from "../diff.js";
import type { CodeRecord, VocabularyRecord } from "../record.js";

/** Text in a cell of a table. */
function cell(text: string): string {
  return text.replace(/\|/g, "\\|").replace(/\s+/g, " ");
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map(cell).join(" | ")} |`;
}

function table(columns: readonly string[], rows: readonly string[]): string {
  return [row(...columns), row(...columns.map(() => "---")), ...rows].join("\n");
}

const code = (name: string): string => `\`${name}\``;

const status = ({ status: number }: CodeRecord): string => `${number ?? "none"}`;

/** What has sections of its own, or, in the case of texts, none: they are what the reader is reading. */
const ELSEWHERE: readonly Change["id"][] = ["added", "removed", "renamed", "deprecated", "text"];

const isCode = (record: CodeRecord | undefined): record is CodeRecord => record !== undefined;

/** From how many codes on a sentence about them names only the first. */
const MANY = 8;

function named(codes: readonly string[]): string {
  const shown = codes.length > MANY ? codes.slice(0, MANY) : codes;
  const rest = codes.length - shown.length;
  return `${shown.map(code).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

/** A line per kind of change, largest step first: which codes, why it matters, what to do. Nothing about texts. */
function advice(changes: readonly Change[]): readonly string[] {
  const byRule = new Map<Change["id"], Change[]>();
  for (const change of changes) if (change.id !== "text") byRule.set(change.id, [...(byRule.get(change.id) ?? []), change]);
  return [...byRule.values()]
    .flatMap((group) => {
      const [first] = group;
      return first ? [{ ...first, codes: [...new Set(group.map(({ subject }) => subject))] }] : [];
    })
    .sort((one, other) => BUMPS.indexOf(other.bump) - BUMPS.indexOf(one.bump))
    .map(({ codes, bump, change, reason, todo }) => `- ${named(codes)} (${bump}): ${change}. ${reason} **${todo}**`);
}

/**
 * The sections of a changelog for a release: what to do, and the codes added, changed, deprecated and removed, each with what a reader needs in order
 * to decide whether it concerns them. Empty where nothing but texts has changed.
 */
export function changelogSections(before: VocabularyRecord, after: VocabularyRecord, changes: readonly Change[]): string {
  const of = (...ids: readonly Change["id"][]): readonly Change[] => changes.filter(({ id }) => ids.includes(id));
  const sections: string[] = [];
  const add = (title: string, columns: readonly string[], rows: readonly string[]): void => {
    if (rows.length > 0) sections.push(`### ${title}\n\n${table(columns, rows)}\n`);
  };
  const todo = advice(changes);
  if (todo.length > 0) sections.push(`### What to do\n\n${todo.join("\n")}\n`);
  const addedCodes = [...of("added").map(({ subject }) => subject), ...of("renamed").map(({ is }) => is)].sort();
  add(
    "Codes added",
    ["Code", "Status", "Kind", "Retry", "Meaning"],
    addedCodes.flatMap((name) =>
      [after.codes[name]].filter(isCode).map((one) => row(code(name), status(one), one.kind, one.retry, one.meaning)),
    ),
  );
  add(
    "Codes changed",
    ["Code", "What", "Before", "Now"],
    changes.filter(({ id }) => !ELSEWHERE.includes(id)).map(({ subject, aspect, was, is }) => row(code(subject), aspect, was, is)),
  );
  add(
    "Codes deprecated",
    ["Code", "Status", "Retry", "Meaning", "Deprecated since"],
    of("deprecated").flatMap(({ subject }) =>
      [after.codes[subject]].filter(isCode).map((one) => row(code(subject), status(one), one.retry, one.meaning, one.deprecated ?? "")),
    ),
  );
  add(
    "Codes removed",
    ["Code", "Status", "Retry", "Meaning", "Instead"],
    of("removed", "renamed").flatMap(({ id, subject, is }) =>
      [before.codes[subject]]
        .filter(isCode)
        .map((one) => row(code(subject), status(one), one.retry, one.meaning, id === "renamed" ? code(is) : "`UNRECOGNIZED`")),
    ),
  );
  return sections.join("\n");
}

/** A changelog with the sections put under the heading of a version, before what the changesets say; unchanged where there are none. */
export function withSections(changelog: string, version: string, sections: string): string {
  const heading = `## ${version}\n`;
  return sections === "" ? changelog : changelog.replace(heading, () => `${heading}\n${sections}`);
}
