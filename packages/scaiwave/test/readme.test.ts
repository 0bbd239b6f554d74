import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { scaiwave } from "../src/index.js";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

it("begins with an example that throws a typed error", async () => {
  const [, example = ""] = /```ts\n(.*?)```/s.exec(readme) ?? [];
  const IMPORT = 'import { scaiwave } from "@scai-errors/scaiwave";\n';
  expect(example).toContain(IMPORT);
  const fetch = () => Promise.resolve(new Response('{"error":{"code":"SW_ROOM_NOT_FOUND","message":"No room"}}', { status: 404 }));
  // An async function has top-level await, as the modules that the example is for.
  const AsyncFunction = (async () => {}).constructor as new (...source: string[]) => (...values: unknown[]) => Promise<void>;
  const run = new AsyncFunction("scaiwave", "fetch", "url", "init", example.replace(IMPORT, ""));
  await expect(run(scaiwave, fetch, "http://localhost/", {})).rejects.toMatchObject({ id: "scaiwave/SW_ROOM_NOT_FOUND" });
});
