import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CodeDocs } from "@scai-errors/core";
import { describe, expect, it } from "vitest";
import { withRowComments } from "../src/row-comments.js";
import { servicePackages } from "../src/workspace.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

const docs = { ROOM_GONE: { meaning: "The room */ is gone." }, ROOM_FULL: { meaning: "The room is full." } };
const bare = `export const rows = {\n  // Rooms\n  ROOM_GONE: { status: 410 },\n  // Why.\n  ROOM_FULL: {\n    status: 409,\n  },\n} as const;\n`;

describe("the comments above rows", () => {
  it("have the meaning and the address, below what else is said there", () => {
    expect(withRowComments(bare, "hotel", docs)).toBe(
      `export const rows = {
  // Rooms
  /** The room * / is gone.
   * @see https://errors.scailabs.ai/hotel/ROOM_GONE/ */
  ROOM_GONE: { status: 410 },
  // Why.
  /** The room is full.
   * @see https://errors.scailabs.ai/hotel/ROOM_FULL/ */
  ROOM_FULL: {
    status: 409,
  },
} as const;
`,
    );
  });

  it("replace those of other docs, also of codes that are gone", () => {
    const before = withRowComments(bare, "hotel", { ...docs, ROOM_FULL: { meaning: "Before." } });
    expect(withRowComments(before, "hotel", docs)).toBe(withRowComments(bare, "hotel", docs));
    const orphaned = withRowComments(bare, "hotel", docs).replace(/ {2}ROOM_GONE.*\n/, "");
    const { ROOM_FULL } = docs;
    expect(withRowComments(orphaned, "hotel", { ROOM_FULL })).not.toContain("ROOM_GONE");
  });

  it("say that a code is deprecated, so that editors strike it through", () => {
    const deprecated = { ...docs, ROOM_FULL: { ...docs.ROOM_FULL, deprecated: "next; use ROOM_GONE" } };
    const text = withRowComments(bare, "hotel", deprecated);
    expect(text).toContain(
      "  /** The room is full.\n   * @deprecated next; use ROOM_GONE\n   * @see https://errors.scailabs.ai/hotel/ROOM_FULL/ */\n",
    );
    expect(withRowComments(text, "hotel", deprecated)).toBe(text);
    expect(withRowComments(text, "hotel", docs)).not.toContain("@deprecated");
  });

  it("are refused where a row or its docs are missing", () => {
    expect(() => withRowComments(bare, "hotel", { ...docs, ROOM_LOST: { meaning: "Lost." } })).toThrow(
      'hotel: no row of codes.ts begins with "  ROOM_LOST: {"',
    );
    expect(() => withRowComments(bare, "hotel", { ROOM_GONE: docs.ROOM_GONE })).toThrow("hotel: ROOM_FULL has no row in docs.ts.");
  });
});

it.each(servicePackages(ROOT))(
  "the comments of $name say what its docs say; npm run codes:comments writes them",
  async ({ name, folder }) => {
    const source = readFileSync(join(folder, "src/codes.ts"), "utf8");
    // The sources, because the docs as built may be older.
    const sources = (await import(`../../${name}/src/docs.ts`)) as { readonly docs: Readonly<Record<string, CodeDocs>> };
    expect(withRowComments(source, name, sources.docs)).toBe(source);
  },
);
