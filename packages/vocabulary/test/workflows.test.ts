import { readFileSync, readdirSync } from "node:fs";
import { isObject } from "@scai-errors/core";
import { workspacePackages } from "@scai-errors/workspace/packages";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const FOLDER = new URL("../../../.github/workflows/", import.meta.url);

/** As much of a workflow as is looked at. */
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly "timeout-minutes"?: number;
  readonly strategy?: { readonly "fail-fast": boolean; readonly matrix: Readonly<Record<string, readonly string[]>> };
  readonly steps: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

const files = readdirSync(FOLDER).filter((name) => /\.ya?ml$/.test(name));
const text = (file: string): string => readFileSync(new URL(file, FOLDER), "utf8");
const workflow = (file: string): Workflow => parse(text(file)) as Workflow;
const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps }) => steps);

const { scripts: rootScripts } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as {
  scripts: Record<string, string>;
};

it("there are workflows, the one that releases among them", () => expect(files).toContain("release.yml"));

describe.each(files)("%s", (file) => {
  const whole = workflow(file);
  const uses = stepsOf(whole).flatMap((step) => step.uses ?? []);

  it("pins every action by a full commit hash, with the version beside it", () => {
    expect(uses.length).toBeGreaterThan(0);
    for (const one of uses) expect(one).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/);
    for (const line of text(file)
      .split("\n")
      .filter((one) => one.includes("uses:")))
      expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("gives no job more than it says", () => {
    expect(isObject(whole.permissions)).toBe(true);
    const granted = [whole.permissions, ...Object.values(whole.jobs).map(({ permissions }) => permissions)];
    // Rights for the whole workflow are for reading at most.
    expect(Object.values(whole.permissions!).filter((right) => right !== "read")).toEqual([]);
    for (const rights of granted)
      expect(Object.keys(rights ?? {}).filter((name) => !["contents", "pull-requests", "id-token", "actions"].includes(name))).toEqual([]);
  });

  it("has bounds, keeps no credentials in the checkout, and puts nothing that others write into a script", () => {
    for (const job of Object.values(whole.jobs)) expect(job["timeout-minutes"]).toBeLessThanOrEqual(120);
    for (const { uses: action = "", run = "", with: inputs } of stepsOf(whole)) {
      if (action.startsWith("actions/checkout@")) expect(inputs).toMatchObject({ "persist-credentials": false });
      expect(run).not.toContain("${{");
    }
    // It runs with this repository's rights on other people's changes.
    expect(Object.keys(whole.on)).not.toContain("pull_request_target");
  });
});

it.each(["ci.yml", "release.yml"])("%s: the gate has the history that it compares with, and twice the time that it takes", (file) => {
  const { gate } = workflow(file).jobs;
  expect(gate!.steps.find(({ uses }) => uses?.startsWith("actions/checkout@"))?.with).toMatchObject({ "fetch-depth": 0 });
  expect(gate!["timeout-minutes"]).toBeGreaterThanOrEqual(20);
  expect(gate!.steps.find(({ run }) => run === ".ci/run")?.env).toHaveProperty("CODES_BASE");
});

it("nightly.yml runs scripts that there are, each by its name and on its own", () => {
  const { scripts } = workflow("nightly.yml").jobs;
  const names = scripts!.strategy?.matrix.script ?? [];
  expect(names).toContain("release:life");
  for (const name of names) expect(rootScripts).toHaveProperty([name]);
  expect(scripts!.strategy).toMatchObject({ "fail-fast": false });
  expect(scripts!.steps.at(-1)).toEqual({ run: 'npm run "$SCRIPT"', env: { SCRIPT: "${{ matrix.script }}" } });
});

it("tests of a package that npm test leaves out are run by the gate, or every night", () => {
  const { scripts } = workflow("nightly.yml").jobs;
  const nightly = (scripts!.strategy?.matrix.script ?? []).map((name) => rootScripts[name]);
  const gate = readFileSync(new URL("../../../.ci/run", import.meta.url), "utf8");
  const left = workspacePackages.flatMap(({ manifest: { name, scripts: own = {} } }) =>
    Object.keys(own).flatMap((script) => (script.startsWith("test:") ? `npm run --silent ${script} --workspace ${name}` : [])),
  );
  expect(left).toContain("npm run --silent test:tools --workspace @scai-errors/vocabulary");
  expect(left.filter((command) => ![gate, ...nightly].some((commands) => commands?.includes(command)))).toEqual([]);
});

it("npm test says what every package says, and does not stop at the first that fails", () => {
  expect(rootScripts.test).toMatch(/ run test --continue$/);
});

it("turbo replays no run of tests that read what it does not know of", () => {
  expect(readFileSync(new URL("../turbo.json", import.meta.url), "utf8")).toMatch(/"test": \{[^}]*"cache": false/);
});

describe("release.yml", () => {
  const { on, permissions, jobs } = workflow("release.yml");

  it("publishes from main alone", () => {
    expect(on).toEqual({ push: { branches: ["main"] } });
    expect(permissions).toEqual({});
  });

  it("has no token: the job that publishes may ask for an identity, and write nothing", () => {
    expect(text("release.yml")).not.toMatch(/secrets\.|NPM_TOKEN|NODE_AUTH_TOKEN/);
    expect(jobs.publish!.permissions).toEqual({ contents: "read", "id-token": "write" });
    expect(jobs.version!.permissions).toEqual({ contents: "write", "pull-requests": "write", actions: "write" });
  });

  it("publishes only what the whole gate has passed in the same run, and what is in step with the registry", () => {
    expect(jobs.gate!.steps.map(({ run }) => run)).toContain(".ci/run");
    expect(jobs.publish!.needs).toEqual(["gate", "version"]);
    expect(jobs.version!.needs).toBe("gate");
    // A condition with always() or failure() would run it after a red gate.
    expect(jobs.publish!.if).toBe("needs.version.outputs.pending == 'false'");
    const commands = jobs.publish!.steps.flatMap(({ run }) => run ?? []);
    expect(commands.indexOf("npm run codes:published")).toBeGreaterThanOrEqual(0);
    expect(commands.indexOf("npm run codes:published")).toBeLessThan(
      commands.findIndex((command) => command.includes("publish --no-git-tag")),
    );
  });

  it("starts the checks of its own pull request, which a workflow's token does not", () => {
    const [start] = jobs.version!.steps.filter(({ run }) => run?.startsWith("gh workflow run ci.yml"));
    expect(start?.run).toContain("--ref changeset-release/main");
    expect(workflow("ci.yml").on).toHaveProperty("workflow_dispatch");
  });

  it("runs scripts that there are", () => {
    const used = [...text("release.yml").matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!);
    expect(used).toEqual(expect.arrayContaining(["version-packages", "codes:published", "build"]));
    for (const name of used) expect(rootScripts).toHaveProperty([name]);
  });
});
