// Runs this package's commands from the sources: `node packages/vocabulary/bin/run.mjs check`. A fresh clone has no dist, Node 20 cannot read
// types, and the vocabularies have to be those of the working tree. So cli.ts and the services are bundled first, which takes a tenth of a second.
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, servicePackages } from "../../../scripts/packages.mjs";

// Beneath this package, so that the bundle finds what this package depends on.
const out = join(root, "packages/vocabulary/.cache", `${process.pid}`);
// esbuild is tsup's: every checkout that can build has it, with the binary of its platform.
const { build } = createRequire(createRequire(import.meta.url).resolve("tsup/package.json"))("esbuild");

const entries = { cli: join(root, "packages/vocabulary/src/cli.ts") };
for (const { folder, path } of servicePackages) {
  for (const entry of ["index", "docs", "schema"]) entries[`${folder}/${entry}`] = join(path, `src/${entry}.ts`);
}

async function bundle() {
  await build({
    entryPoints: entries,
    outdir: out,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    logLevel: "error",
    plugins: [
      {
        name: "working-tree",
        setup: ({ onResolve }) =>
          onResolve({ filter: /^@scai-errors\// }, ({ path }) => {
            const [, name, entry = "index"] = path.split("/");
            return { path: join(root, "packages", name, "src", `${entry}.ts`) };
          }),
      },
    ],
  });
}

// Not in a finally: commands that are interrupted end the process themselves.
process.once("exit", () => rmSync(out, { recursive: true, force: true }));

await bundle().catch(() => {
  console.error("The sources cannot be bundled; the reason is above. Mend that first.");
  process.exit(2);
});
const { main } = await import(pathToFileURL(join(out, "cli.mjs")).href);
await main(process.argv.slice(2), root, (name, entry) => import(pathToFileURL(join(out, name, `${entry}.mjs`)).href));
