import { fileURLToPath } from "node:url";
import { isServicePackage, packagesOf } from "./packages-of.js";

/** The repository's folder, with a slash at its end. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Every package of this repository. */
export const workspacePackages = packagesOf(root);

/** What gets published. */
export const publicPackages = workspacePackages.filter(({ manifest }) => manifest.private !== true);

/** The services. A sixth is one more folder. */
export const servicePackages = publicPackages.filter(isServicePackage);
