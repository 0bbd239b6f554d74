import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const folder = new URL("without-dom/", import.meta.url).pathname;
const compiler = new URL("../../../node_modules/typescript/bin/tsc", import.meta.url).pathname;

/** What the compiler says of the built package in a project without the DOM library, with the types of Node. */
async function complaints(moduleResolution: string, module: string): Promise<string> {
  // Inside the package, where its own name leads to what was built.
  const project = await mkdtemp(join(folder, "..", "..", ".compiler-"));
  try {
    const compilerOptions = {
      target: "ES2022",
      lib: ["ES2023"],
      types: ["node"],
      module,
      moduleResolution,
      strict: true,
      noEmit: true,
      // Types of others that need the DOM are theirs.
      skipLibCheck: true,
      ignoreDeprecations: "6.0",
    };
    await writeFile(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [join(folder, "use.ts")] }));
    const { stdout } = await promisify(execFile)(process.execPath, [compiler, "-p", project]).catch(
      (failed: unknown) => failed as { stdout: string },
    );
    return stdout;
  } finally {
    await rm(project, { recursive: true });
  }
}

test.each([
  ["NodeNext", "NodeNext"],
  ["node10", "CommonJS"],
])("compiles without the DOM library, subpaths included: %s", async (moduleResolution, module) => {
  expect(await complaints(moduleResolution, module)).toBe("");
});
