import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BadInput } from "../src/bad-input.js";
import { drift } from "../src/drift/command.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const load = (name: string, entry: string) => import(join(ROOT, `packages/${name}/src/${entry}.ts`)) as Promise<Record<string, unknown>>;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pages-"));
  const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);
  write("page.md", "| Code | HTTP |\n|---|---|\n| SW_ROOM_FROZEN | 409 |\n");
  write("large.md", Buffer.alloc(50 * 1024 * 1024, "a"));
  write("long.md", "a\n".repeat(20_000));
  write("binary.md", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]));
  write("zeros.md", "a\0b");
  write("prose.md", "# Nothing\n");
  execFileSync("mkfifo", [join(folder, "pipe.md")]);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it.each([
  ["a service that there is not", "hotel", "page.md", 'There is no service "hotel". The services are dns, '],
  ["a directory", "dns", ".", "is a directory. Name the file of the page."],
  ["a pipe, which may never end", "dns", "pipe.md", "pipe.md is no regular file. Save the page to one."],
  ["a file that there is not", "dns", "none.md", "none.md cannot be read"],
  ["50 MB", "dns", "large.md", "large.md has 50 MB; a page of error codes has less than 2."],
  ["20,000 lines", "dns", "long.md", "long.md has 20001 lines; a page of error codes has less than 10000."],
  ["bytes that are no UTF-8", "dns", "binary.md", "binary.md is no text in UTF-8."],
  ["text with zeros", "dns", "zeros.md", "zeros.md is no text in UTF-8."],
  ["no table", "dns", "prose.md", "prose.md has no table of error codes, and no list"],
])("%s gets a sentence", async (_, service, page, sentence) => {
  const run = drift({ root: ROOT, load }, service, join(folder, page), false);
  await expect(run).rejects.toThrow(BadInput);
  await expect(run).rejects.toThrow(sentence);
});
