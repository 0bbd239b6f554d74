import { cleanLine } from "@scai-errors/core";

/** A text from outside in quotation marks, as one clean line: as it came, it could steer the terminal that it is shown in. */
export function quoted(text: string): string {
  return `"${cleanLine(text) ?? ""}"`;
}

/** What an error says, as one clean line; else the sentence given for it. */
export function sentenceOf(error: unknown, otherwise: string): string {
  return (error instanceof Error ? cleanLine(error.message) : undefined) ?? otherwise;
}

/** A wrong number as a sentence names it. What is no number is named by its type, since not every value can be written, nor may every one be shown. */
export function wrongNumber(name: string, value: unknown): string {
  return typeof value === "number" ? `the ${name} ${value}` : `a ${name} of type ${typeof value}`;
}
