import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { publicPackages, root } from "@scai-errors/workspace/packages";
import { runNode } from "@scai-errors/workspace/run";
import { fragmentsOf, moduleOf } from "../src/fragments.js";

const pages = readdirSync(`${root}docs/fetch`).filter((file) => file.endsWith(".md"));
const documents = [
  "README.md",
  ...publicPackages.map(({ folder }) => `packages/${folder}/README.md`),
  ...pages.map((file) => `docs/fetch/${file}`),
];
const fragments = documents.flatMap((document) =>
  fragmentsOf(readFileSync(`${root}${document}`, "utf8")).map((fragment) => ({ document, ...fragment })),
);

// Inside the package, so that what the fragments import is found as by any other program of the workspace.
const folder = mkdtempSync(fileURLToPath(new URL("../.fragments-", import.meta.url)));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A `return` ends the reader's own function, of which a fragment is the inside. */
const RETURN_OUTSIDE_A_FUNCTION = "TS1108";

it("every fragment of the READMEs compiles", async () => {
  expect(fragments.length).toBeGreaterThan(30);
  mkdirSync(`${folder}/src`);
  for (const { document, ...fragment } of fragments) {
    writeFileSync(`${folder}/src/${document.replaceAll("/", "--")}--${fragment.line}.ts`, moduleOf(fragment));
  }
  writeFileSync(
    `${folder}/tsconfig.json`,
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: true,
        module: "NodeNext",
        target: "ES2022",
        lib: ["ES2022"],
        types: ["node"],
      },
      include: ["src", "../fixtures/assumed.d.ts"],
    }),
  );
  const { output } = await runNode([`${root}node_modules/typescript/bin/tsc`, "-p", folder, "--pretty", "false"], folder);
  const said = output
    .split("\n")
    .filter((line) => line !== "" && !line.includes(`error ${RETURN_OUTSIDE_A_FUNCTION}:`))
    .map((line) =>
      line.replace(/^src\/(.*?)--\d+\.ts\((\d+),\d+\)/, (_, file: string, at: string) => `${file.replaceAll("--", "/")}:${at}`),
    );
  expect(said).toEqual([]);
});
