import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inc } from "semver";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { recordFile } from "../src/record-file.js";
import { attempt } from "../src/rehearse/command.js";
import { publishedPackages } from "../src/rehearse/publishing.js";
import { packageVersion, servicePackages } from "../src/workspace.js";
import { type Checkout, releasedCheckout } from "./given/checkout.js";
import { addRoomCode } from "./given/new-rows.js";

let copy: Checkout;
/** Everything with a vocabulary, in the order of the reports. */
let names: readonly string[];

const versionOf = (name: string): string => packageVersion(copy.folder, name);

beforeAll(async () => {
  copy = await releasedCheckout();
  names = ["core", ...servicePackages(copy.folder).map(({ name }) => name)];
});

afterAll(() => {
  copy.remove();
});

afterEach(async () => {
  await copy.restore();
});

const CHANGESET = ".changeset/vocabulary-of-scaiwave.md";

describe("codes:check, without a build", () => {
  it("passes where nothing has changed, and leaves nothing behind", async () => {
    const { exitCode, output } = await copy.run("check");
    expect(output).toBe(`No vocabulary has changed since its last release (${names.join(", ")}).\n`);
    expect(exitCode).toBe(0);
    expect(existsSync(join(copy.folder, "packages/scaiwave/dist"))).toBe(false);
    expect(readdirSync(join(copy.folder, "packages/vocabulary/.cache"))).toEqual([]);
  });

  it("a code that is added, renamed and taken back: what is pending follows, and what somebody wrote stays", async () => {
    addRoomCode(copy, "SW_ROOM_LOCKED", "Locked.");
    const refused = await copy.run("check");
    expect(refused.exitCode).toBe(1);
    expect(refused.output).toContain(`@scai-errors/scaiwave (released: ${versionOf("scaiwave")}) needs a minor changeset and has none.`);
    expect(refused.output).toContain("SW_ROOM_LOCKED: minor, because a code is added (not there → 423, invalid_argument, never).");
    expect(refused.output).toContain("npm run codes:check -- --write");
    expect(refused.output).not.toContain("@scai-errors/scaigrid");

    const written = await copy.run("check", "--write", "--json");
    expect(written.output).toContain(`Wrote ${CHANGESET}`);
    const { ok, packages } = JSON.parse(written.output.slice(written.output.indexOf("{"))) as {
      ok: boolean;
      packages: { name: string; required: string }[];
    };
    expect([ok, packages.filter(({ required }) => required !== "none").map(({ name }) => name)]).toEqual([true, ["scaiwave"]]);
    expect(written.exitCode).toBe(0);
    expect(copy.read(CHANGESET)).toContain('"@scai-errors/scaiwave": minor');

    copy.write(CHANGESET, `${copy.read(CHANGESET)}\nOffer another room.\n`);
    for (const file of ["codes", "docs"]) copy.edit(`packages/scaiwave/src/${file}.ts`, /SW_ROOM_LOCKED/, "SW_ROOM_CLOSED");
    const renamed = await copy.run("check");
    expect(renamed.output).toContain("SW_ROOM_CLOSED: a code is added, and no changeset of @scai-errors/scaiwave names it.");
    expect(renamed.output).toContain(`${CHANGESET} names SW_ROOM_LOCKED, which is no code of any service`);
    expect(renamed.exitCode).toBe(1);
    expect((await copy.run("check", "--write")).exitCode).toBe(0);
    expect(copy.read(CHANGESET)).toMatch(/- `SW_ROOM_CLOSED` is added: .+\.\n\nOffer another room\.\n$/);
    expect(copy.read(CHANGESET)).not.toContain("SW_ROOM_LOCKED");

    copy.edit(CHANGESET, /\nOffer another room\.\n/, "");
    for (const file of ["codes", "docs"]) copy.edit(`packages/scaiwave/src/${file}.ts`, /^ {2}SW_ROOM_CLOSED: .*\n/m, "");
    const takenBack = await copy.run("check", "--write");
    expect(takenBack.output).toContain(`Removed ${CHANGESET}`);
    expect(takenBack.exitCode).toBe(0);
    expect(existsSync(join(copy.folder, CHANGESET))).toBe(false);
  });

  it("a change in core that no row shows: names core and every service that classifies otherwise", async () => {
    copy.edit("packages/core/src/kinds.ts", /\b504\b/, "598");
    const { exitCode, output } = await copy.run("check");
    expect(exitCode).toBe(1);
    for (const name of names)
      expect(output).toContain(`@scai-errors/${name} (released: ${versionOf(name)}) needs a major changeset and has none.`);
    expect(output).toContain("BACKEND_TIMEOUT: major, because the kind changes (deadline_exceeded → internal).");
    expect(output).toContain("any other 504: major");
  });

  it("the rehearsal of a release tells first what the gate would refuse", async () => {
    addRoomCode(copy, "SW_ROOM_LOCKED", "Locked.");
    const { exitCode, output } = await copy.run("rehearse");
    expect(output).toContain("does not pass codes:check, so it cannot be released. Put that right first.");
    expect(output).toContain("SW_ROOM_LOCKED: minor, because a code is added");
    expect(output).not.toContain("Starting a registry");
    expect(exitCode).toBe(1);
  });

  it("sources that are no TypeScript are a sentence", async () => {
    copy.edit("packages/dns/src/codes.ts", /^export const/m, "export konst");
    const { exitCode, output } = await copy.run("check");
    expect(output).toContain("The sources cannot be bundled; the reason is above.");
    expect(exitCode).toBe(2);
  });
});

it("a record that was rewritten along with the rows is refused, committed or not, and the new code still asks for its changeset", async () => {
  await copy.git("checkout", "--quiet", "-b", "work");
  addRoomCode(copy, "SW_ROOM_LOCKED", "Locked.");
  copy.edit("packages/scaiwave/src/docs.ts", /since: "next"/, `since: "${versionOf("scaiwave")}"`);
  rmSync(recordFile(copy.folder, "scaiwave"));
  expect((await copy.run("record")).output).toContain("Wrote packages/scaiwave/codes.json");
  const { exitCode, output } = await copy.run("check");
  expect(output).toContain("needs a minor changeset and has none");
  expect(output).toContain("packages/scaiwave/codes.json is not what was released as");
  expect(exitCode).toBe(1);
  await copy.commit("Silence");
  expect((await copy.run("check")).output).toBe(output);
  await copy.git("checkout", "--quiet", "main");
});

describe("version-packages", () => {
  it("refuses while the gate does; then sets since, writes record, changelog, fixtures and lock, and steps no other package", async () => {
    copy.edit(
      "packages/dns/src/codes.ts",
      /^\} as const satisfies /m,
      '  ZONE_FROZEN: { message: "Zone is frozen", status: 409, retry: "never" },\n$&',
    );
    const docs = '{ meaning: "The zone is frozen.", group: "Domains", since: "next", page: "dns/reference/error-codes" }';
    copy.edit("packages/dns/src/docs.ts", /^\} satisfies DocsOf/m, `  ZONE_FROZEN: ${docs},\n$&`);
    const refused = await copy.run("version");
    expect(refused.output).toContain("ZONE_FROZEN: minor, because a code is added");
    expect(refused.exitCode).toBe(1);

    const before = Object.fromEntries(publishedPackages(copy.folder).map(({ folder, packageName }) => [packageName, folder]));
    const was = (name: string): string => versionOf(name);
    const [dns, core] = [inc(was("dns"), "minor"), inc(was("core"), "minor")];
    const others = Object.keys(before).flatMap((packageName) => {
      const name = packageName.split("/")[1]!;
      return name === "dns" || name === "core" ? [] : [[name, was(name)] as const];
    });
    const changeset = (name: string): string => `---\n"@scai-errors/${name}": minor\n---\n\nMore of it: ZONE_FROZEN.\n`;
    for (const name of ["dns", "core"]) copy.write(`.changeset/${name}.md`, changeset(name));
    const { exitCode, output } = await copy.run("version");
    expect(output).toContain("Set the version of the new codes in packages/dns/src/docs.ts");
    // Files that are as they were are none that it wrote.
    expect([...output.matchAll(/^Wrote (\S+)$/gm)].map(([, file]) => file)).toEqual([
      "packages/vocabulary/records/core.json",
      "packages/dns/codes.json",
      "packages/vocabulary/fixtures/dns/closed.ts",
      "packages/vocabulary/fixtures/dns/open.ts",
    ]);
    expect(exitCode).toBe(0);
    const { version, codes } = JSON.parse(copy.read("packages/dns/codes.json")) as {
      version: string;
      codes: Record<string, { since: string }>;
    };
    expect([version, codes.ZONE_FROZEN?.since]).toEqual([dns, dns]);
    expect(copy.read("packages/dns/CHANGELOG.md")).toMatch(
      new RegExp(`## ${dns}\\n\\n### What to do\\n\\n- .+\\n\\n### Codes added\\n\\n`),
    );
    expect(copy.read("packages/vocabulary/fixtures/dns/closed.ts")).toContain("ZONE_FROZEN");
    const lock = JSON.parse(copy.read("package-lock.json")) as { packages: Record<string, { version: string }> };
    expect(lock.packages["packages/dns"]!.version).toBe(dns);
    // Neither the one service's step nor core's forces any on the others, which depend on core.
    for (const [name, version] of others) {
      expect([name, versionOf(name)]).toEqual([name, version]);
      expect([name, lock.packages[`packages/${name}`]!.version]).toEqual([name, version]);
    }
    expect(JSON.parse(copy.read("packages/vocabulary/records/core.json"))).toMatchObject({ version: core });

    // What was versioned is a branch on which the gate passes: its records are those of the new versions.
    const checked = await copy.run("check");
    expect(checked.output).toBe(`No vocabulary has changed since its last release (${names.join(", ")}).\n`);
    expect(checked.exitCode).toBe(0);
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
    copy.write(page, rows(agreed().join("\n")));
    const { exitCode, output } = await copy.run("drift", "scaiwave", join(copy.folder, page));
    expect(output).toMatch(/^scaiwave: page\.md \(Markdown, \d+ rows read, 0 not understood\)\n[\s\S]*\nNo drift\.\n$/);
    expect(exitCode).toBe(0);
  });

  it("a page with a row that cannot be read is not compared", async () => {
    copy.write(page, rows([...agreed(), "| SW_ROOM_LOCKED | 409/423 |"].join("\n")));
    const { exitCode, output } = await copy.run("drift", "scaiwave", join(copy.folder, page));
    expect(output).toContain('SW_ROOM_LOCKED | 409/423\n    "409/423" is not one status of three digits\n');
    expect(output).toContain("The page was not understood, so it was not compared.");
    expect(exitCode).toBe(2);
  });

  it("reports what only the page has; --write adds stubs that do not compile until somebody decides", async () => {
    copy.write(page, rows([...agreed().filter((row) => !row.includes("SW_ROOM_FORBIDDEN")), "| SW_ROOM_LOCKED | 423 |"].join("\n")));
    const { exitCode, output } = await copy.run("drift", "scaiwave", join(copy.folder, page), "--write");
    expect(exitCode).toBe(1);
    expect(output).toContain('SW_ROOM_LOCKED (423, under "")');
    expect(output).toContain("SW_ROOM_FORBIDDEN (403)");
    expect(output).not.toContain("  SW_ROOM_FROZEN");
    expect(copy.read("packages/scaiwave/src/codes.ts")).toContain("SW_ROOM_LOCKED: { status: 423, kind: DECIDE, retry: DECIDE },");
    const compiler = join(copy.folder, "node_modules/typescript/bin/tsc");
    const compiled = await attempt({ folder: join(copy.folder, "packages/scaiwave"), env: process.env }, process.execPath, [
      compiler,
      "--noEmit",
    ]);
    expect(compiled.exitCode).not.toBe(0);
    expect(compiled.output).toContain("Cannot find name 'DECIDE'");
  });

  it.each([
    ["a page of another service", ["dns", page], "It has none of the codes of dns. Is it the page of another service"],
    ["an option that there is not", ["dns", page, "--fix"], "unknown option '--fix'"],
  ])("%s gets a sentence and exit code 2", async (_, args, sentence) => {
    copy.write(page, rows("| SW_ROOM_FROZEN | 409 |"));
    const { exitCode, output } = await copy.run("drift", ...args);
    expect(output).toContain(sentence);
    expect(output).not.toContain("    at ");
    expect(exitCode).toBe(2);
  });
});
