import { type Packed, otherVersion, packed } from "../src/packed.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildSync } from "esbuild";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { table } from "./table.js";

const names = ["scaigrid", "scaikey", "scaiwave", "scaidrive", "dns"];

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

/** Every service bundled and minified on its own, as five front ends would have it. */
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

let files: Packed;
let verdicts: readonly Verdict[];
let copies: readonly Copy[];

beforeAll(() => {
  files = packed(["core", ...names]);
  const other = otherVersion(files, "1.99.0");
  copies = [
    { name: "ESM", kind: "import", files: installed(files.folder, "js") },
    { name: "CJS", kind: "require", files: installed(files.folder, "cjs") },
    { name: "ESM 1.99", kind: "import", files: installed(other, "js") },
    { name: "CJS 1.99", kind: "require", files: installed(other, "cjs") },
    { name: "ESM minified", kind: "import", files: bundled(files.folder, "esm") },
    { name: "CJS minified", kind: "require", files: bundled(files.folder, "cjs") },
  ];
  const probe = fileURLToPath(new URL("../probe/identity.mjs", import.meta.url));
  const printed = execFileSync(process.execPath, [probe, JSON.stringify(copies)], { encoding: "utf8", maxBuffer: 1e9 });
  // The probe is this package's own.
  verdicts = JSON.parse(printed) as Verdict[];
});
afterAll(() => files.dispose());

function count(of: readonly Verdict[], by: "is" | "instanceof"): string {
  return `${of.filter((verdict) => verdict[by]).length} of ${of.length}`;
}

it("recognises its own errors from every copy, and nothing else", () => {
  expect(verdicts.filter((verdict) => verdict.is !== verdict.expected || verdict.instanceof !== verdict.expected)).toEqual([]);
});

it("is the table that people have reviewed", async () => {
  const rows = [...new Set(verdicts.map(({ row }) => row))];
  const lines = [["value", "has to be", "is", "instanceof"]];
  for (const row of rows) {
    const of = verdicts.filter((verdict) => verdict.row === row);
    lines.push([row, of.every(({ expected }) => expected) ? "yes" : "no", count(of, "is"), count(of, "instanceof")]);
  }
  const pairs = [["made by \\ asked of", ...copies.map(({ name }) => name)]];
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
  await expect(`${table(lines)}\n${table(pairs)}`).toMatchFileSnapshot("golden/identity.txt");
});
