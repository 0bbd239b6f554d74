import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UNRECOGNIZED } from "@scai-errors/core";
import { buildAssets } from "./assets.js";
import { codePageHtml } from "./pages/code-page.js";
import { codePageJson, codePageMarkdown } from "./pages/code-text.js";
import { decoderPage } from "./pages/decoder-page.js";
import { llmsText } from "./pages/llms-text.js";
import { allCodesPage, homePage, kindsPage, newerConnectionPage, notFoundPage, retryPage, servicePage } from "./pages/overviews.js";
import { connectionService, siteServices } from "./services.js";
import { type CodePage, codePages } from "./vocabulary.js";

/** What was built. */
export interface BuiltSite {
  readonly pages: readonly CodePage[];
  /** How many files were written, those of the client not counted. */
  readonly files: number;
}

/** A row of what the search looks through. */
type SearchRow = readonly [service: string, code: string, status: number | null, meaning: string, message: string];

function searchRow({ service, code, entry, text }: CodePage): SearchRow {
  return [service.name, code, entry.status ?? null, text.meaning, entry.message ?? ""];
}

/** Builds the whole site into a folder, whose former content is removed. Rejects where an example does not do what its page says. */
export async function buildSite(out: string): Promise<BuiltSite> {
  rmSync(out, { recursive: true, force: true });
  const pages = await codePages();
  const assets = await buildAssets(out, pages);
  let files = 0;
  const write = (path: string, text: string): void => {
    const file = join(out, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    files += 1;
  };
  write("index.html", homePage(pages, assets));
  write("codes/index.html", allCodesPage(pages, assets));
  write("kinds/index.html", kindsPage(pages, assets));
  write("retry/index.html", retryPage(pages, assets));
  write("decoder/index.html", decoderPage(assets));
  write("404/index.html", notFoundPage(assets));
  write(`${connectionService.name}/${UNRECOGNIZED}/index.html`, newerConnectionPage(assets));
  write("llms.txt", llmsText(pages));
  write("search.json", JSON.stringify(pages.filter(({ code }) => code !== UNRECOGNIZED).map(searchRow)));
  for (const service of siteServices) write(`${service.name}/index.html`, servicePage(service, pages, assets));
  for (const one of pages) {
    write(`${one.id}/index.html`, codePageHtml(one, pages, assets));
    write(`${one.id}.md`, codePageMarkdown(one, pages));
    write(`${one.id}.json`, codePageJson(one, pages));
  }
  return { pages, files };
}
