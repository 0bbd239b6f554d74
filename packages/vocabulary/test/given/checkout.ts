import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Ended, attempt } from "../../src/rehearse/command.js";
import { copyWorkingTree } from "../../src/rehearse/scratch.js";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

/** A copy of the working tree, to be changed and thrown away. */
export interface Checkout {
  readonly folder: string;
  /** Runs one of the commands. */
  run(...args: readonly string[]): Promise<Ended>;
  read(file: string): string;
  /** Replaces the first match in a file; a pattern that matches nothing is an error of the test. */
  edit(file: string, from: RegExp, to: string): void;
  remove(): void;
}

export function checkout(): Checkout {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "checkout-")));
  copyWorkingTree(ROOT, folder);
  const read = (file: string): string => readFileSync(join(folder, file), "utf8");
  return {
    folder,
    read,
    run: (...args) => attempt({ folder, env: process.env }, process.execPath, [join(folder, "packages/vocabulary/bin/run.mjs"), ...args]),
    edit: (file, from, to) => {
      const before = read(file);
      if (!from.test(before)) throw new Error(`${file} has nothing that matches ${from.source}.`);
      writeFileSync(join(folder, file), before.replace(from, to));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
