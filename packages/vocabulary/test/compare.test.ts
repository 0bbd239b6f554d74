import { describe, expect, it } from "vitest";
import { compare } from "../src/compare.js";
import type { VocabularyRecord } from "../src/record.js";
import type { WorkingVocabulary } from "../src/working-tree.js";
import { code, record } from "./given/records.js";
import { baseWith, folderWith } from "./given/workspace.js";

const FILE = "packages/hotel/codes.json";
const SCHEMA = "packages/hotel/envelope.schema.json";
const released = record({ ROOM: code() });
const more = (version: string, since: string): VocabularyRecord =>
  record({ ROOM: code(), BED: code({ meaning: "No bed.", since }) }, version);

function working(one: VocabularyRecord): WorkingVocabulary {
  return { name: "hotel", packageName: "@scai-errors/hotel", record: one, envelope: "{}" };
}

/** What is found where the working tree records one thing, the base another, and the sources say a third. */
function found(here: unknown, atBase: unknown, sources: VocabularyRecord) {
  const root = folderWith({ ...(here !== undefined && { [FILE]: here }), [SCHEMA]: "{}", "packages/hotel/package.json": {} });
  const [one] = compare(root, [working(sources)], baseWith(atBase === undefined ? {} : { [FILE]: atBase, [SCHEMA]: "{}" }));
  return { changes: one!.changes.map(({ id }) => id), problems: one!.problems, released: one!.before.version };
}

describe("against the base", () => {
  it("nothing has changed", () => {
    expect(found(released, released, released)).toEqual({ changes: [], problems: [], released: "1.0.0" });
  });

  it("a record that is as at the base counts", () => {
    expect(found(released, released, more("1.0.0", "next"))).toEqual({ changes: ["added"], problems: [], released: "1.0.0" });
  });

  it("a record that was rewritten does not, and is to be restored", () => {
    const { changes, problems } = found(more("1.0.0", "1.0.0"), released, more("1.0.0", "1.0.0"));
    expect(changes).toEqual(["added"]);
    expect(problems).toEqual([
      `${FILE} is not what was released as 1.0.0. The record of a version is written once, by npm run version-packages. Restore it with: git checkout abc1234 -- ${FILE}`,
    ]);
  });

  it("an envelope's schema that was rewritten does not either", () => {
    const root = folderWith({ [FILE]: released, [SCHEMA]: "{}" });
    const [one] = compare(root, [working(released)], baseWith({ [FILE]: released, [SCHEMA]: '{ "type": "object" }' }));
    expect(one!.changes.map(({ id }) => id)).toEqual(["envelope"]);
  });

  it("a record that was deleted is to be restored", () => {
    expect(() => found(undefined, released, released)).toThrow(
      `${FILE} was deleted, and with it what @scai-errors/hotel has released. Restore it with: git checkout abc1234 -- ${FILE}`,
    );
  });

  it("a record that never was is to be written", () => {
    expect(() => found(undefined, undefined, released)).toThrow("@scai-errors/hotel has no record of its vocabulary. Write its first");
    expect(found(released, undefined, released).changes).toEqual([]);
  });

  it("a record of another service came with a copied folder", () => {
    expect(() => found({ ...released, service: "inn" }, undefined, released)).toThrow(
      `${FILE} is the record of inn, copied along with its folder. Delete it, and write the first of hotel with: npm run codes:record`,
    );
  });

  it("a record that is none is a sentence, wherever it is", () => {
    expect(() => found("[", released, released)).toThrow(/codes\.json cannot be read as JSON .+ Restore it from git\.$/);
    expect(() => found({ version: 1 }, released, released)).toThrow(`${FILE} is no record of a vocabulary. Restore it from git.`);
    expect(() => found(released, "no JSON", released)).toThrow(`${FILE} cannot be read as JSON`);
  });
});

describe("a release", () => {
  it.each([
    ["1.1.0", "a minor"],
    ["2.0.0", "more than it needs"],
  ])("of a new code as %s is %s", (version) => {
    expect(found(more(version, version), released, more(version, version))).toEqual({ changes: [], problems: [], released: version });
  });

  it.each(["1.0.1", "1.0.1-beta.1"])("of a new code as %s is too small", (version) => {
    expect(found(more(version, version), released, more(version, version)).problems).toEqual([
      expect.stringMatching(
        /^@scai-errors\/hotel went from 1\.0\.0 to \S+, a (?:patch|none) step, and what its record says has changed needs a minor one\./,
      ),
    ]);
  });

  it("backwards is none", () => {
    const { problems } = found({ ...released, version: "0.9.0" }, released, { ...released, version: "0.9.0" });
    expect(problems).toEqual([expect.stringContaining("went from 1.0.0 to 0.9.0, which is backwards.")]);
  });

  it("leaves what came after it to the changesets", () => {
    const { changes } = found(more("1.1.0", "1.1.0"), released, record({ BED: code({ meaning: "No bed.", since: "1.1.0" }) }, "1.1.0"));
    expect(changes).toEqual(["removed"]);
  });
});
