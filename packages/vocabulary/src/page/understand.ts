import { BadInput } from "../bad-input.js";
import type { Block } from "./blocks.js";
import { tableOfCsv } from "./csv.js";
import { blocksOfText, isFlattened } from "./flattened.js";
import { blocksOfHtml } from "./html.js";
import { rowsOfData } from "./data.js";
import { blocksOfMarkdown, hasMarks } from "./markdown.js";
import { mentionsOfPre } from "./pre.js";
import { readDefinition, readHeading, readItem, readText } from "./prose.js";
import { joined, NOTHING, type Found, type Mention, type PageRow, type Unread } from "./rows.js";
import { type Place, readTable } from "./table.js";
import { saysGoneOfAll } from "./gone.js";

/** What a page of error codes says, and what on it could not be read. */
export interface UnderstoodPage {
  readonly form: "Markdown" | "HTML" | "flattened text" | "CSV" | "JSON" | "YAML" | "OpenAPI";
  /** Every failure once, in the order of the page. */
  readonly rows: readonly PageRow[];
  /** What should have given a row, and did not. While there is any, the page is not understood. */
  readonly unread: readonly Unread[];
  /** Words like codes that stand in no row. */
  readonly mentions: readonly Mention[];
  /** Tables about something else. */
  readonly otherTables: number;
}

/** Reads a page of error codes, whatever its form. Never guesses: what it cannot tell is in `unread`. */
export function understandPage(text: string): UnderstoodPage {
  const page = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const data = rowsOfData(page);
  if (data) return { form: data.form, ...once(data.found) };
  if (isHtml(page)) return { form: "HTML", ...once(readBlocks(blocksOfHtml(page))) };
  const table = tableOfCsv(page);
  if (table) return { form: "CSV", ...once(withStatuses(readTable(table, { heading: "", isGone: false }))) };
  if (isFlattened(page)) return { form: "flattened text", ...once(readBlocks(blocksOfText(page))) };
  return { form: "Markdown", ...once(readBlocks(blocksOfMarkdown(page))) };
}

/** Whether a page begins as HTML does. Markdown with HTML in it is Markdown. */
function isHtml(text: string): boolean {
  const start = afterComments(text);
  return /^(?:<!doctype|<html|<body)\b/i.test(start) || (start.startsWith("<") && !hasMarks(text));
}

/** By index and not by a pattern, which could end a comment in many places. */
function afterComments(text: string): string {
  let start = text.trimStart();
  while (start.startsWith("<!--") || start.startsWith("<?")) {
    const [close, size] = start.startsWith("<?") ? ["?>", 2] : ["-->", 3];
    const end = start.indexOf(close);
    if (end < 0) return "";
    start = start.slice(end + size).trimStart();
  }
  return start;
}

function readBlocks(blocks: readonly Block[]): Found {
  const found: Found[] = [];
  // The headings above, by level, each with what it says of everything beneath it.
  let path: readonly { readonly level: number; readonly place: Place }[] = [];
  // Where a box ends is not seen. What its title says of everything in it holds until the next title.
  let boxed: Place | undefined;
  const placeAbove = (): Place => boxed ?? path.at(-1)?.place ?? { heading: "", isGone: false };
  for (const [at, block] of blocks.entries()) {
    if (block.type === "title") {
      boxed = undefined;
      found.push(withStatuses(readHeading(block.cell, bodyOf(blocks, at), placeAbove())));
      if (saysGoneOfAll(block.cell)) boxed = { heading: block.cell.text, isGone: true };
    } else if (block.type === "heading") {
      const { level, cell } = block;
      boxed = undefined;
      path = path.filter((one) => one.level < level);
      const above = placeAbove();
      found.push(withStatuses(readHeading(cell, bodyOf(blocks, at), above)));
      path = [...path, { level, place: { heading: cell.text, isGone: above.isGone || saysGoneOfAll(cell) } }];
    } else found.push(readBlock(block, placeAbove()));
  }
  return joined(found);
}

function readBlock(block: Exclude<Block, { readonly type: "heading" | "title" }>, place: Place): Found {
  // A paragraph about a code names numbers for many reasons.
  if (block.type === "text") return readText(block.cell, place);
  if (block.type === "pre") return { ...NOTHING, mentions: mentionsOfPre(block.text, place) };
  if (block.type === "table") return withStatuses(readTable(block.table, place));
  if (block.type === "item") return withStatuses(readItem(block.cell, place));
  return withStatuses(readDefinition(block.terms, block.texts, place));
}

/** Adds the statuses of rows of codes. To a service without codes they are what the rows are about. */
function withStatuses(found: Found): Found {
  const mentions = found.rows.flatMap(({ by, key, status, meaning, heading }): readonly Mention[] => {
    if (by !== "code" || status === undefined || status < 400) return [];
    return [{ by: "status", key: `${status}`, text: `${key} ${status} ${meaning ?? ""}`.slice(0, 120), heading, isProminent: true }];
  });
  return { ...found, mentions: [...found.mentions, ...mentions] };
}

/** What is said of one code is short; more than this is not searched for its status. */
const MOST_BLOCKS = 30;

/** The blocks between a heading and the next, or between the title of a box and the next title. */
function bodyOf(blocks: readonly Block[], at: number): readonly Block[] {
  const after = blocks.slice(at + 1, at + 1 + MOST_BLOCKS);
  const isTitle = blocks[at]?.type === "title";
  const end = after.findIndex(({ type }) => type === "heading" || (isTitle && type === "title"));
  return end < 0 ? after : after.slice(0, end);
}

/** Each failure once. A page that gives one two statuses has not said which it has. */
function once({ rows, unread, mentions, otherTables }: Found): Omit<UnderstoodPage, "form"> {
  const byKey = new Map<string, PageRow>();
  const contradictions: Unread[] = [];
  for (const row of rows) {
    const id = `${row.by} ${row.key}`;
    const before = byKey.get(id);
    if (!before) byKey.set(id, row);
    else if (before.status !== undefined && row.status !== undefined && before.status !== row.status) {
      const text = `${row.key}: ${before.status} under "${before.heading}", ${row.status} under "${row.heading}"`;
      contradictions.push({ by: row.by, text, heading: row.heading, why: "it has two statuses" });
    } else byKey.set(id, merged(before, row));
  }
  const others = new Map(
    mentions.filter(({ by, key }) => !byKey.has(`${by} ${key}`)).map((one) => [`${one.by} ${one.key} ${one.isProminent}`, one]),
  );
  return { rows: [...byKey.values()], unread: [...unread, ...contradictions], mentions: [...others.values()], otherTables };
}

/** A code that stands in a list and in a table says all that either says, and is gone only where both say so. */
function merged(one: PageRow, other: PageRow): PageRow {
  const [more, less] = one.status === undefined && other.status !== undefined ? [other, one] : [one, other];
  return { ...more, meaning: more.meaning ?? less.meaning, isGone: one.isGone && other.isGone };
}

/** The page, where there is anything on it to compare. */
export function understandPageOf(name: string, text: string): UnderstoodPage {
  const page = understandPage(text);
  if (page.rows.length > 0 || page.unread.length > 0) return page;
  throw new BadInput(
    `${name} has no table of error codes, and no list or heading of them either. Name the page with the codes, as Markdown, HTML, text, CSV, JSON or OpenAPI.`,
  );
}
