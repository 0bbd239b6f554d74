import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it, onTestFinished, vi } from "vitest";
import type { Impact } from "../src/upgrade/impact.js";
import { services } from "../src/services.js";
import { run } from "./run.js";
import { type Difference, type UpgradeProject, upgradeProject } from "./upgrade-project.js";

const here = import.meta.dirname;
const made: UpgradeProject[] = [];
afterAll(() => {
  for (const { scratch } of made) rmSync(scratch, { recursive: true, force: true });
});

function project(service: string, files: readonly string[], difference: Difference): UpgradeProject {
  const one = upgradeProject(service, files, difference);
  made.push(one);
  return one;
}

/** Where a program is that the shell would start. */
function placeOf(program: string): string {
  return spawnSync("sh", ["-c", `command -v ${program}`], { encoding: "utf8" }).stdout.trim();
}

const own = ["re-export.ts", "uses.ts"].map((name) => join(here, "fixtures", name));

describe("upgrade", () => {
  it("says what nobody will tell, what the compiler will, and what is new", async () => {
    const { folder, newer } = project("scaigrid", own, {
      added: ["CODE_OF_TOMORROW"],
      removed: ["BUDGET_EXCEEDED"],
      change: (codes) => {
        codes["QUOTA_EXCEEDED"] = { ...codes["QUOTA_EXCEEDED"]!, retry: "backoff" };
        codes["RATE_LIMITED"] = { ...codes["RATE_LIMITED"]!, kind: "unavailable" };
        codes["MODEL_NOT_FOUND"] = { ...codes["MODEL_NOT_FOUND"]!, status: 503 };
        codes["SLUG_CONFLICT"] = { ...codes["SLUG_CONFLICT"]!, kind: "aborted" };
        codes["SESSION_EXPIRED"] = { ...codes["SESSION_EXPIRED"]!, meaning: "In other words." };
      },
    });
    const { code, out, err } = await run("upgrade", "@scai-errors/scaigrid", newer, "--cwd", folder);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    // The compiler lists the codes in an order of its own.
    await expect(out.replace(/ \S+ → /, " <version> → ").replaceAll(/ is not assignable to .*/g, " …")).toMatchFileSnapshot(
      "golden/upgrade.txt",
    );
  });

  it("finds every use by its type, and no word of something else", async () => {
    const { folder, newer } = project("scaigrid", own, {
      change: (codes) => {
        codes["QUOTA_EXCEEDED"] = { ...codes["QUOTA_EXCEEDED"]!, deprecated: "99.0.0; use RATE_LIMITED" };
      },
    });
    const { out } = await run("upgrade", "scaigrid", newer, "--cwd", folder, "--json");
    const { silent } = JSON.parse(out) as Impact;
    const source = readFileSync(join(here, "fixtures/uses.ts"), "utf8").split("\n");
    const [, ...after] = source.join("\n").split("export function throughVariables");
    expect(silent[0]?.uses.map(({ line }) => source[line - 1]?.trim())).toEqual(
      after
        .join("")
        .split("\n")
        .filter((line) => line.includes("QUOTA_EXCEEDED"))
        .map((line) => line.trim()),
    );
  });

  it("reads a newer version out of a tarball, as npm makes it", async () => {
    const { folder, newer } = project("dns", [], { added: ["OF_TOMORROW"] });
    writeFileSync(join(folder, "empty.ts"), "export {};");
    const { stdout } = spawnSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: newer, encoding: "utf8" });
    const { code, out } = await run("upgrade", "dns", stdout.trim(), "--cwd", folder);
    expect(code).toBe(0);
    expect(out).toContain("OF_TOMORROW: 410, not_found, never");
  });

  it.each(["npm", "tar"])("says that %s cannot be started where it is not installed", async (program) => {
    const { scratch, folder, newer } = project("dns", [], {});
    writeFileSync(join(folder, "empty.ts"), "export {};");
    const { stdout } = spawnSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: newer, encoding: "utf8" });
    const programs = join(scratch, "programs");
    mkdirSync(programs);
    // What is left: npm is a script, for which the system needs Node as well.
    for (const name of program === "npm" ? [] : ["node", "npm"]) symlinkSync(placeOf(name), join(programs, name));
    vi.stubEnv("PATH", programs);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const { code, out, err } = await run("upgrade", "dns", stdout.trim(), "--cwd", folder);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    await expect(err).toMatchFileSnapshot(`golden/refusals/upgrade-without-${program}.txt`);
  });

  it("does not say that nothing depends on a code of which the compiler says that it is gone", async () => {
    const { folder, newer } = project("scaigrid", [], { removed: ["RATE_LIMITED", "QUOTA_EXCEEDED"] });
    // A single handler may be of anything, so that no use is found; the compiler knows.
    writeFileSync(
      join(folder, "one.ts"),
      `import { match } from "@scai-errors/core";
       import type { ScaigridError } from "@scai-errors/scaigrid";
       export const text = (error: ScaigridError) => match(error, "code", { RATE_LIMITED: () => "slow", otherwise: () => "other" });`,
    );
    const { code, out } = await run("upgrade", "scaigrid", newer, "--cwd", folder, "--json");
    const { reported, untouched } = JSON.parse(out) as Impact;
    expect({ code, reported }).toMatchObject({ code: 1, reported: [{ file: "one.ts", line: 3, text: "RATE_LIMITED" }] });
    expect(untouched.map(({ subject }) => subject)).toEqual(["QUOTA_EXCEEDED"]);
  });

  it("marks where a line of source is cut", async () => {
    const { folder, newer } = project("scaigrid", [], { removed: ["RATE_LIMITED"] });
    const condition = 'error.code === "RATE_LIMITED"';
    writeFileSync(
      join(folder, "one.ts"),
      `import type { ScaigridError } from "@scai-errors/scaigrid";
       export const isSlow = (error: ScaigridError) => error.retry.policy && ${Array(5).fill(condition).join(" || ")};`,
    );
    const { out } = await run("upgrade", "scaigrid", newer, "--cwd", folder, "--json");
    const { silent } = JSON.parse(out) as Impact;
    for (const { text } of silent.flatMap(({ uses }) => uses)) expect(text).toMatch(/^export const isSlow.{81}…$/);
  });

  it("refuses a folder of another package", async () => {
    const { folder } = project("scaigrid", own, {});
    const { newer: other } = project("scaikey", own, {});
    const ended = await run("upgrade", "scaigrid", other, "--cwd", folder);
    expect({ ...ended, err: ended.err.replace(other, "<other>") }).toEqual({
      code: 2,
      out: "",
      err: "<other> is @scai-errors/scaikey, and not @scai-errors/scaigrid; name a version, a folder or a tarball of @scai-errors/scaigrid.\n",
    });
  });

  it("has nothing to say where nothing changed", async () => {
    const { folder, newer } = project("scaigrid", own, {});
    const { code, out } = await run("upgrade", "scaigrid", newer, "--cwd", folder);
    expect(code).toBe(0);
    expect(out).toMatch(/\n\nNothing has changed that a program could notice\.\n$/);
  });

  it.each([
    ["a service that there is not", ["upgrade", "scaigird"]],
    ["a folder that is no package", ["upgrade", "scaigrid", here]],
    ["a project without the package", ["upgrade", "scaigrid", "--cwd", "/"]],
    ["a compiler that is not installed", ["upgrade", "scaigrid", "--typescript", "typescript-0"]],
    ["a compiler without a program interface", ["upgrade", "scaigrid", "--typescript", "typescript-7.0"]],
    ["settings that there are not", ["upgrade", "scaigrid", "--project", "nowhere.json"]],
  ])("refuses %s with a sentence", async (what, args) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    const shown = err.replaceAll(here, "<here>").replaceAll(process.cwd(), "<folder>");
    await expect(shown).toMatchFileSnapshot(`golden/refusals/upgrade-${what.replaceAll(" ", "-")}.txt`);
  });
});

describe.each(services.map(({ service }) => service.name))("upgrade of %s's released consumers", (service) => {
  const fixtures = join(here, "../../vocabulary/fixtures", service);

  it("tells the closed one of a new code through the compiler, and both of what the compiler cannot see", async () => {
    // Its record, as the consumers were written for it.
    const { codes } = JSON.parse(readFileSync(join(here, "../..", service, "codes.json"), "utf8")) as {
      codes: Record<string, { retry: string }>;
    };
    const [changed = "", { retry = "" } = {}] = Object.entries(codes)[0] ?? [];
    const { folder, newer } = project(service, [join(fixtures, "closed.ts"), join(fixtures, "open.ts")], {
      added: ["OF_TOMORROW"],
      change: (record) => {
        record[changed] = { ...record[changed]!, retry: retry === "backoff" ? "never" : "backoff" };
      },
    });
    const { code, out } = await run("upgrade", service, newer, "--cwd", folder, "--json");
    const { reported, silent, added } = JSON.parse(out) as Impact;
    expect(code).toBe(1);
    expect(reported.length).toBeGreaterThan(0);
    expect(new Set(reported.map(({ file }) => file))).toEqual(new Set(["closed.ts"]));
    expect(silent.map(({ change }) => change.subject)).toEqual([changed]);
    expect(new Set(silent[0]?.uses.map(({ file }) => file))).toEqual(new Set(["closed.ts", "open.ts"]));
    expect(added.map(({ subject }) => subject)).toEqual(["OF_TOMORROW"]);
  });
});
