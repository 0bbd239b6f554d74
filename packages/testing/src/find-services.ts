import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Service } from "@scai-errors/core";
import { answer } from "./answer.js";
import { sentenceOf } from "./in-words.js";
import { isAnswered } from "./reporting.js";
import { entryOf, isService } from "./vocabulary.js";

const SCOPE = "@scai-errors";

/**
 * The services of the named packages, as they are installed for a folder. Without names: of every package of this scope that is installed there
 * and exports a service, so that a new service needs no entry in any list.
 * @param warn told of each package that is passed over because it cannot be loaded.
 * @throws Error where a named package is missing, cannot be loaded or exports no service, or where no names are given and there is none.
 */
export function findServices(folder: string, names: readonly string[], warn: (sentence: string) => void): readonly Service[] {
  const require = createRequire(join(folder, "package.json"));
  if (names.length > 0) return names.map((name) => serviceOf(require, name));
  const found = installedIn(require).flatMap((name) => {
    try {
      return exportedService(require, name) ?? [];
    } catch (error) {
      warn(`Passed over ${name}, which cannot be loaded: ${reasonOf(error)}`);
      return [];
    }
  });
  if (found.length === 0) {
    throw new Error(`No package of ${SCOPE} that is installed for ${folder} exports a service; install one, such as ${SCOPE}/scaigrid.`);
  }
  return found;
}

function serviceOf(require: NodeJS.Require, name: string): Service {
  if (!canResolve(require, name)) throw new Error(`The package ${name} is not installed here, or not built; run npm install ${name}.`);
  const service = loadedService(require, name);
  if (!service) throw new Error(`The package ${name} exports no service; name one that does, such as ${SCOPE}/scaigrid.`);
  return service;
}

function loadedService(require: NodeJS.Require, name: string): Service | undefined {
  try {
    return exportedService(require, name);
  } catch (error) {
    throw new Error(`The package ${name} cannot be loaded: ${reasonOf(error)}`, { cause: error });
  }
}

/** What a package throws when it is loaded. */
function reasonOf(error: unknown): string {
  return sentenceOf(error, "it throws no error, but something else");
}

function exportedService(require: NodeJS.Require, name: string): Service | undefined {
  if (!canResolve(require, name)) return undefined;
  // A package can export anything, nothing at all among it: isService() looks at each value.
  const exported: readonly unknown[] = Object.values(Object(require(name)) as object);
  return exported.filter(isService).find(hasAnswers);
}

/** Failures without an answer, such as those of the network, may come in the shape of a service; there is nothing of them to serve. */
function hasAnswers(service: Service): boolean {
  const answered = Object.keys(service.codes).filter((code) => isAnswered(service, entryOf(service, code, "findServices()")));
  return answered.some((code) => service.decode(answer(service, code)).code === code);
}

function canResolve(require: NodeJS.Require, name: string): boolean {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** The names of the scope's packages, from all folders that Node would look in. */
function installedIn(require: NodeJS.Require): readonly string[] {
  const names = new Set<string>();
  for (const folder of require.resolve.paths(SCOPE) ?? []) {
    for (const name of entriesOf(join(folder, SCOPE))) names.add(`${SCOPE}/${name}`);
  }
  return [...names].sort();
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
