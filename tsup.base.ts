import type { Options } from "tsup";

/** What every package builds: ESM, CommonJS and declarations for both. */
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
  };
}
