import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { consumerFixtures } from "../consumer-fixtures.js";
import type { VocabularyRecord } from "../record.js";
import { type Ended, type Place, attempt, succeed } from "./command.js";
import { NEW_CODE } from "./new-code.js";

const PACKAGE = `@scai-errors/${NEW_CODE.service}`;

/** Decodes an answer with a code that is in no release before the rehearsal's, by import and by require, and prints what it became. */
const PROGRAM = `import { createRequire } from "node:module";
import { ${NEW_CODE.service} } from "${PACKAGE}";

const require = createRequire(import.meta.url);
const answer = { status: ${NEW_CODE.status}, headers: {}, body: { error: { code: "${NEW_CODE.code}", message: "Probe." } } };
const record = require("${PACKAGE}/codes.json");
console.log(JSON.stringify({
  imported: ${NEW_CODE.service}.decode(answer).code,
  required: require("${PACKAGE}").${NEW_CODE.service}.decode(answer).code,
  version: require("${PACKAGE}/package.json").version,
  recorded: record.version,
  isListed: "${NEW_CODE.code}" in record.codes,
}));
`;

/** What the program above sees. */
export interface Seen {
  readonly imported: string;
  readonly required: string;
  readonly version: string;
  readonly recorded: string;
  readonly isListed: boolean;
}

/** An application that knows the released codes: an empty project with a program, and with a closed and an open switch. */
export function writeConsumer({ folder }: Place, released: VocabularyRecord): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  writeFileSync(join(folder, "run.mjs"), PROGRAM);
  const fixtures = consumerFixtures(released);
  for (const [file, text] of Object.entries(fixtures)) writeFileSync(join(folder, file), text);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: COMPILER_OPTIONS, files: Object.keys(fixtures) }));
}

/** Installs the caret range of a version, as it stands in an application's package.json. */
export async function installRange(place: Place, version: string): Promise<void> {
  await succeed(place, "npm", ["install", "--prefer-online", `${PACKAGE}@^${version}`]);
}

export async function runProgram(place: Place): Promise<Seen> {
  const output = await succeed(place, process.execPath, ["run.mjs"]);
  // The program above writes it.
  return JSON.parse(output) as Seen;
}

/**
 * Asks the command line what the newest release means to the application, before it is installed.
 * @param cli the program as built.
 * @param compiler the folder of the compiler's package.
 */
export function askWhatChanges(place: Place, cli: string, compiler: string): Promise<Ended> {
  return attempt(place, process.execPath, [cli, "upgrade", PACKAGE, "--typescript", compiler]);
}

/** The strictest that an application compiles with, and no Node types: the public declarations need none. */
const COMPILER_OPTIONS = { noEmit: true, strict: true, module: "nodenext", target: "es2022", lib: ["es2022", "dom"], types: [] };

/** Compiles one of the consumer's files. */
export function compile(place: Place, compiler: string, file: "closed.ts" | "open.ts"): Promise<Ended> {
  const config = join(place.folder, `${file}config.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions: COMPILER_OPTIONS, files: [file] }));
  return attempt(place, process.execPath, [compiler, "--project", config]);
}
