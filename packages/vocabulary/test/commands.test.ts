import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attempt } from "../src/rehearse/command.js";
import { type Checkout, checkout } from "./given/checkout.js";

const SERVICES = ["core", "dns", "scaidrive", "scaigrid", "scaikey", "scaiwave"];

let copy: Checkout;

beforeAll(async () => {
  copy = checkout();
  // What is being worked on is the base here, so that nothing but what the tests do is a change.
  for (const name of readdirSync(join(copy.folder, ".changeset"))) if (name.endsWith(".md")) rmSync(join(copy.folder, ".changeset", name));
  const { exitCode, output } = await copy.run("record", "--rebase", ...SERVICES);
  expect(output).toContain("packages/scaiwave/codes.json");
  expect(exitCode).toBe(0);
});

afterAll(() => {
  copy.remove();
});

/** Runs what a test does, and puts the files back that it names. */
async function undoing(files: readonly string[], act: () => Promise<void>): Promise<void> {
  const before = files.map((file) => copy.read(file));
  try {
    await act();
  } finally {
    for (const [at, file] of files.entries()) writeFileSync(join(copy.folder, file), before[at]!);
  }
}

describe("codes:check, without a build", () => {
  it("passes where nothing has changed, and leaves nothing behind", async () => {
    const { exitCode, output } = await copy.run("check");
    expect(output).toBe(`No vocabulary has changed since its last release (${SERVICES.join(", ")}).\n`);
    expect(exitCode).toBe(0);
    expect(existsSync(join(copy.folder, "packages/scaiwave/dist"))).toBe(false);
    expect(readdirSync(join(copy.folder, "packages/vocabulary/.cache"))).toEqual([]);
  });

  it("a new row: names package, code, step, reason and command; --write writes the changeset, and then it passes", async () => {
    await undoing(["packages/scaiwave/src/codes.ts", "packages/scaiwave/src/docs.ts"], async () => {
      copy.edit("packages/scaiwave/src/codes.ts", /^\} as const satisfies /m, "  SW_ROOM_LOCKED: { status: 423 },\n$&");
      const docs = '{ meaning: "Locked.", group: "Rooms", since: "next", page: "scaiwave/reference/error-codes" }';
      copy.edit("packages/scaiwave/src/docs.ts", /^\} satisfies DocsOf/m, `  SW_ROOM_LOCKED: ${docs},\n$&`);
      const refused = await copy.run("check");
      expect(refused.exitCode).toBe(1);
      expect(refused.output).toContain("@scai-errors/scaiwave (released: 1.0.0) needs a minor changeset and has none.");
      expect(refused.output).toContain("SW_ROOM_LOCKED: minor, because a code is added (not there → 423, invalid_argument, never).");
      expect(refused.output).toContain("npm run codes:check -- --write");
      expect(refused.output).not.toContain("@scai-errors/scaigrid");

      const written = await copy.run("check", "--write", "--json");
      expect(written.exitCode).toBe(0);
      expect(written.output).toContain("Wrote .changeset/vocabulary-of-scaiwave.md");
      const { ok, packages } = JSON.parse(written.output.slice(written.output.indexOf("{"))) as {
        ok: boolean;
        packages: { name: string; required: string }[];
      };
      expect([ok, packages.filter(({ required }) => required !== "none").map(({ name }) => name)]).toEqual([true, ["scaiwave"]]);
      expect(copy.read(".changeset/vocabulary-of-scaiwave.md")).toContain('"@scai-errors/scaiwave": minor');
      rmSync(join(copy.folder, ".changeset/vocabulary-of-scaiwave.md"));

      const recorded = await copy.run("record");
      expect(recorded.output).toContain('SW_ROOM_LOCKED says since: "next"');
      expect(recorded.exitCode).toBe(2);
    });
  });

  it("a change in core that no row shows: names core and every service that classifies otherwise", async () => {
    await undoing(["packages/core/src/kinds.ts"], async () => {
      copy.edit("packages/core/src/kinds.ts", /\b504\b/, "598");
      const { exitCode, output } = await copy.run("check");
      expect(exitCode).toBe(1);
      for (const name of SERVICES) expect(output).toContain(`@scai-errors/${name} (released: 1.0.0) needs a major changeset and has none.`);
      expect(output).toContain("BACKEND_TIMEOUT: major, because the kind changes (deadline_exceeded → internal).");
      expect(output).toContain("any other 504: major");
    });
  });

  it("a record that was edited by hand is a sentence", async () => {
    await undoing(["packages/dns/codes.json"], async () => {
      copy.edit("packages/dns/codes.json", /^\{/, "[");
      const { exitCode, output } = await copy.run("check");
      expect(output).toMatch(/packages\/dns\/codes\.json cannot be read as JSON .+ Restore it from git\.\n$/);
      expect(exitCode).toBe(2);
    });
  });

  it("sources that are no TypeScript are a sentence", async () => {
    await undoing(["packages/dns/src/codes.ts"], async () => {
      copy.edit("packages/dns/src/codes.ts", /^export const/m, "export konst");
      const { exitCode, output } = await copy.run("check");
      expect(output).toContain("The sources cannot be bundled; the reason is above.");
      expect(exitCode).toBe(2);
    });
  });
});

describe("version-packages", () => {
  /** Adds a code, with or without its changeset, in a repository of its own. */
  async function addCode(): Promise<void> {
    copy.edit(
      "packages/dns/src/codes.ts",
      /^\} as const satisfies /m,
      '  ZONE_FROZEN: { message: "Zone is frozen", status: 409, retry: "never" },\n$&',
    );
    const docs = '{ meaning: "The zone is frozen.", group: "Domains", since: "next", page: "dns/reference/error-codes" }';
    copy.edit("packages/dns/src/docs.ts", /^\} satisfies DocsOf/m, `  ZONE_FROZEN: ${docs},\n$&`);
    for (const args of [
      ["init", "--quiet"],
      ["add", "--all"],
      ["-c", "user.name=n", "-c", "user.email=e", "commit", "--quiet", "--message", "Base"],
    ]) {
      await attempt({ folder: copy.folder, env: process.env }, "git", args);
    }
  }

  it("refuses while the gate does; then sets since, writes record, changelog, fixtures and lock, and steps no other package", async () => {
    await addCode();
    const refused = await copy.run("version");
    expect(refused.output).toContain("ZONE_FROZEN: minor, because a code is added");
    expect(refused.exitCode).toBe(1);

    const changeset = (name: string): string => `---\n"@scai-errors/${name}": minor\n---\n\nMore of it.\n`;
    for (const name of ["dns", "core"]) writeFileSync(join(copy.folder, `.changeset/${name}.md`), changeset(name));
    const { exitCode, output } = await copy.run("version");
    expect(output).toContain("Set the version of the new codes in packages/dns/src/docs.ts");
    expect(exitCode).toBe(0);
    const { version, codes } = JSON.parse(copy.read("packages/dns/codes.json")) as {
      version: string;
      codes: Record<string, { since: string }>;
    };
    expect([version, codes.ZONE_FROZEN?.since]).toEqual(["1.1.0", "1.1.0"]);
    expect(copy.read("packages/dns/CHANGELOG.md")).toContain(
      "## 1.1.0\n\n### Codes added\n\n| Code | Status | Retry | Meaning |\n| --- | --- | --- | --- |\n| `ZONE_FROZEN` | 409 | never | The zone is frozen. |\n",
    );
    expect(copy.read("packages/vocabulary/fixtures/dns/closed.ts")).toContain("ZONE_FROZEN");
    const lock = JSON.parse(copy.read("package-lock.json")) as { packages: Record<string, { version: string }> };
    expect([lock.packages["packages/dns"]!.version, lock.packages["packages/scaiwave"]!.version]).toEqual(["1.1.0", "1.0.0"]);
    // Neither the one service's step nor core's forces any on the others, which depend on core.
    for (const name of ["scaiwave", "scaigrid", "scaikey", "scaidrive", "testing", "fetch"]) {
      expect(JSON.parse(copy.read(`packages/${name}/package.json`))).toMatchObject({ version: "1.0.0" });
    }
    expect(JSON.parse(copy.read("packages/vocabulary/records/core.json"))).toMatchObject({ version: "1.1.0" });
  });
});

describe("codes:drift", () => {
  const page = "page.md";
  const rows = (codes: string): string => `| Code | HTTP |\n|---|---|\n${codes}\n`;
  /** The page of scaiwave as it would be if it agreed with the vocabulary. */
  const agreed = (): string[] => {
    const { codes } = JSON.parse(copy.read("packages/scaiwave/codes.json")) as { codes: Record<string, { status: number | null }> };
    return Object.entries(codes).flatMap(([code, { status }]) => (status === null ? [] : [`| ${code} | ${status} |`]));
  };

  it("no drift", async () => {
    writeFileSync(join(copy.folder, page), rows(agreed().join("\n")));
    const { exitCode, output } = await copy.run("drift", "scaiwave", join(copy.folder, page));
    expect(output).toMatch(/^scaiwave: page\.md \(Markdown, \d+ rows read, 0 not understood\)\n[^]*\nNo drift\.\n$/);
    expect(exitCode).toBe(0);
  });

  it("a page with a row that cannot be read is not compared", async () => {
    writeFileSync(join(copy.folder, page), rows([...agreed(), "| SW_ROOM_LOCKED | 409/423 |"].join("\n")));
    const { exitCode, output } = await copy.run("drift", "scaiwave", join(copy.folder, page));
    expect(output).toContain('SW_ROOM_LOCKED | 409/423\n    "409/423" is not one status of three digits\n');
    expect(output).toContain("The page was not understood, so it was not compared.");
    expect(exitCode).toBe(2);
  });

  it("reports what only the page has; --write adds stubs that do not compile until somebody decides", async () => {
    await undoing(["packages/scaiwave/src/codes.ts"], async () => {
      writeFileSync(join(copy.folder, page), rows([...agreed().filter((row) => !row.includes("SW_ROOM_FORBIDDEN")), "| SW_ROOM_LOCKED | 423 |"].join("\n")));
      const { exitCode, output } = await copy.run("drift", "scaiwave", join(copy.folder, page), "--write");
      expect(exitCode).toBe(1);
      expect(output).toContain('SW_ROOM_LOCKED (423, under "")');
      expect(output).toContain("SW_ROOM_FORBIDDEN (403)");
      expect(output).not.toContain("  SW_ROOM_FROZEN");
      expect(copy.read("packages/scaiwave/src/codes.ts")).toContain("SW_ROOM_LOCKED: { status: 423, kind: UNDECIDED, retry: UNDECIDED },");
      const compiler = join(copy.folder, "node_modules/typescript/bin/tsc");
      const compiled = await attempt({ folder: join(copy.folder, "packages/scaiwave"), env: process.env }, process.execPath, [
        compiler,
        "--noEmit",
      ]);
      expect(compiled.exitCode).not.toBe(0);
      expect(compiled.output).toContain("Cannot find name 'UNDECIDED'");
    });
  });

  it.each([
    ["a page of another service", ["dns", page], "It has none of the codes of dns. Is it the page of another service"],
    ["an option that there is not", ["dns", page, "--fix"], "unknown option '--fix'"],
  ])("%s gets a sentence and exit code 2", async (_, args, sentence) => {
    writeFileSync(join(copy.folder, page), rows("| SW_ROOM_FROZEN | 409 |"));
    const { exitCode, output } = await copy.run("drift", ...args);
    expect(output).toContain(sentence);
    expect(output).not.toContain("    at ");
    expect(exitCode).toBe(2);
  });
});
