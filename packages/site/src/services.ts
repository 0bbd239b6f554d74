import { type CodeDocs, type Service, transport } from "@scai-errors/core";
import { transportDocs } from "@scai-errors/core/docs";
import { type Member, members } from "@scai-errors/workspace/members";
import { servicePackages } from "@scai-errors/workspace/packages";
import { titleOf } from "@scai-errors/workspace/title";

/** A service as the site shows it, or what it shows like one. */
export interface SiteService {
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** Which of the site's accent colours is its own. */
  readonly accent: number;
  readonly packageName: string;
  readonly version: string;
  readonly docs: Readonly<Record<string, CodeDocs>>;
  /** The folder of its package. */
  readonly folder: string;
}

/** A service that answers, and that the emulator can stand for. */
export interface AnsweringService extends SiteService {
  readonly service: Service;
}

/** The style sheet has so many accent colours. */
const ACCENTS = 8;

function answeringService({ service, docs }: Member, accent: number): AnsweringService {
  const found = servicePackages.find(({ folder }) => folder === service.name);
  if (!found) throw new Error(`There is no folder packages/${service.name} for the service of that name.`);
  const { manifest, path } = found;
  return {
    name: service.name,
    title: titleOf(found),
    accent: accent % ACCENTS,
    packageName: manifest.name,
    version: manifest.version,
    service,
    docs,
    folder: path,
  };
}

/** Every service of the platform, by name. */
export const answeringServices: readonly AnsweringService[] = members
  .toSorted((one, other) => one.service.name.localeCompare(other.service.name))
  .map(answeringService);

/** The failures of connections, which have codes like a service's and no answer to read them from. */
export const connectionService: SiteService = {
  name: transport.name,
  title: "Connections",
  accent: answeringServices.length % ACCENTS,
  packageName: "@scai-errors/fetch",
  version: "",
  docs: transportDocs,
  folder: "",
};

/** All that has pages of codes. */
export const siteServices: readonly SiteService[] = [...answeringServices, connectionService];
