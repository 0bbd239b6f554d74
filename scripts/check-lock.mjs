// Checks every package-lock.json, so that `npm ci` works on every platform and from any registry. Fails where a lock names a registry's host, lacks
// an integrity, lacks an entry that a package asks for: npm leaves out platform packages that its registry does not have, and then refuses the lock.
// Fails, too, where the first of them grows beyond what a newcomer has to wait for.
import { readFileSync, readdirSync } from "node:fs";

const root = new URL("../", import.meta.url);
/** How many packages everybody's `npm ci` may install, but for those of single platforms. */
const MOST_PACKAGES = 600;

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

/** The sentence about too many packages, if there are. */
function tooMany(packages) {
  const installed = Object.entries(packages).filter(
    ([folder, { link, optional }]) => folder.includes("node_modules/") && !link && !optional,
  );
  if (installed.length <= MOST_PACKAGES) return [];
  return [
    `${installed.length} packages for everybody, and ${MOST_PACKAGES} are the most; what only some scripts need goes to a folder of tools/`,
  ];
}

const locks = ["package-lock.json", ...readdirSync(new URL("tools/", root)).map((tool) => `tools/${tool}/package-lock.json`)];
for (const lock of locks) {
  const { packages } = JSON.parse(readFileSync(new URL(lock, root), "utf8"));
  const problems = [...problemsOf(packages), ...(lock === "package-lock.json" ? tooMany(packages) : [])];
  if (problems.length === 0) continue;
  console.error(`${lock}:\n${problems.join("\n")}`);
  process.exitCode = 1;
}
