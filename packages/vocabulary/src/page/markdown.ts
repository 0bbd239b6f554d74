import MarkdownIt from "markdown-it";
import definitionLists from "markdown-it-deflist";
import { BadInput } from "../bad-input.js";
import type { Block } from "./blocks.js";
import { blocksOfHtml } from "./html.js";

/** The parser takes brackets square, within a line. */
const MOST_CHARACTERS = 50_000;

// Indented code would hide what stands in the tabs and boxes of MkDocs; images say nothing of a code.
const parser = new MarkdownIt({ html: true }).use(definitionLists).disable(["code", "image"]);

/** The parts of a Markdown page, its HTML included. */
export function blocksOfMarkdown(text: string): readonly Block[] {
  const lines = withoutFrontMatter(text).split(/\r\n?|\n/);
  const long = lines.find(({ length }) => length > MOST_CHARACTERS);
  if (long !== undefined) {
    throw new BadInput(
      `A line of the page has ${long.length} characters; Markdown has less than ${MOST_CHARACTERS}. Name the page itself.`,
    );
  }
  return blocksOfHtml(parser.render(withoutBoxes(lines).join("\n")));
}

/** Whether a page has the marks of Markdown that no text has by chance: a heading, a fence, the line beneath the titles of a table. */
export function hasMarks(text: string): boolean {
  return text.split("\n").some((line) => /^(?:#{1,6} |```|~~~)/.test(line) || isDelimiter(line));
}

function isDelimiter(line: string): boolean {
  return line.includes("|") && line.includes("-") && /^[ \t|:-]+$/.test(line);
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^---\n(?:(?!---\n).*\n)*?---\n/, "");
}

/** MkDocs begins boxes with a word, and tabs with a title in quotes; other `===` underline a heading. */
const BOX = /^( *)(?:===[!+]* +(?=["'])|(?:!!!|\?\?\?\+?)(?: |$)|:{3,})/;

/** The title of a box or a tab: `=== "Title"`, `!!! note "Title"`, `::: note Title`, `:::note[Title]`. */
function titleOf(line: string): string | undefined {
  const quoted = /["'](.*)["'][}\s]*$/.exec(line) ?? /^ *:{3,} *[\w-]+(?:\[(.+)\]| +([^{ ].*))$/.exec(line);
  const [, title, other] = quoted ?? [];
  return title ?? other;
}

/**
 * Sets what stands in tabs and boxes at the margin, where tables are read: MkDocs sets it in by four blanks. The titles become those that HTML
 * has.
 */
function withoutBoxes(lines: readonly string[]): readonly string[] {
  const margins: number[] = [];
  return lines.map((line) => {
    const blanks = line.length - line.trimStart().length;
    if (line.trim() !== "") while (blanks < (margins.at(-1) ?? 0)) margins.pop();
    const margin = margins.at(-1) ?? 0;
    const box = BOX.exec(line);
    if (!box) return line.slice(Math.min(margin, blanks));
    if (!line.trimStart().startsWith(":::")) margins.push((box[1] ?? "").length + 4);
    // An empty line on both sides, so that nothing is taken for its continuation.
    const title = titleOf(line);
    return title === undefined ? "" : `\n${line.slice(Math.min(margin, blanks), blanks)}<summary>${parser.renderInline(title)}</summary>\n`;
  });
}
