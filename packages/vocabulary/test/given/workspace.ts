import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Base } from "../../src/base.js";

/** Writes files beneath a folder, and makes the folders that they are in. */
export function writeFiles(root: string, files: Readonly<Record<string, unknown>>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), typeof content === "string" ? content : JSON.stringify(content));
  }
}

/** A folder with some files, which goes with the test. What is no text is written as JSON. */
export function folderWith(files: Readonly<Record<string, unknown>>): string {
  const root = mkdtempSync(join(tmpdir(), "workspace-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFiles(root, files);
  return root;
}

/** A base that had some files. */
export function baseWith(files: Readonly<Record<string, unknown>>, changed: readonly string[] = []): Base {
  return {
    commit: "abc1234",
    changed: () => changed,
    read: (file) => {
      const content = files[file];
      return typeof content === "string" || content === undefined ? content : JSON.stringify(content);
    },
  };
}
