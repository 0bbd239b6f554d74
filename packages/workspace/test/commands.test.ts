import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Manifest } from "../src/packages-of.js";
import { root, workspacePackages } from "../src/packages.js";

const guide = readFileSync(`${root}CONTRIBUTING.md`, "utf8");
// Our own file, whose shape the checks look at.
const { scripts = {} } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as Manifest;
const commands = Object.keys(scripts);

/** Whether a text names a command as its reader would type it, or a table has its bare name beside those that belong to it. */
function names(text: string, command: string): boolean {
  return text
    .split("\n")
    .some((line) => new RegExp(`\`npm (?:run )?${command}[\` ]`).test(line) || (line.startsWith("|") && line.includes(`\`${command}\``)));
}

describe("CONTRIBUTING", () => {
  it.each(commands)("says what `npm run %s` does", (command) => {
    expect(names(guide, command), `Add "npm run ${command}" to a table of commands in CONTRIBUTING.md.`).toBe(true);
  });

  it("names no command that there is not", () => {
    const known = [...commands, ...workspacePackages.flatMap(({ manifest }) => Object.keys(manifest.scripts ?? {}))];
    const named = [...guide.matchAll(/`npm run ([\w:-]+)/g)].map(([, command]) => command);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((command) => command === undefined || !known.includes(command))).toEqual([]);
  });

  it("would not pass with a name that stands in another one, or is no command", () => {
    expect(names("`npm run site:build`", "site")).toBe(false);
    expect(names("what `examples` shows", "examples")).toBe(false);
    expect(names("| `npm run site` | `site:build` builds |", "site:build")).toBe(true);
  });
});
