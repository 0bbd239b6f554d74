import { type CodeDocs, type CodeEntry, UNRECOGNIZED, helpUrl } from "@scai-errors/core";
import { clean } from "../clean.js";
import { printedErrorIn } from "../printed-error.js";
import { documentedNamed } from "../service-named.js";
import { type DocumentedCodes, documented } from "../services.js";
import { closest, didYouMean } from "../suggest.js";

/** All that is known of one code. */
export interface Explanation {
  /** `scaigrid/RATE_LIMITED` */
  readonly id: string;
  readonly service: string;
  readonly code: string;
  readonly entry: CodeEntry;
  readonly docs: CodeDocs;
  /** The address of the code's page. */
  readonly address: string;
}

/** What is known of a code; undefined where the service does not have it. */
export function explanationOf({ service, docs }: DocumentedCodes, code: string): Explanation | undefined {
  const entry = Object.hasOwn(service.codes, code) ? service.codes[code] : undefined;
  const text = Object.hasOwn(docs, code) ? docs[code] : undefined;
  if (!entry || !text) return undefined;
  const { name } = service;
  const id = `${name}/${code}` as const;
  return { id, service: name, code, entry, docs: text, address: helpUrl({ id }) };
}

/** The codes of a service, in the order of its page. */
export function codesOf({ docs }: DocumentedCodes): readonly string[] {
  return Object.keys(docs);
}

/** `scaigrid/RATE_LIMITED`, `RATE_LIMITED`, the address of a code's page, or an error as a program prints it. */
function partsOf(typed: string): { readonly service: string | undefined; readonly code: string } {
  const printed = printedErrorIn(typed);
  if (printed) return printed;
  const steps = typed
    .replace(/^https?:\/\/[^/]*\//, "")
    .split("/")
    .filter(Boolean);
  const code = steps.at(-1) ?? "";
  return { service: steps.at(-2), code };
}

/** The code of a service as it spells it, however it was typed; undefined where it has none of this name. */
function spelled(service: DocumentedCodes, code: string): string | undefined {
  const codes = codesOf(service);
  return codes.includes(code) ? code : codes.find((one) => one.toUpperCase() === code.toUpperCase());
}

/**
 * The explanations of a code: one where the service is named, else one for every service that has a code of this name, in upper or lower case.
 * @throws Refusal where there is no such service.
 */
export function explain(typed: string): readonly Explanation[] {
  const { service, code } = partsOf(typed);
  const asked = service === undefined ? documented : [documentedNamed(service)];
  return asked.flatMap((one) => explanationOf(one, spelled(one, code) ?? "") ?? []);
}

/** The sentence for a code that nobody has. */
export function noSuchCode(typed: string): string {
  const { service, code } = partsOf(typed);
  if (code.toUpperCase() === UNRECOGNIZED) {
    return `${UNRECOGNIZED} is no code of a service: it stands for every code that the installed package does not have. Look up error.receivedCode instead.`;
  }
  const asked = service === undefined ? documented : [documentedNamed(service)];
  const ids = asked.flatMap((one) => codesOf(one).map((name) => ({ name, id: `${one.service.name}/${name}` })));
  const names = closest(
    code,
    ids.map(({ name }) => name),
  );
  const offered = ids.filter(({ name }) => names.includes(name)).map(({ id }) => id);
  const owner = service === undefined ? "No service has a code" : `${documentedNamed(service).service.name} has no code`;
  const next = offered.length > 0 ? didYouMean(offered) : ` List the codes of a service with: scai-errors explain ${service ?? "scaigrid"}`;
  return `${owner} "${clean(code)}".${next}`;
}
