// Every README of a published package ends with links to the others, so that nobody has to guess what there is:
//   node scripts/readme-links.mjs           writes them
//   node scripts/readme-links.mjs --check   says which READMEs differ, and fails
// The addresses are whole ones, because a README is also read on npm, where nothing else of the repository is.
import { readFileSync } from "node:fs";
import { publishedPackages, root } from "./packages.mjs";
import { writeOrCheck } from "./written-files.mjs";

const { repository, homepage } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
const address = repository.url.replace(/^git\+/, "").replace(/\.git$/, "");
const published = publishedPackages.map(({ folder }) => folder);

const BEGIN = "<!-- links: npm run readme:links -->";

function linksOf(name) {
  const others = published.filter((other) => other !== name).map((other) => `[${other}](${address}/tree/main/packages/${other}#readme)`);
  return `${BEGIN}

---

[All packages and what they share](${address}#readme): ${others.join(", ")}. Every code has [a page](${homepage}). Please report bugs and ask questions in
[an issue](${address}/issues), and report vulnerabilities [in private](${address}/security/policy).
`;
}

const texts = published.map((name) => {
  const file = `packages/${name}/README.md`;
  return [
    file,
    `${readFileSync(root + file, "utf8")
      .split(BEGIN)[0]
      .trimEnd()}\n\n${linksOf(name)}`,
  ];
});
writeOrCheck(texts, { complaint: "These do not link to the other packages", remedy: "Write the links with: npm run readme:links" });
