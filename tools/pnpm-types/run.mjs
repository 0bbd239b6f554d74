// Whether our types travel: installs the packed packages with pnpm, where a program sees only what it asked for, and compiles libraries that export
// what they make of our packages, with every type inferred. One library per service, so that no other package lends it a name.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { pack } from "@scai-errors/workspace/pack";
import { publicPackages, servicePackages } from "@scai-errors/workspace/packages";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const COMPILERS = readdirSync(here("node_modules")).filter((name) => name.startsWith("typescript-"));
const CORE = "@scai-errors/core";
const FETCH = "@scai-errors/fetch";

const project = here(".cache/libraries");
rmSync(project, { recursive: true, force: true });
mkdirSync(project, { recursive: true });

const template = (name) => readFileSync(here(`library/${name}.ts`), "utf8");

/** Statements that hand on every value of an entry, whatever it is called. */
async function everyValue(folder, specifier) {
  const { path } = publicPackages.find((one) => one.folder === folder);
  const names = Object.keys(await import(pathToFileURL(`${path}/dist/index.js`)));
  return `import * as all from "${specifier}";\n${names.map((name) => `export const its_${name} = all.${name};`).join("\n")}\n`;
}

const services = servicePackages.map(({ folder, manifest }) => ({ folder, name: manifest.name }));

/** Statements that hand on a client of every service. */
const everyClient = services
  .map(
    ({ folder, name }) =>
      `import { ${folder} as its_${folder} } from "${name}";\nexport const client_of_${folder} = createFetch(its_${folder});\n`,
  )
  .join("");

const libraries = [
  ...services.map(({ folder, name }) => ({
    folder,
    uses: [name],
    source: template("service")
      .replaceAll("@scai-errors/example", name)
      .replaceAll(/\bexample\b/g, folder),
  })),
  { folder: "fetch", uses: [FETCH, ...services.map(({ name }) => name)], source: template("fetch") + everyClient },
];

const tarballs = await pack(project, [CORE, FETCH, ...services.map(({ name }) => name)]);
const addressOf = (name) => `file:${tarballs.find((tarball) => tarball.name === name).path}`;
const settings = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable"],
  types: [],
  module: "NodeNext",
  moduleResolution: "NodeNext",
};
for (const { folder, uses, source } of libraries) {
  const path = `${project}/${folder}`;
  mkdirSync(path);
  const dependencies = Object.fromEntries(uses.map((name) => [name, addressOf(name)]));
  writeFileSync(`${path}/package.json`, JSON.stringify({ name: folder, private: true, type: "module", dependencies }));
  writeFileSync(`${path}/library.ts`, source);
  writeFileSync(`${path}/every-value.ts`, await everyValue(folder, uses[0]));
  for (const compiler of COMPILERS) {
    const outDir = `out/${compiler}`;
    const emitting = {
      compilerOptions: { ...settings, declaration: true, emitDeclarationOnly: true, outDir },
      files: ["library.ts", "every-value.ts"],
    };
    writeFileSync(`${path}/${compiler}.json`, JSON.stringify(emitting));
    // What was emitted is compiled like a consumer of the library would: a name that leads nowhere would be `any` to those who skip that.
    const reading = { compilerOptions: { ...settings, noEmit: true }, files: [`${outDir}/library.d.ts`, `${outDir}/every-value.d.ts`] };
    writeFileSync(`${path}/${compiler}-emitted.json`, JSON.stringify(reading));
  }
}
// What the packages depend on comes from here too, so that nothing is asked of a registry: core from its tarball, the rest from the repository's install.
const foreign = publicPackages
  .flatMap(({ manifest }) => Object.keys(manifest.dependencies ?? {}))
  .filter((name) => !name.startsWith("@scai-errors/"));
const overrides = {
  [CORE]: addressOf(CORE),
  ...Object.fromEntries(foreign.map((name) => [name, `link:${here(`../../node_modules/${name}`)}`])),
};
writeFileSync(`${project}/package.json`, JSON.stringify({ name: "libraries", private: true, pnpm: { overrides } }));
writeFileSync(`${project}/pnpm-workspace.yaml`, 'packages:\n  - "*"\n');

function run(program, words, cwd) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [here(`node_modules/${program}`), ...words], { cwd, encoding: "utf8" });
  return { failed: status !== 0, output: `${stdout}${stderr}`.trim() };
}

const installed = run("pnpm/bin/pnpm.cjs", ["install", "--offline", "--ignore-scripts", "--store-dir", `${project}/store`], project);
if (installed.failed) {
  console.error(`pnpm could not install the packed packages in ${project}:\n${installed.output}`);
  process.exit(1);
}

/** The packages that a declaration file imports, each once. */
function importedBy(file) {
  const specifiers = readFileSync(file, "utf8").matchAll(/(?:\bfrom |\bimport\()"([^"]+)"/g);
  const packages = [...specifiers].map(([, specifier]) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
  return [...new Set(packages)];
}

/** What is wrong with a library after one compiler; empty where it is whole. */
function faultsOf({ folder, uses }, compiler) {
  const path = `${project}/${folder}`;
  for (const settingsFile of [`${compiler}.json`, `${compiler}-emitted.json`]) {
    const { failed, output } = run(`${compiler}/bin/tsc`, ["-p", settingsFile, "--pretty", "false"], path);
    if (failed) return [`${settingsFile}: ${output}`];
  }
  return ["library.d.ts", "every-value.d.ts"].flatMap((file) =>
    importedBy(`${path}/out/${compiler}/${file}`)
      .filter((name) => !uses.includes(name))
      .map((name) => `${file} imports ${name}, which the library did not install. Export the type from ${uses[0]}.`),
  );
}

const wanted = process.argv.slice(2);
const results = COMPILERS.filter((name) => wanted.length === 0 || wanted.includes(name)).flatMap((compiler) =>
  libraries.map((library) => ({ compiler, folder: library.folder, faults: faultsOf(library, compiler) })),
);
for (const { compiler, folder, faults } of results) {
  console.log(`${compiler}  ${folder}  ${faults.length === 0 ? "whole" : `\n${faults.join("\n")}`}`);
}
if (results.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
