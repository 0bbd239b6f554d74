import { type Html, html, prose } from "../html.js";
import type { CodePage } from "../vocabulary.js";

/** The status of a code in a list: a number, or what the code arrives with instead. */
function statusLabel({ entry, arrival }: CodePage): string {
  if (entry.status !== undefined) return `${entry.status}`;
  return arrival.by === "close" ? `${arrival.close}` : "–";
}

/**
 * Codes with their status and meaning, each a link to its page.
 * @param named by their codes alone, or by their ids where codes of several services stand together
 */
export function codeList(pages: readonly CodePage[], root: string, named: "code" | "id" = "code"): Html {
  return html`<ul class="codes">
    ${pages.map(
      (page) =>
        html`<li class="accent-${page.service.accent}">
          <a href="${root}${page.id}/"><b>${statusLabel(page)}</b> <code>${page[named]}</code></a> <span>${prose(page.text.meaning)}</span>
        </li> `,
    )}
  </ul>`;
}

/** Codes in lists under headings, in the order in which the headings first come. */
export function groupedCodeList(pages: readonly CodePage[], root: string, groupOf: (page: CodePage) => string): Html {
  const groups = new Map<string, CodePage[]>();
  for (const page of pages) groups.set(groupOf(page), [...(groups.get(groupOf(page)) ?? []), page]);
  return html`${[...groups].map(
    ([name, codes]) =>
      html`<section aria-labelledby="${anchorOf(name)}">
        <h2 id="${anchorOf(name)}">${name} <small>${codes.length}</small></h2>
        ${codeList(codes, root)}
      </section> `,
  )}`;
}

/** A heading as the part of an address that leads to it. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
