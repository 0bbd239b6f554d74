import { cleanLine } from "@scai-errors/core";
import { Refusal } from "./exit-codes.js";
import { type DocumentedService, services } from "./services.js";
import { closest, didYouMean } from "./suggest.js";

/**
 * The service of a name, in upper or lower case; the name of its package does as well.
 * @throws Refusal where there is none.
 */
export function serviceNamed(typed: string): DocumentedService {
  const name = typed.replace("@scai-errors/", "").toLowerCase();
  const found = services.find(({ service }) => service.name === name);
  if (found) return found;
  const names = services.map(({ service }) => service.name);
  throw new Refusal(
    `There is no service "${cleanLine(typed) ?? ""}".${didYouMean(closest(name, names))} The services are ${names.join(", ")}.`,
  );
}
