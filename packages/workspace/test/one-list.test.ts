import { readFileSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { servicePackages, workspacePackages } from "../src/packages.js";

const names = servicePackages.map(({ folder }) => new RegExp(`\\b${folder}\\b|\\b${folder}(?=Error|Docs|Schema)`, "i"));

/** Written by people and run: neither built, nor generated, nor what a test compares with, nor data of one case. */
function isSource(file: string): boolean {
  return (
    /\.(?:ts|cts|mts|js|mjs|cjs)$/.test(file) &&
    !/(?:^|\/)(?:node_modules|dist|lib|generated|golden|fixtures|temp|\.cache|\.turbo|\.stryker-tmp)\//.test(file)
  );
}

/**
 * Where all names may stand: the golden lines of the runtimes ask each service for what only it has, what a command printed is compared, and the site
 * knows how the services write their own names, and does without for one that is not there.
 */
const KNOWN = ["runtimes/src/golden.cjs", "vocabulary/test/commands.test.ts", "site/src/services.ts"];

const namesAll = (source: string): boolean => names.every((name) => name.test(source));

const lists = workspacePackages
  .filter(({ manifest }) => manifest.private === true)
  .flatMap(({ folder, path }) =>
    readdirSync(path, { recursive: true, encoding: "utf8" })
      .filter(isSource)
      .filter((file) => namesAll(readFileSync(`${path}/${file}`, "utf8")))
      .map((file) => `${folder}/${file}`),
  );

it.each(lists.filter((file) => !KNOWN.includes(file)))(
  "packages/%s takes the services from @scai-errors/workspace instead of naming them all",
  (file) => {
    expect.unreachable(
      `packages/${file} names every service: a sixth would be forgotten there. Import them from @scai-errors/workspace/services.`,
    );
  },
);

it("would see a list", () => {
  const list = servicePackages.map(({ folder, manifest }) => `import { ${folder} } from "${manifest.name}";`);
  expect(namesAll(list.join("\n"))).toBe(true);
  expect(namesAll(list.slice(1).join("\n"))).toBe(false);
});
