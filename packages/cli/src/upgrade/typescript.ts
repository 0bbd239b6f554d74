import { createRequire } from "node:module";
import { join } from "node:path";
import type ts from "typescript";
import { Refusal } from "../exit-codes.js";

export type TypeScript = typeof ts;

/**
 * The compiler of a project, whose types decide what names a code.
 * @param name the package to load, for projects whose own compiler has no program interface.
 * @throws Refusal where there is none, or where it has no program interface, as from TypeScript 7 on.
 */
export function compilerOf(folder: string, name: string): TypeScript {
  const require = createRequire(join(folder, "package.json"));
  let compiler: Partial<TypeScript>;
  try {
    // What the package exports, which the check below looks at.
    compiler = require(name) as Partial<TypeScript>;
  } catch {
    throw new Refusal(
      `The package ${name} is not installed in ${folder}, and without a compiler the uses of a code cannot be found; run npm install --save-dev typescript@6.`,
    );
  }
  if (typeof compiler.createProgram !== "function")
    throw new Refusal(
      `The package ${name} in ${folder} has no program interface, which TypeScript has up to version 6; run npm install --save-dev typescript-6@npm:typescript@6 and add --typescript typescript-6.`,
    );
  // What makes programs is the whole compiler.
  return compiler as TypeScript;
}
