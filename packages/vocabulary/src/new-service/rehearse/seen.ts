import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { errorNameOf } from "@scai-errors/core";
import { packagesOf } from "@scai-errors/workspace/packages-of";
import { type Place, succeed } from "../../rehearse/command.js";

/** What a private package makes of the list of services; a service that it has forgotten does not stand in it. */
interface Derived {
  readonly what: string;
  /** Whether the service is in it. */
  readonly has: (place: Place, name: string) => Promise<boolean> | boolean;
}

function inFile(path: string, shows: (text: string, name: string) => boolean): Derived {
  return {
    what: path,
    has: ({ folder }, name) => existsSync(join(folder, path)) && shows(readFileSync(join(folder, path), "utf8"), name),
  };
}

/** The names of the tests in a file, which are made from the list. */
function inTests(packageFolder: string, file: string, title: (name: string) => string): Derived {
  return {
    what: `the tests of packages/${packageFolder}/${file}`,
    has: async ({ folder, env }, name) => {
      const vitest = join(folder, "node_modules/vitest/vitest.mjs");
      const listed = await succeed({ folder: join(folder, "packages", packageFolder), env }, process.execPath, [vitest, "list", file]);
      return listed.includes(title(name));
    },
  };
}

const DERIVED: Readonly<Record<string, readonly Derived[]>> = {
  workspace: [
    inFile("packages/workspace/generated/services.ts", (text, name) =>
      text.split("\n").some((line) => line.startsWith("export type AnyError =") && line.includes(errorNameOf(name))),
    ),
    inFile("packages/workspace/generated/members.ts", (text, name) => text.includes(`  ${name}: { service: ${name}, `)),
  ],
  bench: [inTests("bench", "test/hover.test.ts", (name) => `names the type of whatever '${name}' exports`)],
  conformance: [
    inTests("conformance", "test/answers.test.ts", (name) => `what '${name}' sends`),
    inTests("conformance", "test/bytes.test.ts", (name) => `{ '${name}' }: at most `),
  ],
  corpus: [inTests("corpus", "test/corpus.test.ts", (name) => ` > ${name} > `)],
  demo: [
    {
      what: "what npm run demo prints",
      has: async (place, name) => (await succeed(place, process.execPath, ["packages/demo/dist/main.js"])).includes(`  ${name} `),
    },
  ],
  runtimes: [inFile("packages/runtimes/src/golden.txt", (text, name) => text.includes(`\n${name}, nothing but a status: `))],
  site: [inTests("site", "test/site.test.ts", (name) => `the pages of '${name}'`)],
  vocabulary: [inTests("vocabulary", "test/details-types.test.ts", (name) => `'${name}' > `)],
};

/** Private packages in which no service has to stand, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  peers: "It asks servers that are installed for what some services send.",
  simulation: "It simulates the callers of one service.",
};

/** Sentences about private packages of which nobody has said how it shows that they see every service. */
export function undescribed(root: string): readonly string[] {
  return packagesOf(root)
    .filter(({ folder, manifest }) => manifest.private === true && !Object.hasOwn({ ...DERIVED, ...WITHOUT }, folder))
    .map(
      ({ folder }) =>
        `packages/${folder} is private, and nothing says how it shows that it sees every service. Add it to packages/vocabulary/src/new-service/rehearse/seen.ts.`,
    );
}

/** Sentences about private packages that do not see a service. */
export async function unseen(place: Place, name: string): Promise<readonly string[]> {
  const sentences: string[] = [];
  for (const [folder, derived] of Object.entries(DERIVED)) {
    for (const { what, has } of derived) {
      if (!(await has(place, name)))
        sentences.push(
          `packages/${folder} does not see ${name}: it is not in ${what}. Take the services from @scai-errors/workspace there.`,
        );
    }
  }
  return sentences;
}
