import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BadInput } from "../src/bad-input.js";
import { type NewServiceOptions, newService } from "../src/new-service/command.js";
import { PAGE, decide } from "../src/new-service/rehearse/decisions.js";
import { copyWorkingTree } from "../src/rehearse/scratch.js";
import { compileErrors } from "./given/compiler.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/pages/${name}`, import.meta.url));

let parent: string;
let root: string;

beforeAll(() => {
  parent = realpathSync(mkdtempSync(join(tmpdir(), "new-service-")));
  root = join(parent, "copy");
  copyWorkingTree(ROOT, root);
  writeFileSync(join(parent, "page.md"), PAGE);
});

afterAll(() => {
  rmSync(parent, { recursive: true });
});

const read = (file: string): string => readFileSync(join(root, file), "utf8");

function make(name: string, options: NewServiceOptions = {}): Promise<string> {
  return newService(root, name, options);
}

/** What the compiler says about the sources of a service, each sentence once. */
function complaints(name: string): readonly string[] {
  const folder = join(root, "packages", name, "src");
  const files = readdirSync(folder).map((file) => join(folder, file));
  const errors = compileErrors(
    root,
    files.filter((file) => !/schema\.ts$/.test(file)),
  );
  return [...new Set([...errors.values()].flat())];
}

describe("a service with a page", () => {
  it("is a package with everything that a service has, named wherever services are named", async () => {
    const output = await make("scaimill", { page: join(parent, "page.md") });
    expect(output).toContain("Wrote packages/scaimill with 4 codes, like scaigrid.");
    const like = readdirSync(join(root, "packages/scaigrid")).filter(
      (name) => !["dist", "node_modules", "codes.json", "envelope.schema.json"].includes(name),
    );
    expect(readdirSync(join(root, "packages/scaimill"))).toEqual(expect.arrayContaining(like.filter((name) => !name.startsWith("."))));
    for (const file of ["packages/workspace/package.json", "packages/cli/package.json", "packages/cli/src/services.ts", "README.md"]) {
      expect(read(file)).toContain("@scai-errors/scaimill");
    }
    expect(read("packages/scaimill/package.json")).not.toContain("scaigrid");
    expect(read(".changeset/scaimill-in-the-cli.md")).toContain('"@scai-errors/cli": minor');
    expect(JSON.parse(read("packages/scaimill/test/fixtures/page.json"))).toContainEqual({ code: "scaiqueue_auth", status: 502 });
  });

  it("does not compile until it is decided, and says nothing else", () => {
    expect(complaints("scaimill")).toEqual(["Cannot find name 'DECIDE'."]);
    for (const file of ["codes.ts", "details.ts", "docs.ts", "schema.ts", "index.ts"])
      expect(read(`packages/scaimill/src/${file}`)).toContain("DECIDE");
  });

  it("compiles once it is decided", () => {
    decide(root, "scaimill");
    for (const file of readdirSync(join(root, "packages/scaimill/src")))
      expect(read(`packages/scaimill/src/${file}`)).not.toContain("DECIDE");
    // The compiler of these tests keeps what it has read, so what has changed on disk is handed in.
    const folder = join(root, "packages/scaimill/src");
    const decided = Object.fromEntries(readdirSync(folder).map((file) => [join(folder, file), readFileSync(join(folder, file), "utf8")]));
    const errors = compileErrors(
      root,
      Object.keys(decided).filter((file) => !/schema\.ts$/.test(file)),
      decided,
    );
    expect([...errors.values()].flat()).toEqual([]);
  });
});

describe("a service of another sort", () => {
  it("with messages: statuses get the names of RFC 9110, variable parts are details", async () => {
    const output = await make("garden", { page: fixture("garden.txt") });
    expect(output).toContain("like dns");
    const codes = read("packages/garden/src/codes.ts");
    expect(codes).toContain('BED_IS_FULL: { message: "Bed is full", status: 409 },');
    expect(codes).toContain("NOT_FOUND: { status: 404 },");
    expect(codes).toContain("SERVICE_UNAVAILABLE: { status: 503, retry: DECIDE },");
    expect(codes).not.toContain("200");
    expect(read("packages/garden/src/index.ts")).toContain("layers: detailFirst, sendsCodes: false");
    expect(complaints("garden")).toEqual(["Cannot find name 'DECIDE'."]);
  });

  it("with statuses and closes", async () => {
    await make("hedge", { page: fixture("garden.txt"), like: "scaidrive" });
    expect(read("packages/hedge/src/codes.ts")).toContain("CONNECTION_CLOSED_4401: { close: 4401, kind: DECIDE },");
    expect(read("packages/hedge/src/index.ts")).toContain("fromClose: (close: CloseFrame) => create(partsOfClose(rows, close)),");
    expect(complaints("hedge")).toEqual(["Cannot find name 'DECIDE'."]);
  });

  it("without a page", async () => {
    expect(await make("pond")).toContain("Wrote packages/pond with 0 codes, like scaigrid.");
    expect(read("packages/pond/src/codes.ts")).toContain("EXAMPLE_CODE: { status: DECIDE },");
    expect(complaints("pond")).toEqual(["Cannot find name 'DECIDE'."]);
  });
});

describe("a page loses no code", () => {
  const page = (text: string): string => {
    writeFileSync(join(parent, "given.md"), text);
    return join(parent, "given.md");
  };
  const TABLE = "# Errors\n\n| Code | Status |\n|---|---|\n| `ROOM_LOCKED` | 409 |\n";
  const MESSAGES = "# Errors\n\n| Message | Status |\n|---|---|\n";

  it("messages that begin with the same words have names of their own", async () => {
    const messages = [
      "The room cannot be booked today because it burns",
      "The room cannot be booked today because it leaks",
      "The room cannot be booked today",
      "The room `<room>` cannot be booked today",
    ];
    const rows = messages.map((message) => `| ${message} | 409 |`).join("\n");
    const output = await make("burrow", { page: page(`${MESSAGES}${rows}\n`) });
    expect(output).toContain("Wrote packages/burrow with 4 codes, like dns.");
    const codes = read("packages/burrow/src/codes.ts");
    for (const message of messages) expect(codes).toContain(`message: ${JSON.stringify(message.replaceAll("`", ""))}`);
    expect([...codes.matchAll(/^ {2}(\w+):/gm)].map(([, code]) => code)).toEqual([
      "THE_ROOM_CANNOT_BE_BOOKED_TODAY",
      "THE_ROOM_CANNOT_BE_BOOKED_TODAY_BECAUSE",
      "THE_ROOM_CANNOT_BE_BOOKED_TODAY_2",
      "THE_ROOM_CANNOT_BE_BOOKED_TODAY_3",
    ]);
  });

  it("what the service does not tell failures apart by is named as left out", async () => {
    const output = await make("cave", { page: page(`${TABLE}\n| Status | Meaning |\n|---|---|\n| 200 | Fine |\n| 503 | Later |\n`) });
    expect(output).toContain("with 1 code, like scaigrid.\nLeft out what a service like scaigrid does not tell failures apart by: 503.\n");
    expect(await make("den", { page: page(TABLE) })).not.toContain("Left out");
  });

  it("a code that cannot be a name is refused, with what to do", async () => {
    const run = make("scairain", { page: page(`${TABLE}| \`room.missing\` | 404 |\n| \`room-locked\` | 423 |\n`) });
    await expect(run).rejects.toThrow(BadInput);
    await expect(run).rejects.toThrow(
      /^given\.md has entries that give a code no name\..+:\n {2}under "Errors": room\.missing\n {2}under "Errors": room-locked\nTake/,
    );
    expect(existsSync(join(root, "packages/scairain"))).toBe(false);
  });

  it("and so is a message of whose words no name can be made", async () => {
    const run = make("scairain", { page: page(`${MESSAGES}| 部屋がない | 404 |\n| No bed | 404 |\n`) });
    await expect(run).rejects.toThrow('under "Errors": 部屋がない\nTake');
  });

  it("a word that looks like a code and is in no row is refused, unless the service sends no codes", async () => {
    const given = page(`${TABLE}\nROOM_BURNS is never sent.\n\n| Status | Meaning |\n|---|---|\n| 503 | Later |\n`);
    const run = make("scairain", { page: given });
    await expect(run).rejects.toThrow(BadInput);
    await expect(run).rejects.toThrow(
      /^given\.md has words that look like codes,.+:\n {2}under "Errors": ROOM_BURNS, in: ROOM_BURNS is never sent/,
    );
    expect(await make("lair", { page: given, like: "scaidrive" })).toContain("with 1 code, like scaidrive.");
  });
});

describe("what cannot be is a sentence, and leaves nothing behind", () => {
  it.each([
    [
      "a name with a capital",
      "ScaiFlow",
      {},
      '"ScaiFlow" cannot be the name of a service. Small letters and digits can, such as scaiflow.',
    ],
    ["a name that leads out of the folder", "../flow", {}, "cannot be the name of a service"],
    ["a word of the language", "class", {}, '"class" is a word of the language'],
    ["a service that there is", "dns", {}, "packages/dns is there already."],
    ["a package that is no service", "testing", {}, "packages/testing is there already."],
    ["a name that core exports", "transport", {}, '"transport" would export transport, which core exports as something else.'],
    ["a type that core exports", "service", {}, '"service" would export Service'],
    ["a sort that there is not", "scairain", { like: "scaikey" }, "--like scaikey is none of scaigrid, scaidrive, dns"],
    ["a page that there is not", "scairain", { page: "none.md" }, "none.md cannot be read"],
    ["a page without codes", "scairain", { page: join(ROOT, "LICENSE") }, "LICENSE has no table of error codes"],
    [
      "a page that is not understood",
      "scairain",
      { page: fixture("hotel-plain.txt") },
      "hotel-plain.txt has places that cannot be read:\n",
    ],
    [
      "a page of another sort",
      "scairain",
      { page: fixture("hotel.md"), like: "dns" },
      "hotel.md has none of what a service like dns tells failures apart by.",
    ],
  ])("%s", async (_, name, options, sentence) => {
    const run = make(name, options);
    await expect(run).rejects.toThrow(BadInput);
    await expect(run).rejects.toThrow(sentence);
    expect(existsSync(join(root, "packages/scairain"))).toBe(false);
    expect(read("README.md")).not.toContain("scairain");
  });
});
