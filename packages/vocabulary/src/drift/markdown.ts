import { toString } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { CODE, type PageContent, type PageTable } from "./page.js";

/** As much of a syntax tree as is looked at. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** The parts of a page in the order in which they stand, tables and list items as a whole. */
function* parts(node: Node): Generator<Node> {
  if (["heading", "table", "listItem"].includes(node.type)) yield node;
  else for (const child of node.children ?? []) yield* parts(child);
}

/** The texts that are marked as code, in order. */
function* codeSpans(node: Node): Generator<string> {
  if (node.type === "inlineCode" && node.value !== undefined) yield node.value;
  for (const child of node.children ?? []) yield* codeSpans(child);
}

/** The tables and lists of a Markdown page. */
export function readMarkdown(text: string): PageContent {
  const tables: PageTable[] = [];
  const listed: { code: string; heading: string }[] = [];
  let heading = "";
  const root: Node = unified().use(remarkParse).use(remarkGfm).parse(text);
  for (const part of parts(root)) {
    if (part.type === "heading") heading = toString(part);
    else if (part.type === "listItem") {
      for (const code of codeSpans(part)) if (CODE.test(code)) listed.push({ code, heading });
    } else {
      const [columns = [], ...rows] = (part.children ?? []).map((row) => (row.children ?? []).map((cell) => toString(cell).trim()));
      tables.push({ columns, rows: rows.map((cells) => ({ cells, heading })) });
    }
  }
  return { form: "Markdown", tables, listed };
}
