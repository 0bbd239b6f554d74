import { type ChildNode, DomHandler, type Element, isComment, isTag, isText } from "domhandler";
import { Parser } from "htmlparser2";
import { BadInput } from "../bad-input.js";
import type { Block, Cell, Table } from "./blocks.js";
import { plainCell, visible } from "./blocks.js";
import { gridOf } from "./grid.js";

/** No page is nested nearly as deep; what is deeper is made to exhaust whoever reads it. */
const MOST_DEPTH = 500;

class BoundedHandler extends DomHandler {
  override onopentag(name: string, attribs: Record<string, string>): void {
    super.onopentag(name, attribs);
    if (this.tagStack.length > MOST_DEPTH) {
      throw new BadInput(`The page has elements in each other ${MOST_DEPTH} deep. Name the page of the error codes itself.`);
    }
  }
}

/** The parts of an HTML page, or of a piece of one, in the order in which they stand. */
export function blocksOfHtml(text: string): readonly Block[] {
  const handler = new BoundedHandler();
  // Components in Markdown are written <Badge />; HTML itself has no such elements.
  const parser = new Parser(handler, { recognizeSelfClosing: true });
  parser.end(text.replaceAll(EDGE, ""));
  const blocks: Block[] = [];
  readBlocks(handler.root.children, blocks);
  return blocks;
}

const UNSEEN = new Set(["head", "script", "style", "template", "noscript", "svg", "button", "input", "select", "textarea", "img", "nav"]);
const CONTAINERS = new Set(
  "html body main article section div header footer aside ul ol menu dl details summary figure blockquote center form fieldset table thead tbody tfoot tr td th caption".split(
    " ",
  ),
);
const BLOCKS = new Set([...CONTAINERS, "p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr", "nav"]);

function isHidden({ name, attribs }: Element): boolean {
  if (UNSEEN.has(name)) return true;
  // The panel of a tab that is not chosen can be seen all the same.
  if (attribs.role === "tabpanel") return false;
  return "hidden" in attribs || /display\s*:\s*none/i.test(attribs.style ?? "");
}

function readBlocks(nodes: readonly ChildNode[], blocks: Block[]): void {
  let line = new Line();
  const end = (): void => {
    const cell = line.cell();
    if (cell.text !== "") blocks.push({ type: "text", cell });
    line = new Line();
  };
  for (const node of nodes) {
    if (!isTag(node) || !isBlock(node)) {
      line.read(node);
      // A block within a span, or within an element that HTML does not have: <TabItem>.
      if (line.blocks.length > 0) {
        const within = [...line.blocks];
        end();
        readBlocks(within, blocks);
      }
      continue;
    }
    end();
    if (!isHidden(node)) readBlock(node, blocks);
  }
  end();
}

/** The title of a component: <TabItem label="Rooms">. HTML's own elements have titles that nobody sees. */
function titleOf({ name, attribs }: Element): string | undefined {
  const isComponent =
    !BLOCKS.has(name) && /tab|accordion|admonition|callout|note|warning|danger|caution|expand|collaps|card|panel/.test(name);
  return isComponent ? (attribs.label ?? attribs.title ?? attribs.header) : undefined;
}

function isBlock(element: Element): boolean {
  return BLOCKS.has(element.name) || titleOf(element) !== undefined;
}

function textOf(nodes: readonly ChildNode[]): string {
  return nodes
    .map((node) => {
      if (isText(node)) return node.data;
      if (!isTag(node)) return "";
      return node.name === "br" ? "\n" : textOf(node.children);
    })
    .join("");
}

function readBlock(element: Element, blocks: Block[]): void {
  const { name, children } = element;
  const title = titleOf(element);
  if (title !== undefined) blocks.push({ type: "title", cell: plainCell(title) });
  const [, level] = /^h([1-6])$/.exec(name) ?? [];
  if (name === "table") readTable(element, blocks);
  else if (name === "dl") readDefinitions(element, blocks);
  else if (level !== undefined) blocks.push({ type: "heading", level: Number(level), cell: cellOf(children).cell });
  else if (name === "li") readLine("item", children, blocks);
  else if (name === "p") readLine("text", children, blocks);
  else if (name === "summary" || name === "caption") readLine("title", children, blocks);
  else if (name === "pre") blocks.push({ type: "pre", text: textOf(children) });
  else readBlocks(children, blocks);
}

/** A line of text, and after it the lists and tables that stand within its element. */
function readLine(type: "item" | "text" | "title", children: readonly ChildNode[], blocks: Block[]): void {
  const { cell, within } = cellOf(children);
  if (cell.text !== "") blocks.push({ type, cell });
  readBlocks(within, blocks);
}

function cellOf(children: readonly ChildNode[]): { readonly cell: Cell; readonly within: readonly Element[] } {
  const line = new Line();
  for (const child of children) line.read(child);
  return { cell: line.cell(), within: line.blocks };
}

function elementsOf(element: Element): readonly Element[] {
  return element.children.filter(isTag).filter((one) => !isHidden(one));
}

function readTable(table: Element, blocks: Block[]): void {
  const rows: { readonly row: Element; readonly isHead: boolean }[] = [];
  const collect = (parent: Element, isHead: boolean): void => {
    for (const element of elementsOf(parent)) {
      if (element.name === "tr") rows.push({ row: element, isHead });
      else if (element.name === "caption") readBlock(element, blocks);
      else if (element.name !== "table") collect(element, isHead || element.name === "thead");
    }
  };
  collect(table, false);

  const within: Element[] = [];
  const raw = rows.map(({ row, isHead }) => {
    const elements = elementsOf(row).filter(({ name }) => name === "td" || name === "th");
    const cells = elements.map(({ children, attribs }) => {
      const { cell, within: nested } = cellOf(children);
      within.push(...nested);
      return { cell, columns: spanOf(attribs.colspan), rows: spanOf(attribs.rowspan) };
    });
    return { cells, isTitles: isHead || (elements.length > 0 && elements.every(({ name }) => name === "th")) };
  });
  const read: Table = gridOf(raw);
  blocks.push({ type: "table", table: read });
  readBlocks(within, blocks);
}

function spanOf(value: string | undefined): number {
  const count = Number(value ?? "1");
  // rowspan="0" reaches to the end of the table.
  return Number.isInteger(count) && count >= 0 ? count : 1;
}

function readDefinitions(list: Element, blocks: Block[]): void {
  let terms: Cell[] = [];
  let texts: Cell[] = [];
  const after: Element[] = [];
  const end = (): void => {
    if (terms.length > 0) blocks.push({ type: "definition", terms, texts });
    terms = [];
    texts = [];
  };
  const read = (parent: Element): void => {
    for (const element of elementsOf(parent)) {
      if (element.name === "dt") {
        if (texts.length > 0) end();
        terms.push(cellOf(element.children).cell);
      } else if (element.name === "dd") {
        const { cell, within } = cellOf(element.children);
        texts.push(cell);
        after.push(...within);
      } else read(element);
    }
  };
  read(list);
  end();
  readBlocks(after, blocks);
}

/** Stands where an inline element begins or ends, until it is known whether a blank belongs there. No page has a use for it. */
const EDGE = "\uE000";
const CODE_ELEMENTS = new Set(["code", "kbd", "samp", "tt"]);
const STRUCK_ELEMENTS = new Set(["s", "del", "strike"]);
const BADGE =
  /(?:^|[\s_-])(?:badge|chip|pill|tag|label|lozenge|sr-only|visually-hidden|tooltip|tooltiptext|copy|footnote|footnote-ref)(?:$|[\s_\-\d])/i;
const ANCHOR = /(?:^|[\s_-])(?:headerlink|anchor|hash-link|permalink|heading-link)(?:$|[\s_-])/i;
const ANCHOR_TEXT = /^(?:[#¶§🔗\s]*|permalink|link|copy(?: link)?|direct link to .*)$/iu;
const MOST_LINES = 8;
const FOOTNOTE = /^\[?(?:[\d*†‡§]{1,3}|[a-z])\]?$/i;

/** Reads the inline content of an element: what is said, what is set as code, and what only stands beside it. */
class Line {
  /** Lists, tables and definitions that stand within, to be read after it. */
  readonly blocks: Element[] = [];
  readonly #said: string[] = [];
  readonly #code: string[] = [];
  readonly #badges: { readonly text: string; readonly code: readonly string[] }[] = [];
  readonly #struck: string[] = [];
  /** How many lines this one stands in. Each reads its text again, so there must be few. */
  readonly #depth: number;
  #isInCode = false;

  constructor(depth = 0) {
    this.#depth = depth;
  }

  read(node: ChildNode): void {
    if (isText(node)) this.#said.push(node.data);
    if (isComment(node) || !isTag(node) || node.name === "wbr") return;
    if (node.name === "br") this.#said.push(" ");
    if (isHidden(node) || node.attribs["aria-hidden"] === "true") return;
    // `404. Not there` is a list in Markdown that begins with 404.
    const isNumbered = node.name === "ol" && /^[1-5]\d\d$/.test(node.attribs.start ?? "");
    if (isNumbered) this.#said.push(` ${node.attribs.start}. `);
    const isBeside = ["ul", "ol", "table", "dl", "pre"].includes(node.name) || titleOf(node) !== undefined;
    if (isBeside && !isNumbered) this.blocks.push(node);
    else this.#readInline(node);
  }

  #readInline(element: Element): void {
    const { name, attribs, children } = element;
    const classes = attribs.class ?? "";
    const isBadge = name === "sup" || BADGE.test(classes) || /^badge$/i.test(name);
    if (this.#depth < MOST_LINES && (isBadge || STRUCK_ELEMENTS.has(name) || name === "a")) {
      const inner = new Line(this.#depth + 1);
      for (const child of children) inner.read(child);
      const { text, code } = inner.cell();
      this.blocks.push(...inner.blocks);
      if (name === "a" && (ANCHOR.test(classes) || ANCHOR_TEXT.test(text))) return;
      if (STRUCK_ELEMENTS.has(name)) {
        this.#struck.push(text);
        return;
      }
      if (isBadge && (name !== "sup" || FOOTNOTE.test(text))) {
        if (text !== "") this.#badges.push({ text, code });
        return;
      }
      this.#said.push(EDGE, text, EDGE);
      this.#code.push(...code);
      return;
    }
    // A paragraph in a cell begins a line of its own.
    const edge = BLOCKS.has(name) ? " " : EDGE;
    const beginsCode = CODE_ELEMENTS.has(name) && !this.#isInCode;
    if (beginsCode) this.#isInCode = true;
    const from = this.#said.length;
    this.#said.push(edge);
    for (const child of children) this.read(child);
    this.#said.push(edge);
    if (beginsCode) {
      this.#code.push(joined(this.#said.slice(from)));
      this.#isInCode = false;
    }
  }

  /** What was read. Where nothing but badges was, they are what the cell says: many pages set statuses as badges. */
  cell(): Cell {
    const text = joined(this.#said);
    if (text === "" && this.#badges.length > 0) {
      return {
        text: this.#badges.map((badge) => badge.text).join(" "),
        code: this.#badges.flatMap(({ code }) => code),
        badges: [],
        struck: this.#struck,
      };
    }
    return { text, code: this.#code, badges: this.#badges.map((badge) => badge.text), struck: this.#struck };
  }
}

/**
 * The text of pieces. Between two elements there is a blank for the reader's eye, as between a code and the badge that touches it, but not
 * within a code of which a part is set otherwise: <b>ROOM</b>_LOCKED.
 */
function joined(pieces: readonly string[]): string {
  const text = pieces.join("");
  return visible(text.replace(/([\p{L}\p{N}])\uE000+(?=[\p{L}\p{N}])/gu, "$1 ").replaceAll(EDGE, ""));
}
