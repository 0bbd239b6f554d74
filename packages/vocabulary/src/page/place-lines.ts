import type { Mention, Unread } from "./rows.js";

/** A place of a page that cannot be read, as commands print it. */
export function unreadLine({ text, heading, why }: Unread): string {
  return `  under "${heading}": ${text}\n    ${why}`;
}

/** What a page mentions in no row, as commands print it. */
export function mentionLine({ key, text, heading }: Mention): string {
  return `  under "${heading}": ${key}, in: ${text}`;
}
