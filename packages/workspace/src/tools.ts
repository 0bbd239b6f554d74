import { execFileSync } from "node:child_process";
import { root } from "./packages.js";

/** The folder of a tool that is too heavy for everybody's install, with its packages in it: they are installed by whoever needs them first. */
export function toolFolder(name: string): string {
  return execFileSync(process.execPath, [`${root}scripts/tool.mjs`, name], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  }).trim();
}
