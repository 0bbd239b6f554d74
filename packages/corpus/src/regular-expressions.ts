import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import ts from "typescript";

/** A regular expression where it stands in the source. */
export interface Found {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

const packages = fileURLToPath(new URL("../../", import.meta.url));

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
}

/**
 * Every regular expression in the sources of a package that are shipped.
 * @throws Error for one that is put together at run time, because nobody can check that.
 */
export function regularExpressions(name: string): readonly Found[] {
  const folder = join(packages, name, "src");
  return filesOf(folder).flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(join(folder, file), "utf8"), ts.ScriptTarget.Latest);
    const found: Found[] = [];
    const visit = (node: ts.Node): void => {
      const where = `${name}/src/${file}`;
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      if (ts.isNewExpression(node) && node.expression.getText(source) === "RegExp") {
        throw new Error(`${where}:${line} builds a regular expression at run time: write it as a literal, so that it can be checked.`);
      }
      if (ts.isRegularExpressionLiteral(node)) {
        const { text } = node;
        const end = text.lastIndexOf("/");
        found.push({ file: where, line, source: text.slice(1, end), flags: text.slice(end + 1) });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}
