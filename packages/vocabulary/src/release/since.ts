import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** `since: "next"`, `deprecated: "next; use …"`, and the comment above the row that says the same. */
const NEXT = /(\b(?:since|deprecated): "|@deprecated )next\b/g;

/** Text with the version in which the new rows are released, instead of "next". */
export function withVersion(text: string, version: string): string {
  return text.replace(NEXT, (_, member: string) => `${member}${version}`);
}

/** Writes the version into the sources of a service. Gives the files that had something to release. */
export function setSince(root: string, name: string, version: string): readonly string[] {
  const folder = join(root, "packages", name, "src");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const before = readFileSync(join(folder, file), "utf8");
      const after = withVersion(before, version);
      if (before === after) return [];
      writeFileSync(join(folder, file), after);
      return [`packages/${name}/src/${file}`];
    });
}
