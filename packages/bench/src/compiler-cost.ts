import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** What a program costs the compiler. */
export interface CompilerRow {
  readonly shape: "switch" | "match" | "union";
  readonly codes: number;
  readonly instantiations: number;
}

const TSC = resolve("../../node_modules/typescript/bin/tsc");

/** A made-up service of so many codes, and a program that handles them all in the given way. */
function programOf(shape: CompilerRow["shape"], codes: number): string {
  const names = Array.from({ length: codes }, (_, number) => `CODE_${number}`);
  const statuses = [400, 401, 403, 404, 409, 422, 429, 500, 502, 503];
  const rows = names.map((name, number) => `  ${name}: { status: ${statuses[number % statuses.length] ?? 400} },`).join("\n");
  const handled = [...names, "UNRECOGNIZED"];
  const bodies: Readonly<Record<CompilerRow["shape"], string>> = {
    union: `export const status = error.status;`,
    switch: `export function handle(): number {\n  switch (error.code) {\n${handled.map((name, number) => `    case "${name}": return ${number};`).join("\n")}\n    default: return assertNever(error);\n  }\n}`,
    match: `export const handled = match(error, "code", {\n${handled.map((name, number) => `  ${name}: (one) => one.id.length + ${number},`).join("\n")}\n});`,
  };
  return `import { type ErrorsOf, assertNever, match } from "@scai-errors/core";\nconst rows = {\n${rows}\n} as const;\ndeclare const error: ErrorsOf<"made", typeof rows>;\n${bodies[shape]}\nexport { assertNever, match, rows };\n`;
}

/** Type instantiations of one file: deterministic for a version of TypeScript, whatever the machine does. */
export function instantiationsOf(source: string): number {
  // Inside the package, so that the packages resolve as they do for any other program of the workspace.
  const folder = mkdtempSync(resolve(".compiler-"));
  try {
    writeFileSync(join(folder, "program.ts"), source);
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          exactOptionalPropertyTypes: true,
          noEmit: true,
          target: "ES2022",
          module: "NodeNext",
          moduleResolution: "NodeNext",
          lib: ["ES2022", "DOM"],
          types: [],
          skipLibCheck: true,
        },
        include: ["program.ts"],
      }),
    );
    const { stdout } = spawnSync(process.execPath, [TSC, "-p", folder, "--extendedDiagnostics"], { encoding: "utf8" });
    const found = /^Instantiations:\s+(\d+)$/m.exec(stdout)?.[1];
    if (found === undefined || stdout.includes("error TS"))
      throw new Error(`The measured program does not compile:\n${stdout.slice(0, 2000)}`);
    return Number(found);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The cost of handling every code, at several sizes of vocabulary. */
export function measureCompiler(sizes: readonly number[]): CompilerRow[] {
  return (["union", "switch", "match"] as const).flatMap((shape) =>
    sizes.map((codes) => ({ shape, codes, instantiations: instantiationsOf(programOf(shape, codes)) })),
  );
}
