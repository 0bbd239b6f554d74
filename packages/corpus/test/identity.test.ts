import { afterAll, beforeAll, expect, it } from "vitest";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pack, unpack } from "@scai-errors/workspace/pack";
import { services } from "@scai-errors/workspace/services";
import { tableOf } from "@scai-errors/workspace/table";
import { buildSync } from "esbuild";

const names = services.map(({ name }) => name);

interface Verdict {
  readonly row: string;
  readonly maker: string;
  readonly checker: string;
  readonly expected: boolean;
  readonly is: boolean;
  readonly instanceof: boolean;
}

interface Copy {
  readonly name: string;
  readonly kind: "import" | "require";
  readonly files: Readonly<Record<string, string>>;
}

/** Every service bundled and minified on its own, as that many front ends would have it. */
function bundled(folder: string, format: "esm" | "cjs"): Record<string, string> {
  const entries = names.map((name) => {
    const outfile = join(folder, `${name}.min.${format === "esm" ? "mjs" : "cjs"}`);
    const contents = `export * from "@scai-errors/${name}";`;
    buildSync({ stdin: { contents, resolveDir: folder }, bundle: true, minify: true, platform: "browser", format, outfile });
    return [name, outfile];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

function installed(folder: string, extension: "js" | "cjs"): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, join(folder, "node_modules", "@scai-errors", name, "dist", `index.${extension}`)]));
}

/** A second copy of packed packages under another version, as two dependencies of one application can bring it along. */
function otherVersion(folder: string, version: string): string {
  const other = join(folder, "other");
  const scope = join(other, "node_modules", "@scai-errors");
  cpSync(join(folder, "node_modules"), join(other, "node_modules"), { recursive: true });
  for (const name of readdirSync(scope)) {
    const file = join(scope, name, "package.json");
    writeFileSync(file, readFileSync(file, "utf8").replace(/"version": "[^"]+"/, `"version": "${version}"`));
  }
  return other;
}

/** Where the packages are unpacked, and no workspace can help them. */
const folder = mkdtempSync(join(tmpdir(), "scai-errors-identity-"));
let verdicts: readonly Verdict[];
let copies: readonly Copy[];

beforeAll(async () => {
  const packages = ["core", ...names].map((name) => `@scai-errors/${name}`);
  for (const tarball of await pack(folder, packages)) await unpack(tarball, folder);
  const other = otherVersion(folder, "1.99.0");
  copies = [
    { name: "ESM", kind: "import", files: installed(folder, "js") },
    { name: "CJS", kind: "require", files: installed(folder, "cjs") },
    { name: "ESM 1.99", kind: "import", files: installed(other, "js") },
    { name: "CJS 1.99", kind: "require", files: installed(other, "cjs") },
    { name: "ESM minified", kind: "import", files: bundled(folder, "esm") },
    { name: "CJS minified", kind: "require", files: bundled(folder, "cjs") },
  ];
  const probe = fileURLToPath(new URL("../probe/identity.mjs", import.meta.url));
  const printed = execFileSync(process.execPath, [probe, JSON.stringify({ names, copies })], { encoding: "utf8", maxBuffer: 1e9 });
  // The probe is this package's own.
  verdicts = JSON.parse(printed) as Verdict[];
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function count(of: readonly Verdict[], by: "is" | "instanceof"): string {
  return `${of.filter((verdict) => verdict[by]).length} of ${of.length}`;
}

it("recognises its own errors from every copy, and nothing else", () => {
  expect(verdicts.filter((verdict) => verdict.is !== verdict.expected || verdict.instanceof !== verdict.expected)).toEqual([]);
});

it("is the table that people have reviewed", async () => {
  const rows = [...new Set(verdicts.map(({ row }) => row))];
  const lines: string[][] = [];
  for (const row of rows) {
    const of = verdicts.filter((verdict) => verdict.row === row);
    lines.push([row, of.every(({ expected }) => expected) ? "yes" : "no", count(of, "is"), count(of, "instanceof")]);
  }
  const pairs: string[][] = [];
  for (const { name: maker } of copies) {
    const of = verdicts.filter((verdict) => verdict.row === "an error" && verdict.maker === maker);
    pairs.push([
      maker,
      ...copies.map(({ name }) =>
        count(
          of.filter(({ checker }) => checker === name),
          "is",
        ),
      ),
    ]);
  }
  const text = [
    ...tableOf(["value", "has to be", "is", "instanceof"], lines),
    "",
    ...tableOf(["made by \\ asked of", ...copies.map(({ name }) => name)], pairs),
    "",
  ].join("\n");
  await expect(text).toMatchFileSnapshot("golden/identity.txt");
});
