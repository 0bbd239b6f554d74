// Checks every package-lock.json, so that `npm ci` works on every platform and from any registry. Fails where a lock names a registry's host, lacks
// an integrity, or lacks an entry that a package asks for: npm leaves out platform packages that its registry does not have, and then refuses the lock.
import { readFileSync, readdirSync } from "node:fs";

const root = new URL("../", import.meta.url);

/** The folder whose node_modules is searched next. */
function parentOf(folder) {
  const nested = folder.lastIndexOf("/node_modules/");
  if (nested >= 0) return folder.slice(0, nested);
  if (folder.startsWith("node_modules/")) return "";
  return folder.includes("/") ? folder.slice(0, folder.lastIndexOf("/")) : "";
}

function isLocked(packages, name, folder) {
  for (let at = folder; ; at = parentOf(at)) {
    if (packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}

/** A sentence for everything that is wrong with a lock. */
function problemsOf(packages) {
  return Object.entries(packages).flatMap(([folder, entry]) => {
    const problems = [];
    if (/^https?:/.test(entry.resolved ?? ""))
      problems.push(`${folder}: names the host of a registry; set omit-lockfile-registry-resolved and run npm install`);
    if (entry.link) return problems;
    if (folder.includes("node_modules/") && !entry.integrity) problems.push(`${folder}: has no integrity`);
    for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
      if (!isLocked(packages, name, folder))
        problems.push(`${folder}: asks for ${name}, which has no entry; pin it to a version whose platform packages all exist`);
    }
    return problems;
  });
}

const locks = ["package-lock.json", ...readdirSync(new URL("tools/", root)).map((tool) => `tools/${tool}/package-lock.json`)];
for (const lock of locks) {
  const problems = problemsOf(JSON.parse(readFileSync(new URL(lock, root), "utf8")).packages);
  if (problems.length === 0) continue;
  console.error(`${lock}:\n${problems.join("\n")}`);
  process.exitCode = 1;
}
