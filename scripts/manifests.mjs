// Where the published packages come from is said once, in the root's package.json: repository, homepage, author and keywords. npm shows them beside a package, and checks
// its provenance against `repository`. And every package ships its changelog, which npm would leave out.
//   node scripts/manifests.mjs           writes them into the manifest of every published package
//   node scripts/manifests.mjs --check   says which manifests differ, and fails
import { readFileSync } from "node:fs";
import { publishedPackages, root } from "./packages.mjs";
import { writeOrCheck } from "./written-files.mjs";

const { repository, author, homepage, keywords } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
const address = repository.url.replace(/^git\+/, "").replace(/\.git$/, "");

/** The members of a package's manifest that follow from the root's. */
function originOf(name) {
  const directory = `packages/${name}`;
  return {
    author,
    repository: { ...repository, directory },
    homepage,
    bugs: `${address}/issues`,
    keywords: [...new Set([...keywords, name])],
  };
}

/** The manifest with its origin, right after the licence. */
function withOrigin(manifest, origin) {
  const files = [...new Set([...manifest.files, "CHANGELOG.md"])];
  const others = Object.entries({ ...manifest, files }).filter(([name]) => !(name in origin));
  const at = others.findIndex(([name]) => name === "license") + 1;
  return Object.fromEntries([...others.slice(0, at), ...Object.entries(origin), ...others.slice(at)]);
}

const texts = publishedPackages.map(({ folder, manifest }) => [
  `packages/${folder}/package.json`,
  `${JSON.stringify(withOrigin(manifest, originOf(folder)), null, 2)}\n`,
]);
writeOrCheck(texts, { complaint: "These do not say where they come from as the root does", remedy: "Write them with: npm run manifests" });
