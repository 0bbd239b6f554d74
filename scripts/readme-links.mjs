// Every README of a published package ends with links to the others, so that nobody has to guess what there is. Those of services also have what is
// true of all of them:
//   node scripts/readme-links.mjs           writes them
//   node scripts/readme-links.mjs --check   says which READMEs differ, and fails
// The addresses are whole ones, because a README is also read on npm, where nothing else of the repository is.
import { readFileSync } from "node:fs";
import { publishedPackages, root, servicePackages } from "./packages.mjs";
import { writeOrCheck } from "./written-files.mjs";

const { repository, homepage } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
const address = repository.url.replace(/^git\+/, "").replace(/\.git$/, "");
const published = publishedPackages.map(({ folder }) => folder);
const isService = (name) => servicePackages.some(({ folder }) => folder === name);

const BEGIN = "<!-- links: npm run readme:links -->";

const SHARED = `
## Guarantees

Never throws on bad input; bounded in bytes and time; safe to log; small; the semver bump of every change to the codes is computed.
[The main README](${address}#guarantees) says what each of these means, and where its proof is.

## Questions

**What if a failure arrives that this version does not know?** Nothing throws, and nothing is lost. The error has the code of its status, or \`UNRECOGNIZED\`, and
\`receivedCode\` and \`message\` hold what was received.

**Which release adds codes?** A minor one. Use a \`default\` or \`otherwise\` if your build should not notice, and \`assertNever\` if it should.

**How do I test my error handling?** With [\`@scai-errors/testing\`](${address}/tree/main/packages/testing#readme), which makes the response for any code.

**How do I retry?** With [\`createFetch\`](${address}/tree/main/packages/fetch#readme), which retries as the service documents, or by \`error.retry\` in a loop of your own.
`;

function linksOf(name) {
  const others = published.filter((other) => other !== name).map((other) => `[${other}](${address}/tree/main/packages/${other}#readme)`);
  return `${BEGIN}
${isService(name) ? SHARED : ""}
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
