/** What the marks of all services' errors begin with; each goes on with its service's name. */
export const MARK = "@scai-errors/";

/** What the class of a service's errors is known by: the same symbol in every copy of every version of this package, however it was built. */
export function markOf(service: string): symbol {
  return Symbol.for(`${MARK}${service}`);
}
