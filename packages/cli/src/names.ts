import { InvalidArgumentError } from "commander";

/**
 * The names between the commas of an option. Empty ones are passed over: a comma at the end is no name.
 * @throws InvalidArgumentError where there is no other, since a list without names would mean nothing at all, or all there is.
 */
export function namesIn(text: string): readonly string[] {
  const names = text
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length === 0) throw new InvalidArgumentError("Write names with commas between them.");
  return names;
}
