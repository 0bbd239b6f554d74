import { cleanLine } from "@scai-errors/core";

/** Text from outside as one line that a terminal shows as it is, of at most 1 kB; empty where nothing is left. */
export function clean(text: string): string {
  return cleanLine(text) ?? "";
}
