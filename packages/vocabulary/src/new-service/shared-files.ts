import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Manifest, packagesOf } from "@scai-errors/workspace/packages-of";
import { BadInput } from "../bad-input.js";
import { servicePackages } from "../workspace.js";
import type { Draft } from "./draft.js";

/** Files of the repository that name every service, with the new one in them: path and text. */
export type ChangedFiles = ReadonlyMap<string, string>;

/** What a published package has for its own tests is chosen by them, and is no list of the services. */
function sectionsOf(manifest: Manifest): readonly ("dependencies" | "devDependencies")[] {
  return manifest.private === true ? ["dependencies", "devDependencies"] : ["dependencies"];
}

/** The manifests of packages that depend on every service there is, and so on the new one. */
function manifests(root: string, packageName: string): ChangedFiles {
  const services = servicePackages(root).map((one) => one.packageName);
  const changed = new Map<string, string>();
  for (const { folder, manifest } of packagesOf(root)) {
    for (const section of sectionsOf(manifest)) {
      const own = manifest[section] ?? {};
      if (!services.every((one) => Object.hasOwn(own, one))) continue;
      const sorted = Object.fromEntries(withService(Object.entries(own), packageName));
      changed.set(`packages/${folder}/package.json`, `${JSON.stringify({ ...manifest, [section]: sorted }, undefined, 2)}\n`);
    }
  }
  return changed;
}

/** The dependencies with one more, behind the last of ours, where it moves nothing else. */
function withService(entries: readonly (readonly [string, unknown])[], packageName: string): readonly (readonly [string, unknown])[] {
  const last = entries.findLastIndex(([name]) => name.startsWith("@scai-errors/"));
  return [...entries.slice(0, last + 1), [packageName, "^1.0.0"], ...entries.slice(last + 1)];
}

/** Puts a line behind the last line of a file that matches; a sentence where there is none. */
function behind(root: string, path: string, lines: readonly { readonly last: RegExp; readonly add: string }[]): string {
  const text = readFileSync(join(root, path), "utf8").split("\n");
  for (const { last, add } of lines) {
    const at = text.findLastIndex((line) => last.test(line));
    if (at < 0) throw new BadInput(`${path} has no line like ${String(last)}, behind which the new service goes. Add it by hand.`);
    text.splice(at + 1, 0, add);
  }
  return text.join("\n");
}

/** Everything outside of the new folder that names the services. */
export function sharedFiles(root: string, { name, title }: Draft): ChangedFiles {
  const packageName = `@scai-errors/${name}`;
  return new Map([
    ...manifests(root, packageName),
    [
      "packages/cli/src/services.ts",
      behind(root, "packages/cli/src/services.ts", [
        {
          last: /^import .* from "@scai-errors\/\w+\/docs";$/,
          add: `import { ${name} } from "${packageName}";\nimport { docs as ${name}Docs } from "${packageName}/docs";`,
        },
        { last: /^ {2}\{ service: \w+, docs: \w+ \},$/, add: `  { service: ${name}, docs: ${name}Docs },` },
      ]),
    ],
    [
      "README.md",
      behind(root, "README.md", [
        { last: /^\| \[`@scai-errors\/dns`\]/, add: `| [\`${packageName}\`](packages/${name}) | ${title}'s error responses | |` },
      ]),
    ],
    [`.changeset/${name}-in-the-cli.md`, `---\n"@scai-errors/cli": minor\n---\n\n\`explain\` and \`decode\` know ${title}.\n`],
  ]);
}
