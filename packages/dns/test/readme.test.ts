import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { dns } from "../src/index.js";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

it("begins with an example that throws a typed error", async () => {
  const [, example = ""] = /```ts\n(.*?)```/s.exec(readme) ?? [];
  const IMPORT = 'import { dns } from "@scai-errors/dns";\n';
  expect(example).toContain(IMPORT);
  const fetch = () => Promise.resolve(new Response('{"detail":"Record already exists"}', { status: 409 }));
  // An async function has top-level await, as the modules that the example is for.
  const AsyncFunction = (async () => {}).constructor as new (...source: string[]) => (...values: unknown[]) => Promise<void>;
  const run = new AsyncFunction("dns", "fetch", "url", "init", example.replace(IMPORT, ""));
  await expect(run(dns, fetch, "http://localhost/", {})).rejects.toMatchObject({ id: "dns/RECORD_EXISTS" });
});
