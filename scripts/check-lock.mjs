// Checks package-lock.json, so that `npm ci` works on every platform and from any registry. Fails where the lock names a registry's host, lacks
// an integrity, or lacks an entry that a package asks for: npm leaves out platform packages that its registry does not have, and then refuses the lock.
import { readFileSync } from "node:fs";

const { packages } = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));
const problems = [];

/** The folder whose node_modules is searched next. */
function parentOf(folder) {
  const nested = folder.lastIndexOf("/node_modules/");
  if (nested >= 0) return folder.slice(0, nested);
  if (folder.startsWith("node_modules/")) return "";
  return folder.includes("/") ? folder.slice(0, folder.lastIndexOf("/")) : "";
}

function isLocked(name, folder) {
  for (let at = folder; ; at = parentOf(at)) {
    if (packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}

for (const [folder, entry] of Object.entries(packages)) {
  if (/^https?:/.test(entry.resolved ?? ""))
    problems.push(`${folder}: names the host of a registry; set omit-lockfile-registry-resolved and run npm install`);
  if (entry.link) continue;
  if (folder.includes("node_modules/") && !entry.integrity) problems.push(`${folder}: has no integrity`);
  for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
    if (!isLocked(name, folder))
      problems.push(`${folder}: asks for ${name}, which has no entry; pin it to a version whose platform packages all exist`);
  }
}

if (problems.length > 0) {
  console.error(`package-lock.json:\n${problems.join("\n")}`);
  process.exitCode = 1;
}
