import { build } from "esbuild";
import { gzipSync } from "node:zlib";
import { root } from "./packages.js";

export interface Bundle {
  readonly text: string;
  readonly minified: number;
  /** Bytes after gzip -9. */
  readonly gzip: number;
  /** The files that went in. */
  readonly inputs: readonly string[];
}

/**
 * Bundles a module's source for browsers as an application would, from the packages as built. Deterministic for given versions.
 * @param from the folder whose packages it finds; the repository's root where nothing is said.
 */
export async function bundle(source: string, from: string = root): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: from },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    legalComments: "none",
    logLevel: "silent",
  });
  const [output] = outputFiles;
  if (!output) throw new Error("esbuild gave no output file; a bundle of one entry has exactly one.");
  return {
    text: output.text,
    minified: output.contents.length,
    gzip: gzipSync(output.contents, { level: 9 }).length,
    // What stayed in the output. A file that was looked at and then shaken out costs nothing.
    inputs: Object.entries(Object.values(metafile.outputs)[0]?.inputs ?? {})
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  };
}
