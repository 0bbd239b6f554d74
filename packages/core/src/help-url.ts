/** Where the pages about codes are. The one place that says so. */
export const HELP_BASE_URL = "https://errors.scailabs.ai";

/**
 * The address of the page about an error's code, such as `https://errors.scailabs.ai/scaigrid/RATE_LIMITED/`. Takes any error of any service, and
 * whatever else has an `id`. `UNRECOGNIZED` has a page at each service too.
 */
export function helpUrl({ id }: { readonly id: `${string}/${string}` }): string {
  return `${HELP_BASE_URL}/${id}/`;
}
