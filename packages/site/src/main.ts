import { fileURLToPath } from "node:url";
import { preview } from "vite";
import { buildSite } from "./build-site.js";

const out = fileURLToPath(new URL("../dist/", import.meta.url));

async function build(): Promise<void> {
  const began = performance.now();
  const { pages, files } = await buildSite(out);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`Wrote ${files} files for ${pages.length} codes to packages/site/dist in ${seconds} s; the example of each code was run.`);
}

/** Serves the site as built, on the loopback interface alone. */
async function serve(): Promise<void> {
  const server = await preview({
    root: out,
    configFile: false,
    appType: "mpa",
    build: { outDir: "." },
    preview: { host: "127.0.0.1", port: Number(process.env["PORT"] ?? 4321) },
  });
  console.log(`The site is at ${server.resolvedUrls?.local[0] ?? "an address that Vite did not tell"}. Ctrl+C ends it.`);
}

const [, , command = ""] = process.argv;
const commands: ReadonlyMap<string, () => Promise<void>> = new Map([
  ["build", build],
  ["serve", serve],
]);
const run = commands.get(command);
if (!run) {
  console.error(`There is no command "${command}". The commands are build and serve.`);
  process.exitCode = 2;
} else await run();
