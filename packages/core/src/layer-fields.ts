import { type FieldIssue, isMapOfLists, issuesOfList, issuesOfMap } from "./issues.js";
import { isObject } from "./json.js";
import { secondsToMs } from "./numbers.js";
import { isCodeWord, isLabel, isName, sentenceOf } from "./sentence.js";
import { readableText } from "./text.js";

/** One object that says something about a failure, in the usual member names. */
export type Layer = Readonly<Record<string, unknown>>;

// Each field of an error is one question to a layer. The first usable answer counts: of the right type, not empty, and readable as what it is
// meant to be. What is not usable is passed over, so that it cannot hide what stands in the next place.

/** The names under which stacks write the message. `title` stands before `msg`, since only problem documents (RFC 9457) have it. */
const MESSAGE_NAMES = ["message", "error_description", "title", "msg", "Message", "errorMessage", "faultstring"] as const;

/** What the layer says in words; of several texts, as NestJS writes them under `message`, the first. */
export function messageIn(layer: Layer): string | undefined {
  for (const name of MESSAGE_NAMES) {
    const said = layer[name];
    const message = sentenceOf(Array.isArray(said) ? said[0] : said);
    if (message !== undefined) return message;
  }
  return undefined;
}

/** What the layer says in words, unless that is no more than a status phrase or a code, as `Forbidden` beside the sentence that tells why. */
export function explanationIn(layer: Layer): string | undefined {
  const message = messageIn(layer);
  return message === undefined || isLabel(message) ? undefined : message;
}

/** A word under `error` that is a code: a name with underscores, or one word with the message beside it, as OAuth writes it (RFC 6749, section 5.2). */
export function errorWordIn(layer: Layer): string | undefined {
  const word = layer["error"];
  if (typeof word !== "string" || !isCodeWord(word)) return undefined;
  return isName(word) || messageIn(layer) !== undefined ? word : undefined;
}

/** The code, under `code` or as a word under `error`. */
export function codeIn(layer: Layer): string | undefined {
  return readableText(layer["code"]) ?? errorWordIn(layer);
}

/** What the layer says beyond the message. */
export function detailsIn(layer: Layer): unknown {
  return layer["details"] ?? layer["context"] ?? undefined;
}

/** The id to quote to support. */
export function requestIdIn(layer: Layer): string | undefined {
  return readableText(layer["request_id"]);
}

/** The wait that the layer asks for, in milliseconds. */
export function waitIn(layer: Layer): number | undefined {
  return secondsToMs(layer["retry_after"]);
}

/** Where a layer speaks of fields: in its details, where those are an object, else in itself. */
function fieldsLayerOf(layer: Layer, details: unknown): Layer {
  return isObject(details) ? details : layer;
}

/** A list or a map of problems, where it is named as one. */
function problemsIn(inner: Layer): unknown {
  return inner["errors"] ?? inner["fields"];
}

/** One field beside a message, which may be the message of all. */
function issueOfField(inner: Layer, layer: Layer): readonly FieldIssue[] | undefined {
  return readableText(inner["field"]) === undefined ? undefined : issuesOfList([{ message: messageIn(layer), ...inner }]);
}

/** The problems of fields: a list of them under `errors`, `fields` or `details`, in the details or beside them, one `field`, or several texts as the message. */
export function issuesIn(layer: Layer): readonly FieldIssue[] | undefined {
  const details = detailsIn(layer);
  const inner = fieldsLayerOf(layer, details);
  const beside = inner === layer ? undefined : problemsIn(layer);
  return issuesOfList(problemsIn(inner) ?? details) ?? issuesOfList(beside) ?? issueOfField(inner, layer) ?? issuesOfList(layer["message"]);
}

/** The problems of fields, where they are a map under `errors` or `fields`. */
export function namedMapIn(layer: Layer): readonly FieldIssue[] | undefined {
  return issuesOfMap(problemsIn(fieldsLayerOf(layer, detailsIn(layer))));
}

/** The problems of fields, where the details or the layer as a whole are a map of them, as Django writes it. */
export function bareMapIn(layer: Layer): readonly FieldIssue[] | undefined {
  return issuesOfMap([detailsIn(layer), layer].find(isMapOfLists));
}
