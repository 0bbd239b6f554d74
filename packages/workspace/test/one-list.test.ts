import { existsSync, readFileSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { root, servicePackages, workspacePackages } from "../src/packages.js";

const names = servicePackages.map(({ folder }) => new RegExp(`\\b${folder}\\b|\\b${folder}(?=Error|Docs|Schema)`, "i"));

/** Written by people and run: neither built, nor generated, nor what a test compares with, nor data of one case. */
function isSource(file: string): boolean {
  return (
    /\.(?:ts|cts|mts|js|mjs|cjs)$/.test(file) &&
    !/(?:^|\/)(?:node_modules|dist|lib|generated|golden|fixtures|temp|reports|\.next|\.cache|\.turbo|\.stryker-tmp)\//.test(file)
  );
}

/**
 * Where all names may stand: the golden lines of the runtimes ask each service for what only it has, what a command printed is compared, and the
 * check of the site looks at a page of every sort. What answers look like is compared for some codes of each. The command line is published, so it
 * imports what it knows; new:service adds to it.
 */
const KNOWN = [
  "packages/runtimes/src/golden.cjs",
  "packages/vocabulary/test/commands.test.ts",
  "packages/cli/src/services.ts",
  "packages/testing/test/answer.test.ts",
  "tools/site-browser/check.mjs",
];

/**
 * Where one may be missing, because its example needs no more: what a service sends of a sort that the others do not, or a word of help. With one more
 * service they say as much as before.
 */
const EXAMPLES = [
  "packages/cli/test/decode-single.test.ts",
  "packages/cli/test/explain.test.ts",
  "packages/conformance/consumer/consumer.ts",
  "packages/peers/src/cases.mjs",
  "packages/vocabulary/src/cli.ts",
  "packages/vocabulary/test/new-service.test.ts",
];

/** Whether a source names every service, or every one but one: a list of five is one still when there are six. */
function isList(source: string, services: readonly RegExp[] = names): boolean {
  return services.filter((name) => name.test(source)).length >= services.length - 1;
}

/** What is in a folder and not installed there: looking through what others wrote would take seconds. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(`${root}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return entry.name === "node_modules" || entry.name === ".cache" ? [] : filesIn(path);
  });
}

const sources = ["packages", "tools", "examples", "scripts"].flatMap(filesIn).filter(isSource);
const lists = sources.filter((file) => isList(readFileSync(`${root}${file}`, "utf8")));

it.each(lists.filter((file) => ![...KNOWN, ...EXAMPLES].includes(file)))(
  "%s takes the services from what is on disk instead of naming them all",
  (file) => {
    expect.unreachable(
      `${file} names every service, or all but one: a new one would be forgotten there. Import them from @scai-errors/workspace/services; ` +
        `where the names are examples, add the file to EXAMPLES in packages/workspace/test/one-list.test.ts.`,
    );
  },
);

it("looks at sources everywhere, and no exception is left of what has gone", () => {
  for (const folder of ["packages/core/src/", "packages/bench/", "tools/", "examples/", "scripts/"])
    expect(
      sources.some((file) => file.startsWith(folder)),
      folder,
    ).toBe(true);
  expect([...KNOWN, ...EXAMPLES].filter((file) => !sources.includes(file))).toEqual([]);
});

const TEXTS = [
  ...["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"],
  ...workspacePackages.flatMap(({ folder }) => [`packages/${folder}/package.json`, `packages/${folder}/README.md`]),
].filter((file) => existsSync(`${root}${file}`));

it.each(TEXTS)("%s does not count the services, which a sixth would make wrong", (file) => {
  expect(readFileSync(`${root}${file}`, "utf8")).not.toMatch(
    /\b(?:all|the)\s+(?:of\s+)?(?:the\s+)?(?:four|five|six|seven|\d+)\s+services\b/i,
  );
});

it("would see a list, and a list that was whole before one more service came", () => {
  const list = servicePackages.map(({ folder, manifest }) => `import { ${folder} } from "${manifest.name}";`);
  expect(isList(list.join("\n"))).toBe(true);
  expect(isList(list.join("\n"), [...names, /\bscaisixth\b/])).toBe(true);
  expect(isList(list.slice(2).join("\n"))).toBe(false);
});
