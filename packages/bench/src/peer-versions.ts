import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { toolFolder } from "@scai-errors/workspace/tools";

const NAMES = ["typescript", "esbuild", "mitata", "zod", "ky", "ofetch", "openai", "stripe", "@octokit/request", "@connectrpc/connect"];

function versionOf(name: string): string {
  const { resolve } = createRequire(`${toolFolder("bench-peers")}/package.json`);
  for (const folder of resolve.paths(name) ?? []) {
    try {
      return (JSON.parse(readFileSync(`${folder}/${name}/package.json`, "utf8")) as { version: string }).version;
    } catch {
      // Not in this folder; the next one up may have it.
    }
  }
  throw new Error(`The package ${name} is not installed; run npm ci.`);
}

/** The installed versions of what is measured and of what measures, as a sentence. */
export function peerVersions(): string {
  return `With ${NAMES.map((name) => `${name} ${versionOf(name)}`).join(", ")}.`;
}
