import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, isAbsolute } from "node:path";
import type { Options } from "tsup";

/** What is read of a source map. */
interface SourceMap {
  readonly sources: readonly string[];
}

/**
 * With shared chunks, tsup makes CommonJS of ESM and names the intermediate file in the map, by its path on the machine that builds. A published map
 * says nothing of that machine: the file is named as what it is beside the map. A map that leads nowhere else goes.
 */
function withoutPathsOfThisMachine(dist: string): void {
  for (const file of readdirSync(dist).filter((name) => name.endsWith(".cjs.map"))) {
    // What the build wrote; its shape is the standard's.
    const map = JSON.parse(readFileSync(`${dist}/${file}`, "utf8")) as SourceMap;
    if (map.sources.every((source) => isAbsolute(source))) {
      const code = `${dist}/${file.slice(0, -".map".length)}`;
      writeFileSync(code, readFileSync(code, "utf8").replace(/\n\/\/# sourceMappingURL=\S+\s*$/, "\n"));
      rmSync(`${dist}/${file}`);
    } else {
      const sources = map.sources.map((source) => (isAbsolute(source) ? basename(source) : source));
      writeFileSync(`${dist}/${file}`, JSON.stringify({ ...map, sources }));
    }
  }
}

/** What is run from here and never published: ESM for the Node that builds it, which calls every package as it was built and users get it. */
export const program: Options = { format: ["esm"], target: "node20", clean: true, splitting: true, skipNodeModulesBundle: true };

/** What every published package builds: ESM, CommonJS and declarations for both. */
export function build(entry: Record<string, string>): Options {
  return {
    entry,
    format: ["esm", "cjs"],
    // tsup 8 sets baseUrl itself, which TypeScript 6 rejects (TS5101) unless silenced here.
    dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
    // Without shared chunks every CommonJS entry gets a copy of its own of what it shares with the others.
    splitting: true,
    sourcemap: true,
    clean: true,
    target: "es2022",
    onSuccess: () => {
      withoutPathsOfThisMachine("dist");
      return Promise.resolve();
    },
  };
}
