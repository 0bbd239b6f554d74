import type { CodeDocs, Service } from "@scai-errors/core";
import { type Member, members } from "@scai-errors/workspace/members";
import { servicePackages } from "@scai-errors/workspace/packages";

/** A service as the site shows it. */
export interface SiteService {
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** Which of the site's accent colours is its own. */
  readonly accent: number;
  readonly packageName: string;
  readonly version: string;
  readonly service: Service;
  readonly docs: Readonly<Record<string, CodeDocs>>;
  /** The folder of its package. */
  readonly folder: string;
}

/** The style sheet has so many accent colours. */
const ACCENTS = 8;

/** How the services write their own names. One that is missing here is called as its package. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ["dns", "Scai DNS"],
  ["scaidrive", "ScaiDrive"],
  ["scaigrid", "ScaiGrid"],
  ["scaikey", "ScaiKey"],
  ["scaiwave", "ScaiWave"],
]);

function siteService({ service, docs }: Member, accent: number): SiteService {
  const found = servicePackages.find(({ folder }) => folder === service.name);
  if (!found) throw new Error(`There is no folder packages/${service.name} for the service of that name.`);
  const { manifest, path } = found;
  return {
    name: service.name,
    title: TITLES.get(service.name) ?? service.name,
    accent: accent % ACCENTS,
    packageName: manifest.name,
    version: manifest.version,
    service,
    docs,
    folder: path,
  };
}

/** Every service of the platform, by name. */
export const siteServices: readonly SiteService[] = members
  .toSorted((one, other) => one.service.name.localeCompare(other.service.name))
  .map(siteService);
