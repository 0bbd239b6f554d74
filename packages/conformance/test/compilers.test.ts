import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { examplesOf } from "../src/examples.js";
import { idsSwitch } from "../src/ids-switch.js";
import { install, lend, unpack } from "@scai-errors/workspace/pack";
import { root, servicePackages } from "@scai-errors/workspace/packages";
import { runNode } from "@scai-errors/workspace/run";
import { members } from "@scai-errors/workspace/members";

const { OLDER_COMPILERS } = process.env;
/** By where they are installed. `npm run compilers` sets the folder of the older ones. */
const COMPILERS =
  OLDER_COMPILERS === undefined
    ? [`${root}node_modules/typescript`, `${root}node_modules/typescript-7.0`]
    : [`${OLDER_COMPILERS}/node_modules/typescript-5.4`, `${OLDER_COMPILERS}/node_modules/typescript-5.9`];

const examples = examplesOf(readFileSync(`${root}README.md`, "utf8"));

/** No Node types, no leniency towards our declarations. What consumers set differently is set differently here. */
const common = { strict: true, noEmit: true, skipLibCheck: false, types: [], target: "ES2022", lib: ["ES2022", "DOM", "DOM.Iterable"] };
const SETTINGS = {
  NodeNext: {
    compilerOptions: {
      ...common,
      module: "NodeNext",
      moduleResolution: "NodeNext",
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
    },
    files: [
      "consumer.ts",
      "consumer.cts",
      "tools.ts",
      "all-ids.ts",
      ...members.map(({ service }) => `without-${service.name}.ts`),
      ...examples.map(({ line }) => `readme-${line}.ts`),
    ],
  },
  Bundler: {
    compilerOptions: { ...common, module: "ESNext", moduleResolution: "Bundler" },
    files: ["consumer.ts", "tools.ts"],
  },
  "no platform and NodeNext": {
    compilerOptions: { ...common, lib: ["ES2022"], module: "NodeNext", moduleResolution: "NodeNext" },
    files: ["no-platform.ts"],
  },
};

/** A program for an engine that has the language alone: neither `console` nor `Response`, and none of their types. */
function withoutPlatform(): string {
  return servicePackages
    .map(({ folder, manifest }) => {
      return `import { ${folder} } from "${manifest.name}";\nexport const ${folder}Code: string = ${folder}.decode({ status: 404, body: new Uint8Array() }).code;`;
    })
    .join("\n");
}

const project = `${inject("scratch")}/compiled`;

beforeAll(async () => {
  const alone = ["@scai-errors/core", ...servicePackages.map(({ manifest }) => manifest.name)];
  const tarballs = inject("tarballs");
  await install(
    tarballs.filter(({ name }) => alone.includes(name)),
    project,
  );
  // What these two depend on would have to come from a registry. What their declarations and the schemas' mention is lent to them.
  for (const tarball of tarballs.filter(({ name }) => !alone.includes(name))) await unpack(tarball, project);
  for (const name of ["@opentelemetry/api", "zod"]) lend(name, project);
  for (const file of ["consumer.ts", "consumer.cts", "tools.ts"])
    copyFileSync(new URL(`../consumer/${file}`, import.meta.url), `${project}/${file}`);
  writeFileSync(`${project}/all-ids.ts`, idsSwitch(members));
  writeFileSync(`${project}/no-platform.ts`, withoutPlatform());
  for (const { line, source } of examples) {
    writeFileSync(`${project}/readme-${line}.ts`, `${source}declare const url: string;\ndeclare const init: RequestInit;\n`);
  }
  for (const { service } of members) {
    const codes = Object.keys(service.codes);
    writeFileSync(`${project}/without-${service.name}.ts`, idsSwitch(members, `${service.name}/${codes[codes.length - 1] ?? ""}`));
  }
  for (const [name, settings] of Object.entries(SETTINGS)) writeFileSync(`${project}/tsconfig.${name}.json`, JSON.stringify(settings));
});

describe.each(COMPILERS.map((path) => ({ name: basename(path), compiler: path })))("$name", ({ compiler }) => {
  it.concurrent.each(Object.keys(SETTINGS))("compiles what consumers write, with %s resolution", async (name) => {
    const { output, exitCode } = await runNode([`${compiler}/bin/tsc`, "-p", `tsconfig.${name}.json`, "--pretty", "false"], project);
    expect(output).toBe("");
    expect(exitCode).toBe(0);
  });
});

it("would see a switch that misses an id", async () => {
  const [first] = members;
  const leftOut = `${first?.service.name ?? ""}/${Object.keys(first?.service.codes ?? {})[0] ?? ""}`;
  writeFileSync(`${project}/missing.ts`, idsSwitch(members, leftOut).replace(/.*@ts-expect-error.*\n/, ""));
  const settings = { ...SETTINGS.NodeNext, files: ["missing.ts"] };
  writeFileSync(`${project}/tsconfig.missing.json`, JSON.stringify(settings));
  const { output } = await runNode(
    [`${root}node_modules/typescript-7.0/bin/tsc`, "-p", "tsconfig.missing.json", "--pretty", "false"],
    project,
  );
  expect(output).toMatch(/^missing\.ts\(\d+,\d+\): error TS2345: .* is not assignable to parameter of type 'never'/);
});
