import type { WorkspacePackage } from "./packages-of.js";

/** How people write a service's name: "Scai DNS" for dns. No rule gives it, so the service's own manifest says it. */
export function titleOf({ folder, manifest }: WorkspacePackage): string {
  const [, title] = /^Typed errors for ([^:]+): /.exec(manifest.description ?? "") ?? [];
  if (title === undefined) {
    throw new Error(
      `packages/${folder}/package.json does not say how people write the name of the service: begin its "description" with "Typed errors for <name>: ".`,
    );
  }
  return title;
}
