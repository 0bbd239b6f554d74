import * as z from "zod/mini";
import { coreVocabulary } from "./core-vocabulary.js";
import type { DetailsSchema } from "./details-schema.js";
import { readDetailsTypes } from "./details-types.js";
import { observe } from "./observe.js";
import { jsonText } from "./record-file.js";
import type { VocabularyRecord } from "./record.js";
import { type ServicePackage, type Workspace, loadService, packageVersion, servicePackages } from "./workspace.js";

/** A package with a vocabulary, as the working tree has it. */
export interface WorkingVocabulary {
  readonly name: string;
  readonly packageName: string;
  readonly record: VocabularyRecord;
  /** The text of envelope.schema.json as the sources would have it; undefined for core, which has no envelope of its own. */
  readonly envelope: string | undefined;
}

/** The vocabularies of the working tree, core's first. Needs no build. */
export async function observeWorkingTree(workspace: Workspace): Promise<readonly WorkingVocabulary[]> {
  const { root } = workspace;
  const services = servicePackages(root);
  const details = readDetailsTypes(root, services);
  const core = observe(coreVocabulary(packageVersion(root, "core")));
  return [
    { name: "core", packageName: "@scai-errors/core", record: core, envelope: undefined },
    ...(await Promise.all(services.map((one) => observeService(workspace, one, details.get(one.name) ?? new Map())))),
  ];
}

async function observeService(
  workspace: Workspace,
  one: ServicePackage,
  details: ReadonlyMap<string, DetailsSchema>,
): Promise<WorkingVocabulary> {
  const { service, docs, envelope } = await loadService(workspace, one);
  return {
    name: one.name,
    packageName: one.packageName,
    record: observe({ service, docs, details, version: one.version }),
    // What `envelope` gives is a schema, which the sources say and this package's compiler cannot see.
    envelope: await jsonText(z.toJSONSchema(envelope() as z.ZodMiniType, { io: "input" })),
  };
}
