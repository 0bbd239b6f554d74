import { fileURLToPath } from "node:url";
import { type Plugin, type Rolldown, build } from "vite";
import type { Assets } from "./pages/layout.js";
import type { CodePage } from "./vocabulary.js";

/** Both where this is read from src, by the tests, and where it is run from lib. */
const client = fileURLToPath(new URL("../client/", import.meta.url));

/** Gives the decoder what it shows of a code, by service and code: the decoder must not ask the server for it, which would tell what was pasted. */
function decoderTexts(pages: readonly CodePage[]): Plugin {
  const name = "virtual:texts";
  const texts: Record<string, Record<string, string>> = {};
  for (const { service, code, text } of pages) texts[service.name] = { ...texts[service.name], [code]: text.fix };
  return {
    name: "decoder-texts",
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) => (id === `\0${name}` ? `export default JSON.parse(${JSON.stringify(JSON.stringify(texts))});` : null),
  };
}

function fileOf(
  chunks: Rolldown.RolldownOutput["output"],
  isIt: (chunk: Rolldown.RolldownOutput["output"][number]) => boolean,
  what: string,
): string {
  const found = chunks.find(isIt);
  if (!found) throw new Error(`The client was built without ${what}.`);
  return found.fileName;
}

/** Builds the style sheet, the search and the decoder into the site's folder. */
export async function buildAssets(out: string, pages: readonly CodePage[]): Promise<Assets> {
  const built = await build({
    root: client,
    base: "./",
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    plugins: [decoderTexts(pages)],
    build: {
      outDir: out,
      emptyOutDir: false,
      target: "es2022",
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { search: `${client}search.ts`, decoder: `${client}decoder.ts`, style: `${client}style.css` },
        output: {
          entryFileNames: "assets/[name]-[hash].js",
          chunkFileNames: "assets/[name]-[hash].js",
          assetFileNames: "assets/[name]-[hash][extname]",
        },
      },
    },
  });
  // One build without watching gives one output.
  const { output } = built as Rolldown.RolldownOutput;
  const entry = (name: string): string =>
    fileOf(output, (chunk) => chunk.type === "chunk" && chunk.isEntry && chunk.name === name, `the entry ${name}`);
  return {
    style: fileOf(output, ({ fileName }) => fileName.endsWith(".css"), "a style sheet"),
    search: entry("search"),
    decoder: entry("decoder"),
  };
}
