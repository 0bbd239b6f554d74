import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { undescribed } from "../src/new-service/rehearse/seen.js";
import { folderWith } from "./given/workspace.js";

it("the rehearsal of a new service knows how each private package shows that it sees the service", () => {
  expect(undescribed(fileURLToPath(new URL("../../../", import.meta.url)))).toEqual([]);
});

it("a private package that it does not know is a sentence", () => {
  const manifest = (isPrivate: boolean) => ({ name: "x", version: "0.0.0", private: isPrivate });
  const root = folderWith({ "packages/attic/package.json": manifest(true), "packages/shop/package.json": manifest(false) });
  expect(undescribed(root)).toEqual([
    "packages/attic is private, and nothing says how it shows that it sees every service. Add it to packages/vocabulary/src/new-service/rehearse/seen.ts.",
  ]);
});
