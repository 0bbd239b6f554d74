import { describe, expect, it } from "vitest";
import type { Changeset } from "../src/changesets.js";
import { namedInVain, untold } from "../src/code-names.js";
import { diff } from "../src/diff.js";
import type { Compared } from "../src/gate.js";
import { code, record } from "./given/records.js";
import { folderWith } from "./given/workspace.js";

const before = record({ ROOM_GONE: code(), ROOM_OLD: code({ meaning: "Old." }) });
const after = record({ ROOM_NEW: code({ since: "next", meaning: "Old." }), BED: code({ since: "next", meaning: "No bed." }) });
const hotel: Compared = {
  name: "hotel",
  packageName: "@scai-errors/hotel",
  before,
  after,
  changes: diff(before, after),
  problems: [],
};
const changeset = (text: string, name = "@scai-errors/hotel"): Changeset => ({
  file: ".changeset/a.md",
  releases: new Map([[name, "major"]]),
  text,
});

describe("a changed code", () => {
  const codes = (...changesets: readonly Changeset[]): readonly string[] => untold(hotel, changesets).map(({ subject }) => subject);

  it("has to be named by a changeset of its package", () => {
    expect(codes()).toEqual(["BED", "ROOM_GONE", "ROOM_OLD"]);
    expect(codes(changeset("No BED any more; see `ROOM_GONE`."))).toEqual(["ROOM_OLD"]);
    expect(codes(changeset("BED", "@scai-errors/garden"))).toContain("BED");
  });

  it("that was renamed, by its new name", () => {
    expect(codes(changeset("BED, ROOM_GONE, ROOM_OLD"))).toEqual(["ROOM_OLD"]);
    expect(codes(changeset("BED, ROOM_GONE"), changeset("ROOM_NEW"))).toEqual([]);
  });

  it("is not named by a part of another word", () => {
    expect(codes(changeset("BEDS, ROOM_GONE_AWAY, ROOM_NEWER"))).toEqual(["BED", "ROOM_GONE", "ROOM_OLD"]);
  });
});

describe("a name in a changeset", () => {
  const root = () =>
    folderWith({
      "packages/hotel/src/index.ts": "export const MAX_GUESTS = 4; // NO_COLOR\n   * @see https://errors/hotel/ROOM_LEFT/ */\n",
    });
  const sentences = (text: string, name?: string): readonly string[] => namedInVain(root(), [hotel], [changeset(text, name)]);

  it("of a code that there is or was is right, and so is one of the sources", () => {
    expect(sentences("ROOM_GONE, ROOM_NEW and BED; at most MAX_GUESTS. UNRECOGNIZED, HTTP, `GET`.")).toEqual([]);
  });

  it("of a code that there is not is a sentence, once", () => {
    expect(sentences("ROOM_LEFT is new. See ROOM_LEFT.")).toEqual([
      ".changeset/a.md names ROOM_LEFT, which is no code of any service and stands nowhere in the sources of @scai-errors/hotel. Name the code as it is now, or run: npm run codes:check -- --write",
    ]);
  });

  it("in a line that was written by --write needs no underscore to be one", () => {
    expect(sentences("- `SOFA` is added: 404.")).toHaveLength(1);
    expect(sentences("- `BED` is added: 404.")).toEqual([]);
  });

  it("is nothing where no vocabulary is concerned", () => {
    expect(sentences("ROOM_LEFT", "@scai-errors/fetch")).toEqual([]);
  });
});
