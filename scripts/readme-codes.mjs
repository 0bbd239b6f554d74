// The README of a service lists its codes as tables, made from the rows and their docs as they are built:
//   node scripts/readme-codes.mjs           writes them
//   node scripts/readme-codes.mjs --check   says which READMEs differ, and fails
import { existsSync, readFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { servicePackages } from "./packages.mjs";
import { writeOrCheck } from "./written-files.mjs";

const BEGIN = "<!-- codes: npm run readme:codes -->";
const END = "<!-- end of codes -->";

/** Bars would end a cell. */
const cell = (text) => String(text).replaceAll("|", "\\|");

async function tablesOf({ folder: name, path }) {
  const dist = `${path}/dist`;
  if (!existsSync(dist)) throw new Error(`packages/${name} is not built; run "npm run build" first.`);
  const { [name]: service } = await import(`${dist}/index.js`);
  const { docs, helpUrl } = await import(`${dist}/docs.js`);
  const groups = new Map();
  for (const [code, entry] of Object.entries(service.codes)) {
    // What a module has of its own is listed under its name.
    const { group, module: heading = group, meaning } = docs[code];
    const how = entry.status ?? (entry.close === undefined ? "" : `close ${entry.close}`);
    const row = `| [\`${code}\`](${helpUrl({ id: `${name}/${code}` })}) | ${how} | \`${entry.kind}\` | \`${entry.retry}\` | ${cell(meaning)} |`;
    groups.set(heading, [...(groups.get(heading) ?? []), row]);
  }
  const tables = [...groups].map(
    ([group, rows]) => `### ${group}\n\n| code | status | kind | retry | meaning |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}`,
  );
  return `${BEGIN}\n\n${tables.join("\n\n")}\n\n${END}`;
}

const texts = new Map();
for (const service of servicePackages) {
  const file = `${service.path}/README.md`;
  const text = readFileSync(file, "utf8");
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) {
    console.error(`packages/${service.folder}/README.md has no place for the codes. Add the lines ${BEGIN} and ${END} to it.`);
    process.exitCode = 1;
    continue;
  }
  const written = `${text.slice(0, begin)}${await tablesOf(service)}${text.slice(end + END.length)}`;
  texts.set(`packages/${service.folder}/README.md`, await format(written, { ...(await resolveConfig(file)), filepath: file }));
}
writeOrCheck(texts, { complaint: "These do not list the codes as they are", remedy: "Write the tables with: npm run readme:codes" });
