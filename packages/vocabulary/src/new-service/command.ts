import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isObject } from "@scai-errors/core";
import { format, getFileInfo, resolveConfig } from "prettier";
import { BadInput } from "../bad-input.js";
import type { PageRow } from "../page/rows.js";
import { readJson, servicePackages } from "../workspace.js";
import { type Draft, type Like, capitalized, draftRows, isFailure, isOwn, likeOf, titleOf } from "./draft.js";
import { refuseNameless, withNames } from "./names.js";
import { rowsOfPage } from "./read-page.js";
import { readme } from "./readme.js";
import { sharedFiles } from "./shared-files.js";
import { codesSource, detailsSource, docsSource, indexSource, schemaSource } from "./sources.js";
import { answersTest, detailsTest, pageFixture, readmeTest, typesTest, vocabularyTest } from "./tests.js";

export interface NewServiceOptions {
  readonly like?: string;
  readonly page?: string;
}

const LIKES = ["scaigrid", "scaidrive", "dns"] as const satisfies readonly Like[];

// What cannot be the name of a constant.
const RESERVED = new Set(
  "await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield".split(
    " ",
  ),
);

function checkName(root: string, name: string): void {
  if (!/^[a-z][a-z0-9]*$/.test(name))
    throw new BadInput(`"${name}" cannot be the name of a service. Small letters and digits can, such as scaiflow.`);
  if (RESERVED.has(name))
    throw new BadInput(`"${name}" is a word of the language, and the package exports the service under its name. Choose another.`);
  if (existsSync(join(root, "packages", name)))
    throw new BadInput(`packages/${name} is there already. Choose another name, or remove it first.`);
  const exported = readFileSync(join(root, "packages/core/src/index.ts"), "utf8").replace(/from "[^"]*"/g, "");
  const own = [name, capitalized(name), `${capitalized(name)}Error`];
  const taken = own.find((word) => new RegExp(`\\b${word}\\b`).test(exported));
  if (taken !== undefined)
    throw new BadInput(`"${name}" would export ${taken}, which core exports as something else. Choose another name.`);
}

function givenLike(given: string | undefined): Like | undefined {
  if (given === undefined) return undefined;
  const like = LIKES.find((one) => one === given);
  if (like === undefined)
    throw new BadInput(`--like ${given} is none of ${LIKES.join(", ")}: with codes on the wire, with statuses alone, with messages.`);
  return like;
}

/** What an existing service hands on from core, word for word, so that the new one hands on the same. */
function reExportsOf(root: string, like: Like): string {
  const file = `packages/${like}/src/index.ts`;
  const blocks = readFileSync(join(root, file), "utf8").match(/^(?:\/\/.*\n)?export (?:type )?\{[^}]*\} from "@scai-errors\/core";$/gm);
  if (!blocks) throw new BadInput(`${file} hands on nothing from @scai-errors/core. Restore it from git.`);
  return blocks.join("\n");
}

/** The manifest, in the words of an existing service. */
function manifest(root: string, { name, title, like }: Draft): string {
  const own = readJson(join(root, "packages", like, "package.json"));
  const text = JSON.stringify(
    { ...own, version: "1.0.0", description: `Typed errors for ${title}: its codes, and a parser for its error responses.` },
    undefined,
    2,
  );
  return `${text.replaceAll(new RegExp(`\\b${like}\\b`, "g"), name)}\n`;
}

/** What an import of the service may cost, until somebody measures it: what the smallest of the existing ones may, and something for its codes. */
function ceiling(root: string, { name, rows }: Draft): string {
  const others = servicePackages(root).flatMap((one) => {
    const own = readJson(join(one.folder, "bytes.json"))[one.name];
    return isObject(own) && typeof own.ceiling === "number" ? [own.ceiling] : [];
  });
  const own = 300 + 20 * rows.length;
  const bytes = Math.min(...others) + own;
  return `${JSON.stringify({ [name]: { goal: bytes, ceiling: bytes, notes: [], addsToAll: own } }, undefined, 2)}\n`;
}

const COPIED = ["LICENSE", "tsconfig.json", "vitest.config.ts"];

function ownFiles(root: string, draft: Draft): ReadonlyMap<string, string> {
  const details = detailsTest(draft);
  return new Map([
    ["package.json", manifest(root, draft)],
    ["bytes.json", ceiling(root, draft)],
    ["README.md", readme(draft)],
    ["CHANGELOG.md", `# @scai-errors/${draft.name}\n\n## 1.0.0\n\nFirst release.\n`],
    ["tsup.config.ts", readFileSync(join(root, "packages/scaigrid/tsup.config.ts"), "utf8")],
    ["src/codes.ts", codesSource(draft)],
    ["src/details.ts", detailsSource(draft)],
    ["src/docs.ts", docsSource(draft)],
    ["src/index.ts", indexSource(draft, reExportsOf(root, draft.like))],
    ["src/schema.ts", schemaSource(draft)],
    ["test/fixtures/page.json", pageFixture(draft)],
    ["test/answers.test.ts", answersTest(draft)],
    ...(details === undefined ? [] : [["test/details.test.ts", details] as const]),
    ["test/readme.test.ts", readmeTest(draft)],
    ["test/types.test-d.ts", typesTest(draft)],
    ["test/vocabulary.test.ts", vocabularyTest(draft)],
  ]);
}

async function write(root: string, path: string, text: string): Promise<void> {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  const { ignored, inferredParser } = await getFileInfo(file, { ignorePath: join(root, ".prettierignore") });
  const isFormatted = !ignored && inferredParser !== null;
  writeFileSync(file, isFormatted ? await format(text, { ...(await resolveConfig(file)), filepath: file }) : text);
}

/** What the page lists and the service does without, so that nobody thinks that it is among the codes. */
function leftOutLine(like: Like, failures: readonly PageRow[]): string {
  const keys = failures.filter((row) => !isOwn(like, row)).map(({ key }) => key);
  return keys.length === 0 ? "" : `Left out what a service like ${like} does not tell failures apart by: ${keys.join(", ")}.\n`;
}

/** Makes the package of a new service, and names it wherever services are named. Gives what to do next. */
export async function newService(root: string, name: string, { like, page }: NewServiceOptions): Promise<string> {
  checkName(root, name);
  const given = givenLike(like);
  const said = page === undefined ? [] : rowsOfPage(page, given);
  const failures = said.filter(isFailure);
  const chosen = given ?? (said.length === 0 ? "scaigrid" : likeOf(said));
  const named = withNames(failures.filter((row) => isOwn(chosen, row)));
  if (page !== undefined && named.length === 0) {
    throw new BadInput(`${basename(page)} has none of what a service like ${chosen} tells failures apart by. Choose another with --like.`);
  }
  if (page !== undefined) refuseNameless(page, named);
  const rows = draftRows(named);
  const draft: Draft = { name, title: titleOf(name), typeName: capitalized(name), like: chosen, rows };
  const shared = sharedFiles(root, draft);
  const folder = `packages/${name}`;
  try {
    for (const [path, text] of ownFiles(root, draft)) await write(root, `${folder}/${path}`, text);
    for (const file of COPIED) copyFileSync(join(root, "packages/scaigrid", file), join(root, folder, file));
  } catch (error) {
    // Half a package would be in the way of the next attempt.
    rmSync(join(root, folder), { recursive: true, force: true });
    throw error;
  }
  for (const [path, text] of shared) await write(root, path, text);
  return `Wrote ${folder} with ${rows.length} ${rows.length === 1 ? "code" : "codes"}, like ${chosen}.
${leftOutLine(chosen, failures)}Named it in ${[...shared.keys()].join(", ")}.

Next:
1. npm install
2. Decide what the page does not tell. DECIDE marks every such place, and nothing compiles while one is left:
   grep -rn DECIDE ${folder}/src
3. npm run codes:record
4. npm run golden
5. npm test
`;
}
