import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findServices } from "../src/find-services.js";

/** A project with packages of its own making. */
let folder: string;

function install(name: string, main: string): void {
  const at = join(folder, "node_modules/@scai-errors", name);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, "index.js"), main);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scai-errors-"));
  const core = dirname(createRequire(import.meta.url).resolve("@scai-errors/core/package.json"));
  mkdirSync(join(folder, "node_modules/@scai-errors"), { recursive: true });
  symlinkSync(core, join(folder, "node_modules/@scai-errors/core"));
  const define = (name: string, find: string) =>
    `const { byWireCode, defineService, errorFirst } = require("@scai-errors/core");
    const rows = { LOST: { kind: "not_found" } };
    exports.${name} = defineService({ name: "${name}", rows, wire: { layers: errorFirst, sendsCodes: true }, findCode: ${find} });`;
  install("sixth", define("sixth", "byWireCode"));
  install("network", define("network", "() => () => undefined"));
  install("broken", "throw new Error('half of it\\u001b[2J is\\nmissing');");
  install("prose", "exports.docs = null;");
  install("nothing", "module.exports = null;");
  install("half", "exports.half = { name: 'half', codes: null, wire: null, decode() {} };");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("without names", () => {
  it("finds every service that is installed, and nothing that only looks like one", () => {
    const warnings: string[] = [];
    const found = findServices(folder, [], (sentence) => warnings.push(sentence));
    expect(found.map(({ name }) => name)).toEqual(["sixth"]);
    expect(warnings).toEqual(["Passed over @scai-errors/broken, which cannot be loaded: half of it is missing"]);
  });

  it("finds them from a folder below", () => {
    mkdirSync(join(folder, "src/deep"), { recursive: true });
    expect(findServices(join(folder, "src/deep"), [], () => undefined)).toHaveLength(1);
  });
});

describe("with names", () => {
  it("loads those, and says what is wrong with others", () => {
    const load = (name: string) => () => findServices(folder, [name], () => undefined).map(({ name }) => name);
    expect(load("@scai-errors/sixth")()).toEqual(["sixth"]);
    expect(load("@scai-errors/network")).toThrow("exports no service; name one that does");
    expect(load("@scai-errors/prose")).toThrow("exports no service; name one that does");
    expect(load("@scai-errors/nothing")).toThrow("exports no service; name one that does");
    expect(load("@scai-errors/half")).toThrow("exports no service; name one that does");
    expect(load("@scai-errors/none")).toThrow("is not installed here, or not built; run npm install @scai-errors/none.");
    expect(load("@scai-errors/broken")).toThrow("The package @scai-errors/broken cannot be loaded: half of it is missing");
  });
});
