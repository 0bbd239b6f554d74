import { bundle } from "@scai-errors/workspace/bundle";
import { ceilings } from "@scai-errors/workspace/ceilings";
import { toolFolder } from "@scai-errors/workspace/tools";

/** What an import costs in a browser bundle. */
export interface BytesRow {
  readonly name: string;
  readonly minified: number;
  readonly gzip: number;
}

/** Ours and the peers', by what a program has to import to get typed errors of an HTTP API. */
const IMPORTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ceilings.map(({ name, source }) => [name, source])),
  "@octokit/request-error": `export { RequestError } from "@octokit/request-error";`,
  "openai/core/error": `export { APIError, RateLimitError, NotFoundError } from "openai/core/error";`,
  "openai: error classes": `export { APIError, RateLimitError, NotFoundError } from "openai";`,
  ofetch: `export { ofetch, FetchError } from "ofetch";`,
  ky: `export { default, HTTPError } from "ky";`,
  "@connectrpc/connect: ConnectError and errorFromJson": `export { ConnectError, Code } from "@connectrpc/connect";\nexport { errorFromJson } from "@connectrpc/connect/protocol-connect";`,
  "stripe: Stripe.errors": `import Stripe from "stripe";\nexport const { errors } = Stripe;`,
};

/** Bundled for browsers, minified and compressed with gzip at level 9. */
export async function measureBytes(): Promise<BytesRow[]> {
  const rows: BytesRow[] = [];
  for (const [name, source] of Object.entries(IMPORTS)) {
    const { minified, gzip } = await bundle(source, toolFolder("bench-peers"));
    rows.push({ name, minified, gzip });
  }
  return rows;
}
