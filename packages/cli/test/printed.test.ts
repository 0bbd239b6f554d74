import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { UNSAFE, run } from "./run.js";
import { type UpgradeProject, upgradeProject } from "./upgrade-project.js";

const ESCAPE = "\u001B[31m";
/** Turns what stands behind it around, so that code reads as what it is not. */
const OVERRIDE = "\u202E";

function projectOf(source: string): UpgradeProject {
  const project = upgradeProject("scaigrid", [], {
    added: ["OF_TOMORROW"],
    change: (codes) => {
      codes["QUOTA_EXCEEDED"] = { ...codes["QUOTA_EXCEEDED"]!, deprecated: `99.0.0; use ${ESCAPE}${OVERRIDE}RATE_LIMITED` };
      codes[`NEW${ESCAPE}`] = codes["RATE_LIMITED"]!;
      codes["RATE_LIMITED"] = { ...codes["RATE_LIMITED"]!, message: `slow${ESCAPE}\ndown` };
    },
  });
  onTestFinished(() => rmSync(project.scratch, { recursive: true, force: true }));
  writeFileSync(join(project.folder, `a${OVERRIDE}.ts`), source);
  return project;
}

it.each([
  ["a file", "decode", `/etc/passwd/${ESCAPE}x`],
  ["a command", `${ESCAPE}explian`],
  ["an option", "explain", `--${ESCAPE}jsno`],
  ["a choice", "decode", "--as", `${ESCAPE}harr`],
  ["a value", "emulate", "--port", `${ESCAPE}80\u0007`],
  ["a service", "decode", "--service", `${ESCAPE}scaigird`],
  ["a code", "explain", `scaigrid/${ESCAPE}RATE_LIMTED`],
  ["a folder", "upgrade", "scaigrid", "--cwd", `/${ESCAPE}`],
  ["settings", "upgrade", "scaigrid", "--project", `${ESCAPE}.json`],
  ["a compiler", "upgrade", "scaigrid", "--typescript", `${ESCAPE}typescript`],
])("refuses %s that there is not without printing it raw", async (_, ...args) => {
  const { code, out, err } = await run(...args);
  expect(code).toBeGreaterThan(0);
  expect(err).not.toBe("");
  expect(out + err).not.toMatch(UNSAFE);
});

it("prints neither a foreign vocabulary nor the user's source raw", async () => {
  const source = [
    'import { type ScaigridError } from "@scai-errors/scaigrid";',
    `export const one = (error: ScaigridError) => error.code === "QUOTA_EXCEEDED"; // ${ESCAPE}${OVERRIDE}`,
    `export const another: ScaigridError["code"] = "NO${ESCAPE}"; // ${OVERRIDE}`,
  ].join("\n");
  const { folder, newer } = projectOf(source);
  for (const options of [[], ["--json"]]) {
    const { code, out, err } = await run("upgrade", "scaigrid", newer, "--cwd", folder, ...options);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    for (const shown of ["99.0.0; use", "NEW", "slow down", "OF_TOMORROW", 'error.code === "QUOTA_EXCEEDED"; //'])
      expect(out).toContain(shown.replaceAll('"', options.length > 0 ? '\\"' : '"'));
    expect(out).not.toMatch(UNSAFE);
  }
});

it.each([
  ["codes.json", "names no such members", (record: object) => ({ ...record, codes: { RATE_LIMITED: null } })],
  ["codes.json", "has other types", (record: object) => ({ ...record, codes: { RATE_LIMITED: { status: {}, kind: {} } } })],
])("refuses a foreign %s that %s", async (file, _, change) => {
  const { folder, newer } = projectOf("export {};");
  const path = join(newer, file);
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, "utf8")) as object)));
  const named = join(newer, "..", `newer${ESCAPE}`);
  renameSync(newer, named);
  const { code, err } = await run("upgrade", "scaigrid", named, "--cwd", folder);
  expect(code).toBe(2);
  expect(err).toMatch(/holds no vocabulary/);
  expect(err).not.toMatch(UNSAFE);
});
