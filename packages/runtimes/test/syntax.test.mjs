import { readFileSync, readdirSync } from "node:fs";
import { publicPackages } from "@scai-errors/workspace/packages";
import { transform } from "esbuild";
import { expect, it } from "vitest";

// What browsers load: the packages with a build for them, without what only Node runs.
const forBrowsers = publicPackages.filter(({ manifest }) => !manifest.bin && manifest.name !== "@scai-errors/testing");
const files = forBrowsers.flatMap(({ path }) =>
  readdirSync(`${path}/dist`)
    .filter((file) => /\.c?js$/.test(file))
    .map((file) => ({
      file: `${path}/dist/${file}`,
      code: readFileSync(`${path}/dist/${file}`, "utf8").replace(/^\/\/# sourceMappingURL.*$/m, ""),
    })),
);

/** Versions to choose from, oldest first. */
const versions = {
  chrome: Array.from({ length: 60 }, (_, at) => `${at + 70}`),
  firefox: Array.from({ length: 60 }, (_, at) => `${at + 70}`),
  safari: ["13", "13.1", "14", "14.1", "15", "15.4", "16", "16.4", "17"],
};

/** Whether the compiler leaves every file as it is for a browser: it rewrites whatever the browser does not know. */
async function knows(browser, version) {
  for (const { code } of files) {
    const [whole, lowered] = await Promise.all(
      ["esnext", `${browser}${version}`].map((target) => transform(code, { target, logLevel: "silent" }).catch(() => undefined)),
    );
    if (lowered?.code !== whole?.code || lowered?.warnings.length) return false;
  }
  return true;
}

async function oldest(browser) {
  for (const version of versions[browser]) if (await knows(browser, version)) return version;
  return undefined;
}

it("finds files to look at", () => {
  expect(files.length).toBeGreaterThan(20);
});

it("needs the browsers that the README names, and no newer ones", async () => {
  const [chrome, firefox, safari] = await Promise.all(["chrome", "firefox", "safari"].map(oldest));
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  expect(readme).toContain(`Chrome and Edge ${chrome}, Firefox ${firefox}, Safari ${safari}`);
});

it("has no lookbehind and no class of Unicode in a literal: a syntax error for a whole bundle, where an engine does not know them", () => {
  for (const { file, code } of files) {
    expect(code.match(/\(\?<[=!]/g), file).toBeNull();
    expect(code.match(/\\p\{/gi), file).toBeNull();
  }
});
