import { createEmulator } from "@scai-errors/testing";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { transport } from "@scai-errors/core";
import { scaigrid } from "@scai-errors/scaigrid";
import { members } from "@scai-errors/workspace/members";
import * as scaigridPackage from "@scai-errors/scaigrid";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Example, exampleOf } from "../src/example/examples.js";
import { executeExample } from "../src/example/run.js";
import { runWords } from "../src/pages/run-steps.js";

describe("the examples", () => {
  it("compile as they are shown", { timeout: 120_000 }, () => {
    const site = inject("site");
    const sources = new Map<string, string>();
    for (const file of readdirSync(site, { recursive: true, encoding: "utf8" })) {
      if (!/^[a-z]+[/\\]\w+\.json$/.test(file)) continue;
      // Made by the build.
      const { example } = JSON.parse(readFileSync(join(site, file), "utf8")) as { readonly example: { readonly source: string } };
      sources.set(resolve(`examples/${file.replace(/\W/g, "-")}.ts`), example.source);
    }
    // One for every code, and one for the code that nobody knows.
    const ofServices = members.reduce((sum, { docs }) => sum + Object.keys(docs).length + 1, 0);
    expect(sources.size).toBe(ofServices + Object.keys(transport.codes).length);
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: ["node"],
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    };
    const host = ts.createCompilerHost(options);
    const { readFile, fileExists, getSourceFile } = host;
    host.readFile = (name) => sources.get(name) ?? readFile(name);
    host.fileExists = (name) => sources.has(name) || fileExists(name);
    host.getSourceFile = (name, version) => {
      const source = sources.get(name);
      return source === undefined ? getSourceFile(name, version) : ts.createSourceFile(name, source, version);
    };
    const problems = ts.getPreEmitDiagnostics(ts.createProgram([...sources.keys()], options, host));
    expect(
      problems.map(({ messageText, file }) => `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`),
    ).toEqual([]);
  });
});

describe("an example that does not do what its page says", () => {
  let emulator: Awaited<ReturnType<typeof createEmulator>>;
  beforeAll(async () => {
    emulator = await createEmulator({ services: [scaigrid] });
  });
  afterAll(() => emulator.close());

  function run(
    code: "RATE_LIMITED" | "MODEL_NOT_FOUND" | "INTERNAL_ERROR",
    changes: Partial<Example>,
    retryAfterMs?: number,
  ): Promise<string> {
    const entry = scaigrid.codes[code];
    const example = { ...exampleOf("scaigrid", code, entry, "answer"), ...changes };
    const stage = {
      service: "scaigrid",
      code,
      entry,
      url: `${emulator.url}/scaigrid/${code}`,
      send: fetch,
      sha256: "",
      packageName: "@scai-errors/scaigrid",
      servicePackage: scaigridPackage,
    };
    return executeExample(example, stage, retryAfterMs).then(runWords);
  }

  it("is refused, and one that does is not", async () => {
    expect(await run("RATE_LIMITED", {}, 15_000)).toBe("request → 429, then wait 15.5 s, then request → 200");
    expect(await run("MODEL_NOT_FOUND", {})).toBe("request → 404, then “Model not found”");
    await expect(run("MODEL_NOT_FOUND", { scene: "repeated" })).rejects.toThrow(
      'scaigrid/MODEL_NOT_FOUND: the page says that it is handled as "repeated"',
    );
    await expect(run("RATE_LIMITED", { scene: "never" })).rejects.toThrow('it is handled as "never"');
    await expect(run("RATE_LIMITED", {}, 60_000)).rejects.toThrow("nobody comes back earlier than asked");
  });

  it("is refused where it handles another code, or does nothing", async () => {
    const { source } = exampleOf("scaigrid", "AUTH_TOKEN_INVALID", scaigrid.codes.AUTH_TOKEN_INVALID, "answer");
    await expect(run("MODEL_NOT_FOUND", { source })).rejects.toThrow("the page says");
    await expect(run("MODEL_NOT_FOUND", { source: "export {};" })).rejects.toThrow("exports no function to run");
    await expect(run("MODEL_NOT_FOUND", { source: 'import "left-pad"; export async function load() {}' })).rejects.toThrow(
      "imports left-pad",
    );
  });
});
