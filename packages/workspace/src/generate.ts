import { errorNameOf } from "@scai-errors/core";
import { type WorkspacePackage, isServicePackage } from "./packages-of.js";

/** What the generated modules say first. */
const HEAD = "// Written by the build of packages/workspace from the service packages on disk. Change nothing here.\n";

/** The service packages, once this package depends on each of them: a build that begins before theirs would find nothing to import. */
function servicesIn(packages: readonly WorkspacePackage[]): readonly string[] {
  const services = packages.filter(isServicePackage);
  const known = packages.find(({ folder }) => folder === "workspace")?.manifest.devDependencies ?? {};
  const missing = services.filter(({ manifest }) => known[manifest.name] === undefined);
  if (missing.length > 0) {
    throw new Error(
      missing
        .map(
          ({ folder, manifest }) =>
            `packages/${folder} is a service that the private packages do not see: add "${manifest.name}": "^${manifest.version}" to devDependencies in packages/workspace/package.json and run npm install.`,
        )
        .join("\n"),
    );
  }
  return services.map(({ folder }) => folder);
}

/** The sources of the modules that hand the services to the private packages, by file name. */
export function generatedModules(packages: readonly WorkspacePackage[]): Readonly<Record<string, string>> {
  const services = servicesIn(packages);
  const each = (line: (folder: string) => string): string => services.map(line).join("\n");
  return {
    "services.ts": `${HEAD}import type { Service } from "@scai-errors/core";
${each((folder) => `import { type ${errorNameOf(folder)}, ${folder} } from "@scai-errors/${folder}";`)}

/** Every service of the platform, by its name. */
export const byName = { ${services.join(", ")} };

export type ServiceName = keyof typeof byName;

/** Every service of the platform. */
export const services: readonly Service[] = Object.values(byName);

/** An error of any service, discriminated by \`id\`. */
export type AnyError = ${services.map(errorNameOf).join(" | ")};
`,
    "members.ts": `${HEAD}import type { CodeDocs, ErrorBrand, Service, ServiceError } from "@scai-errors/core";
import type { ZodMiniType } from "zod/mini";
${each(
  (folder) => `import { ${errorNameOf(folder)}, ${folder} } from "@scai-errors/${folder}";
import { docs as ${folder}Docs } from "@scai-errors/${folder}/docs";
import * as ${folder}Schema from "@scai-errors/${folder}/schema";`,
)}

/** What every service package exports, as far as the checks across packages look at it. */
export interface Member {
  readonly service: Service;
  /** The right side of \`instanceof\`. */
  readonly brand: ErrorBrand<ServiceError>;
  readonly docs: Readonly<Record<string, CodeDocs>>;
  readonly schema: {
    envelope(): ZodMiniType;
    readonly details?: Readonly<Record<string, () => ZodMiniType>>;
  };
}

/** What every service package exports, by the service's name and with its exact types. */
export const memberByName = {
${each((folder) => `  ${folder}: { service: ${folder}, brand: ${errorNameOf(folder)}, docs: ${folder}Docs, schema: ${folder}Schema },`)}
};

/** The same as a list, for what holds for each of them. */
export const members: readonly Member[] = Object.values(memberByName);
`,
  };
}
