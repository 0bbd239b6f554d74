import { clean } from "./clean.js";
import { Refusal } from "./exit-codes.js";
import { type DocumentedCodes, type DocumentedService, documented, services } from "./services.js";
import { closest, didYouMean } from "./suggest.js";

/**
 * The service of a name, in upper or lower case; the name of its package does as well.
 * @throws Refusal where there is none.
 */
export function serviceNamed(typed: string): DocumentedService {
  return named(typed, services);
}

/**
 * The services of some names, each once.
 * @throws Refusal where one of them is none.
 */
export function servicesNamed(typed: readonly string[]): readonly DocumentedService[] {
  return [...new Set(typed.map(serviceNamed))];
}

/**
 * What has codes under a name: a service, or the failures of connections.
 * @throws Refusal where there is nothing.
 */
export function documentedNamed(typed: string): DocumentedCodes {
  return named(typed, documented);
}

/** The same, undefined where there is nothing. */
export function documentedCalled(typed: string): DocumentedCodes | undefined {
  return called(typed, documented);
}

/** A package's name stands for its service. */
const SCOPE = "@scai-errors/";

function called<Found extends DocumentedCodes>(typed: string, among: readonly Found[]): Found | undefined {
  const name = typed.replace(SCOPE, "").toLowerCase();
  return among.find(({ service }) => service.name === name);
}

function named<Found extends DocumentedCodes>(typed: string, among: readonly Found[]): Found {
  const found = called(typed, among);
  if (found) return found;
  const names = among.map(({ service }) => service.name);
  throw new Refusal(
    `There is no service "${clean(typed)}".${didYouMean(closest(typed.replace(SCOPE, ""), names))} The services are ${names.join(", ")}.`,
  );
}
