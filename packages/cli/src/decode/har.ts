import { isObject } from "@scai-errors/core";
import { JSONParser } from "@streamparser/json";
import { Refusal } from "../exit-codes.js";
import { type RecordedAnswer, headersOf, isFailure } from "./answer.js";
import { timeOf } from "./log-time.js";

/** Whether a text begins as a HAR does (HTTP Archive 1.2): an object whose only member, `log`, is an object with one of its members. */
export function looksLikeHar(text: string): boolean {
  return /^\s*\{\s*"log"\s*:\s*\{\s*"(?:version|creator|browser|pages|entries|comment)"/.test(text);
}

/**
 * Reads the failed answers of a HAR, entry by entry, so that its size does not matter.
 * @throws Refusal where it is no JSON.
 */
export async function readHar(
  chunks: AsyncIterable<Buffer>,
  { file, looksLikeIt }: { readonly file: string; readonly looksLikeIt: boolean },
  found: (answer: RecordedAnswer) => void,
): Promise<void> {
  const refuse = (reason: string): never => {
    throw new Refusal(looksLikeIt ? `${file} begins as a HAR and ${reason}. Export it again.` : `${file} is no HAR; leave out --as har.`);
  };
  const parser = new JSONParser({ paths: ["$.log.entries.*"], keepStack: false });
  const problems: Error[] = [];
  const entries: unknown[] = [];
  parser.onError = (problem) => problems.push(problem);
  // Looked at only after the parser, which takes whatever is thrown in here for a fault of the file.
  parser.onValue = ({ value }) => entries.push(value);
  for await (const chunk of chunks) {
    parser.write(chunk);
    for (const answer of entries.splice(0).flatMap((entry) => answerOf(entry) ?? [])) found(answer);
    // The parser's own words would show what stands there.
    if (problems.length > 0) refuse("is no JSON further on");
  }
  if (!parser.isEnded) refuse("ends in the middle");
}

/** The failed answer of an entry; undefined where it did not fail, or got no answer. */
function answerOf(entry: unknown): RecordedAnswer | undefined {
  if (!isObject(entry) || !isObject(entry["response"])) return undefined;
  const { status, headers, content } = entry["response"];
  if (typeof status !== "number" || !isFailure(status)) return undefined;
  const fields = Array.isArray(headers) ? headers.filter(isObject).map(({ name, value }) => [name, value] as const) : [];
  return { status, headers: headersOf(fields), body: bodyOf(content), at: timeOf(entry["startedDateTime"]) };
}

function bodyOf(content: unknown): string | undefined {
  if (!isObject(content) || typeof content["text"] !== "string") return undefined;
  return content["encoding"] === "base64" ? Buffer.from(content["text"], "base64").toString() : content["text"];
}
