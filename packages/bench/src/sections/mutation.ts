import { resolve } from "node:path";
import { markdownTable } from "@scai-errors/workspace/table";
import { readMutation } from "../mutation.js";
import { type Section } from "../proof-page.js";

function inCode(text: string): string {
  const short = text.length > 90 ? `${text.slice(0, 89)}…` : text;
  return `\`${short.replaceAll("|", "\\|").replaceAll("`", "'")}\``;
}

function score(mutants: number, survived: number): string {
  return `${((100 * (mutants - survived)) / Math.max(1, mutants)).toFixed(1)} %`;
}

function measure(): string {
  const read = readMutation(resolve("../core"));
  if (!read) return "Not run on this machine: `npm run mutation` writes the report that this section is made of.";
  const rows = read.rows.map(({ file, mutants, survived, isCurrent }) => [
    isCurrent ? file : `${file} (changed since)`,
    String(mutants),
    String(survived),
    score(mutants, survived),
  ]);
  const sum = (member: "mutants" | "survived"): number => read.rows.reduce((total, row) => total + row[member], 0);
  const all = ["**all**", String(sum("mutants")), String(sum("survived")), `**${score(sum("mutants"), sum("survived"))}**`];
  const survivors = read.survivors.map(({ file, line, original, replacement, reason }) => [
    `${file}:${line}`,
    inCode(original),
    inCode(replacement),
    reason ?? "**none given**",
  ]);
  return `\`npm run mutation\` changes one thing at a time in the source of core and runs its tests; a change that they do not notice has survived. The goal is 96 % over all, and 100 % for what decides about retrying and reads headers.

${markdownTable(["file", "mutants", "survived", "score"], [...rows, all])}

${markdownTable(["survivor", "from", "to", "why no test has to find it"], survivors)}`;
}

export const mutation: Section = { title: "Mutation testing", name: "mutation", measure };
