import { UNRECOGNIZED } from "@scai-errors/core";
import { siteServices } from "../services.js";
import type { CodePage } from "../vocabulary.js";

/** The index for language models: every code with its meaning, and the address of its page as Markdown. */
export function llmsText(pages: readonly CodePage[]): string {
  const blocks = siteServices.map(({ title, name, packageName }) => {
    const own = pages.filter(({ service }) => service.name === name);
    const lines = own.map(({ code, url, text, entry }) => {
      const status = entry.status === undefined ? "" : ` (${entry.status})`;
      return `- [${code}](${url.slice(0, -1)}.md)${status}: ${code === UNRECOGNIZED ? "a code that the package does not know" : text.meaning}`;
    });
    return `## ${title}\n\nTyped by \`${packageName}\`.\n\n${lines.join("\n")}`;
  });
  return `# Scai errors

> Every error code of the Scai platform: meaning, cause, fix, retry advice, the answer on the wire, and an executed example of handling it. Each page is Markdown (\`.md\`), JSON (\`.json\` in place of \`.md\`) and HTML (a slash in place of \`.md\`).

${blocks.join("\n\n")}
`;
}
