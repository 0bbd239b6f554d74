/** The beginning of the marks of all services' errors, followed by the service's name. */
export const MARK = "@scai-errors/";

/** The mark of a service's error class: the same symbol in every copy of every version of this package, however it was built. */
export function markOf(service: string): symbol {
  return Symbol.for(`${MARK}${service}`);
}
