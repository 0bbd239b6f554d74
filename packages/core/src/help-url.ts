/** Where the pages about codes are. The one place that says so. */
export const HELP_BASE_URL = "https://errors.scailabs.ai";

/**
 * The address of the page about an error's code, such as `https://errors.scailabs.ai/scaigrid/RATE_LIMITED/`. Takes any error of any service, and
 * whatever else has an `id`. `UNRECOGNIZED` has a page at each service too.
 * @throws TypeError where there is no `id`, as with a code alone: codes of several services have the same name.
 */
export function helpUrl({ id }: { readonly id: `${string}/${string}` }): string {
  // A code has none, and the address of no page would be shown to people.
  if (typeof (id as unknown) !== "string") throw new TypeError('helpUrl() expects an error, or its id: { id: "scaigrid/RATE_LIMITED" }.');
  return `${HELP_BASE_URL}/${id}/`;
}
