import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What an import costs in a browser bundle. */
export interface BytesRow {
  readonly name: string;
  readonly minified: number;
  readonly gzip: number;
}

const SERVICES = ["scaigrid", "scaikey", "scaiwave", "scaidrive", "dns"];

/** Ours and the peers', by what a program has to import to get typed errors of an HTTP API. */
const IMPORTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SERVICES.map((name) => [`@scai-errors/${name}`, `export { ${name} } from "@scai-errors/${name}";`])),
  "all five services": SERVICES.map((name) => `export { ${name} } from "@scai-errors/${name}";`).join("\n"),
  "@scai-errors/fetch, core included": `export { createFetch } from "@scai-errors/fetch";`,
  "@octokit/request-error": `export { RequestError } from "@octokit/request-error";`,
  "openai/core/error": `export { APIError, RateLimitError, NotFoundError } from "openai/core/error";`,
  "openai: error classes": `export { APIError, RateLimitError, NotFoundError } from "openai";`,
  ofetch: `export { ofetch, FetchError } from "ofetch";`,
  ky: `export { default, HTTPError } from "ky";`,
  "@connectrpc/connect: ConnectError and errorFromJson": `export { ConnectError, Code } from "@connectrpc/connect";\nexport { errorFromJson } from "@connectrpc/connect/protocol-connect";`,
  "stripe: Stripe.errors": `import Stripe from "stripe";\nexport const { errors } = Stripe;`,
};

/** Bundles with esbuild for browsers, minified, and compresses with gzip at level 9. Deterministic for given versions. */
export async function measureBytes(): Promise<BytesRow[]> {
  const rows: BytesRow[] = [];
  for (const [name, contents] of Object.entries(IMPORTS)) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: process.cwd() },
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      platform: "browser",
      target: "es2022",
      logLevel: "silent",
    });
    const output = outputFiles[0]?.contents ?? new Uint8Array();
    rows.push({ name, minified: output.length, gzip: gzipSync(output, { level: 9 }).length });
  }
  return rows;
}

/** The installed versions of what is measured, for the record. */
export function versionsOf(names: readonly string[]): Record<string, string> {
  const require = createRequire(import.meta.url);
  return Object.fromEntries(
    names.map((name) => {
      for (const folder of require.resolve.paths(name) ?? []) {
        try {
          return [name, (JSON.parse(readFileSync(`${folder}/${name}/package.json`, "utf8")) as { version: string }).version];
        } catch {
          // Not in this folder; the next one up may have it.
        }
      }
      throw new Error(`The package ${name} is not installed; run npm ci.`);
    }),
  );
}
