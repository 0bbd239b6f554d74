/** Where every code has its page. */
const BASE = "https://errors.scailabs.ai";

/** The address of a code's page. */
export function helpAddress(service: string, code: string): string {
  return `${BASE}/${service}/${code}/`;
}
