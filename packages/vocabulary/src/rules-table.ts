import { RULES } from "./rules.js";

/** The decisions as the table of docs/semver.md. */
export function rulesTable(): string {
  const rows = RULES.map(({ change, bump, reason }) => `| ${change} | **${bump}** | ${reason} |`);
  return ["| what changes | bump | why |", "|---|---|---|", ...rows].join("\n");
}
