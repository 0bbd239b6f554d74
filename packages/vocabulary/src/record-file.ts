import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { isObject } from "@scai-errors/core";
import { format } from "prettier";
import { BadInput } from "./bad-input.js";
import type { VocabularyRecord } from "./record.js";
import { parseJson } from "./workspace.js";

/** Where the record of a package is: in the package that ships it, and core's, which nobody needs at run time, here. */
export function recordFile(root: string, name: string): string {
  return name === "core" ? join(root, "packages/vocabulary/records/core.json") : join(root, "packages", name, "codes.json");
}

/** Where the JSON Schema of a service's envelope is. */
export function envelopeFile(root: string, name: string): string {
  return join(root, "packages", name, "envelope.schema.json");
}

/** The record of a package as last released; undefined before its first. */
export function readRecord(root: string, name: string): VocabularyRecord | undefined {
  const file = recordFile(root, name);
  if (!existsSync(file)) return undefined;
  return parseRecord(relative(root, file), readFileSync(file, "utf8"));
}

/** The record that a text holds. `file` is for the sentence where it holds none. */
export function parseRecord(file: string, text: string): VocabularyRecord {
  const record = parseJson(file, text);
  if (typeof record.version !== "string" || !isObject(record.codes) || !isObject(record.unrecognized)) {
    throw new BadInput(`${file} is no record of a vocabulary. Restore it from git.`);
  }
  // Only these tools write the file, and the tests hold it against what they observe.
  return record as unknown as VocabularyRecord;
}

/** The text of a JSON file as the formatter would write it, so that nobody's formatting run changes it. */
export function jsonText(value: unknown): Promise<string> {
  return format(JSON.stringify(value, null, 2), { parser: "json", printWidth: 140 });
}
