import { type CodeEntry, type Service, UNRECOGNIZED, isObject } from "@scai-errors/core";
import { quoted } from "./in-words.js";

/** A code of a service, or the stand-in for codes that this version of the service's package does not have. */
export type CodeOf<S extends Service> = (keyof S["codes"] & string) | typeof UNRECOGNIZED;

/** Whether a value is a service, such as `scaigrid` of @scai-errors/scaigrid. */
export function isService(value: unknown): value is Service {
  if (!isObject(value)) return false;
  const { name, codes, wire, decode } = value;
  return typeof name === "string" && isObject(codes) && isObject(wire) && typeof decode === "function";
}

/** Throws where a function was handed something else than a service. */
export function assertService(value: unknown, caller: string): asserts value is Service {
  if (!isService(value)) throw new TypeError(`${caller} expects a service, such as scaigrid of @scai-errors/scaigrid.`);
}

/** What a code of a newer release is to this one: no row, and a status that no row of a service has either. */
const unrecognized: CodeEntry = {
  status: 418,
  kind: "invalid_argument",
  retry: "never",
  source: "status",
  idempotentOnly: false,
};

/** The entry of a code; throws a sentence where there is none. */
export function entryOf(service: Service, code: string, caller: string): CodeEntry {
  assertService(service, caller);
  const own = Object.hasOwn(service.codes, code) ? service.codes[code] : undefined;
  const entry = code === UNRECOGNIZED ? unrecognized : own;
  if (!entry) {
    const given = typeof code === "string" ? quoted(code) : `a code that is no string (${typeof code})`;
    throw new TypeError(
      `${caller} was given ${given}, which ${service.name} does not have; its codes are the keys of ${service.name}.codes.`,
    );
  }
  return entry;
}

/** What stands on the wire for a code: the code itself, or, for the stand-in, one that no vocabulary has. */
export function codeOnTheWire(code: string): string {
  return code === UNRECOGNIZED ? "CODE_OF_A_NEWER_RELEASE" : code;
}
