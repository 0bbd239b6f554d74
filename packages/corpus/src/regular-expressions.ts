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

/** Every regular expression that is written down in the shipped sources of a package; and the files that put some together at run time. */
export function regularExpressions(name: string): { readonly written: readonly Found[]; readonly builders: readonly string[] } {
  const builders = new Set<string>();
  const folder = join(packages, name, "src");
  const written = filesOf(folder).flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(join(folder, file), "utf8"), ts.ScriptTarget.Latest);
    const found: Found[] = [];
    const visit = (node: ts.Node): void => {
      const where = `${name}/src/${file}`;
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(source) === "RegExp") {
        const [pattern, flags] = node.arguments ?? [];
        if (pattern && flags && ts.isStringLiteral(pattern) && ts.isStringLiteral(flags))
          found.push({ file: where, line, source: pattern.text, flags: flags.text });
        else builders.add(where);
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
  return { written, builders: [...builders] };
}
