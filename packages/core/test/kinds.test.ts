import { describe, expect, it } from "vitest";
import { kindOfStatus, policyOfKind } from "../src/index.js";

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe("the kind of a status", () => {
  it("is the same for all that mean nothing more than their class", async () => {
    const kinds = range(400, 599).map((status) => `${status} ${kindOfStatus(status)} ${policyOfKind(kindOfStatus(status))}`);
    const special = kinds.filter((line) => !/^4\d\d invalid_argument never$|^5\d\d internal once$/.test(line));
    await expect(`${special.join("\n")}\n`).toMatchFileSnapshot("golden/kinds-of-statuses.txt");
  });

  it.each([undefined, 0, 1, 99, 100, 200, 204, 299, 304, 399, 600, 999, NaN, Infinity, -1])("is unknown for %s", (status) => {
    expect(kindOfStatus(status)).toBe("unknown");
  });
});
