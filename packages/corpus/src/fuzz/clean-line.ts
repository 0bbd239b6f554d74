import { cleanLine } from "@scai-errors/core";
import { isCleanLine } from "../problems.js";

/** Any bytes as a text from outside, once as UTF-8 and once as UTF-16, which can hold halves of characters. */
export function fuzz(bytes: Buffer): void {
  for (const text of [bytes.toString("utf8"), bytes.toString("utf16le")]) {
    const line = cleanLine(text);
    if (line === undefined) continue;
    if (!isCleanLine(line)) throw new Error("The line is not clean.");
    if (cleanLine(line) !== line) throw new Error("Cleaning the line again changes it.");
  }
}
