import { expect, it } from "vitest";
import { type Section, readPage, writePage } from "../src/proof-page.js";

const sections: readonly Section[] = [
  { title: "Bytes", name: "bytes", measure: () => "" },
  { title: "Start-up", name: "startup", measure: () => "" },
];

it("keeps what an earlier run measured, and says how to measure what none did", () => {
  const first = writePage(sections, new Map([["Bytes", "Some.\n\n### Of them\n\nMore."]]));
  expect(first).toBe(
    "# Proof\n\nEvery figure below was measured and written by `npm run proof`; none is typed. Each part says of which commit it is.\n\n" +
      "## Bytes\n\nSome.\n\n### Of them\n\nMore.\n\n## Start-up\n\nNot measured yet: `npm run proof -- startup`.\n",
  );
  const read = readPage(first);
  expect(read.get("Bytes")).toBe("Some.\n\n### Of them\n\nMore.");
  expect(writePage(sections, read)).toBe(first);
});

it("reads nothing from a page without parts", () => {
  expect([...readPage("")]).toEqual([]);
  expect([...readPage("# Proof\n\nText.\n")]).toEqual([]);
});
