import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

export interface Bundle {
  readonly text: string;
  /** Bytes after gzip -9. */
  readonly gzip: number;
  /** The files that went in. */
  readonly inputs: readonly string[];
}

/** Bundles a module's source for browsers as an application would, from the packages as built. */
export async function bundle(source: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
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
    gzip: gzipSync(output.contents, { level: 9 }).length,
    // What stayed in the output. A file that was looked at and then shaken out costs nothing.
    inputs: Object.entries(Object.values(metafile.outputs)[0]?.inputs ?? {})
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  };
}
