import { BadInput } from "../bad-input.js";
import { readFlattened } from "./flattened.js";
import { readHtml } from "./html.js";
import { readMarkdown } from "./markdown.js";
import { CODE, type PageContent, type PageTable } from "./page.js";

/** What a page says about one failure. */
export interface PageEntry {
  /** By what the page identifies it. */
  readonly by: "code" | "message" | "status" | "close";
  /** The code, the message, or the number. */
  readonly key: string;
  /** The HTTP status; undefined where the page gives none. */
  readonly status: number | undefined;
  readonly heading: string;
}

function contentOf(text: string): PageContent {
  if (/<(?:!doctype html|html|table)\b/i.test(text)) return readHtml(text);
  const markdown = readMarkdown(text);
  // A table whose rows have a single cell was broken when the page was flattened.
  const isWhole = markdown.tables.length > 0 && markdown.tables.every(({ rows }) => rows.every(({ cells }) => cells.length > 1));
  return isWhole ? markdown : readFlattened(text);
}

function statusOf(cell = ""): number | undefined {
  const [digits] = /^\d{3}(?!\d)/.exec(cell) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** The entries of a table: its rows that have a code, a message, a status or a close code as their key. Other tables give none. */
function entriesOf({ columns, rows }: PageTable): PageEntry[] {
  const at = (...titles: RegExp[]): number =>
    titles.map((title) => columns.findIndex((column) => title.test(column))).find((one) => one >= 0) ?? -1;
  const status = at(/^(?:http|status)/i);
  const message = at(/^message$/i);
  const code = at(/^(?:error )?code$/i);
  const key = message >= 0 && code < 0 ? message : code >= 0 ? code : status;
  return rows.flatMap(({ cells, heading }): readonly PageEntry[] => {
    const cell = cells[key] ?? "";
    if (key === message && cell !== "") return [{ by: "message", key: cell, status: statusOf(cells[message + 1]), heading }];
    if (/^\d{4}$/.test(cell)) return [{ by: "close", key: cell, status: undefined, heading }];
    const statuses = cell.split(",").flatMap((one) => statusOf(one.trim()) ?? []);
    if (statuses.length > 0) return statuses.map((one) => ({ by: "status", key: `${one}`, status: one, heading }));
    const isCode = CODE.test(cell) || (status >= 0 && status !== key && /^\w+$/.test(cell));
    return isCode ? [{ by: "code", key: cell, status: statusOf(cells[status]), heading }] : [];
  });
}

/** What a page says, each failure once, and the form in which it was read. */
export function readEntries(name: string, text: string): { readonly form: PageContent["form"]; readonly entries: readonly PageEntry[] } {
  const { form, tables, listed } = contentOf(text);
  const entries = new Map<string, PageEntry>();
  const all = [
    ...tables.flatMap(entriesOf),
    ...listed.map(({ code, heading }) => ({ by: "code" as const, key: code, status: undefined, heading })),
  ];
  for (const entry of all) {
    const id = `${entry.by} ${entry.key}`;
    if (!entries.has(id)) entries.set(id, entry);
  }
  if (entries.size === 0)
    throw new BadInput(`${name} has no table of error codes. Name the page with the codes, as Markdown, HTML or text.`);
  return { form, entries: [...entries.values()] };
}
