import { type CodeDocs, type CodeEntry, KINDS, UNRECOGNIZED, helpUrl } from "@scai-errors/core";
import { clean } from "../clean.js";
import { printedErrorIn } from "../printed-error.js";
import { documentedCalled, documentedNamed } from "../service-named.js";
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

/** A service, a code, or a code of a service; one of the two is there but in words that name nothing. */
interface Parts {
  readonly service: string | undefined;
  readonly code: string | undefined;
}

/**
 * `scaigrid/RATE_LIMITED`, `RATE_LIMITED`, `scaigrid` (in place of a service also its package), the address of a page, or an error as a program prints
 * it.
 */
function partsOf(typed: string): Parts {
  const printed = printedErrorIn(typed);
  if (printed) return printed;
  const isPackage = typed.startsWith("@scai-errors/");
  const steps = typed
    .replace(/^(?:https?:\/\/[^/]*|@scai-errors)\//, "")
    .split("/")
    .filter(Boolean);
  const [last = "", before] = steps.toReversed();
  const isService = before === undefined && (isPackage || documentedCalled(last) !== undefined);
  return isService ? { service: last, code: undefined } : { service: before, code: last };
}

/** The code of a service as it spells it, however it was typed; undefined where it has none of this name. */
function spelled(service: DocumentedCodes, code: string): string | undefined {
  const codes = codesOf(service);
  return codes.includes(code) ? code : codes.find((one) => one.toUpperCase() === code.toUpperCase());
}

/** The explanations of a code, one for every service that has a code of this name, in upper or lower case. */
function explained(code: string, among: readonly DocumentedCodes[]): readonly Explanation[] {
  return among.flatMap((one) => explanationOf(one, spelled(one, code) ?? "") ?? []);
}

/** What something typed stands for. */
export interface Found {
  readonly explanations: readonly Explanation[];
  /** Whether it is a code, which is explained in full; a service, a status and a kind have many, which are listed. */
  readonly isCode: boolean;
  /** What they are listed under. */
  readonly headings: "group" | "service";
}

/**
 * Finds what is known of a code, or the codes of a service, a status or a kind. A code comes first, since some are called as a kind is.
 * @throws Refusal where there is no such service.
 */
export function find(typed: string): Found {
  const { service, code } = partsOf(typed);
  const among = service === undefined ? documented : [documentedNamed(service)];
  if (code === undefined) return { explanations: among.flatMap(explanationsOf), isCode: false, headings: "group" };
  const explanations = explained(code, among);
  if (explanations.length > 0) return { explanations, isCode: true, headings: "service" };
  return { explanations: explanationsWith(code, among), isCode: false, headings: "service" };
}

/** All that is known of the codes of a service. */
export function explanationsOf(service: DocumentedCodes): readonly Explanation[] {
  return codesOf(service).flatMap((code) => explanationOf(service, code) ?? []);
}

/** The codes that have a status or a kind, such as `429` or `unavailable`; none where the word is neither. */
function explanationsWith(word: string, among: readonly DocumentedCodes[]): readonly Explanation[] {
  const kind = KINDS.find((one) => one === word.toLowerCase());
  return among.flatMap(explanationsOf).filter(({ entry }) => `${entry.status ?? ""}` === word || entry.kind === kind);
}

/** The sentence for a code that nobody has. */
export function noSuchCode(typed: string, call: string): string {
  const { service, code = "" } = partsOf(typed);
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
  const what = /^[1-5]\d\d$/.test(code) ? `with the status ${code}` : `"${clean(code)}"`;
  const next = offered.length > 0 ? didYouMean(offered) : ` List the codes of a service with: ${call} explain ${service ?? "scaigrid"}`;
  return `${owner} ${what}.${next}`;
}
