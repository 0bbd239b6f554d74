import { firstOf } from "./first-of.js";
import { type FieldIssue, isMapOfLists, issuesOfList, issuesOfMap } from "./issues.js";
import { isObject } from "./json.js";
import { secondsToMs } from "./numbers.js";
import { isCodeWord, isLabel, isName, sentenceOf } from "./sentence.js";
import { readableText } from "./text.js";

/** One object that says something about a failure, in the usual member names. */
export type Layer = Readonly<Record<string, unknown>>;

// Each field of an error is one question to a layer, and the first usable answer counts: it has the right type, is not empty, and makes sense for
// that field. An unusable value is skipped, so that it cannot hide a usable one in the next place.

/** The member names that stacks use for the message. `title` comes before `msg`, because only problem documents (RFC 9457) have it. */
const MESSAGE_NAMES = ["message", "error_description", "title", "msg", "Message", "errorMessage", "faultstring"] as const;

/** The message of the layer. If there are several texts, as NestJS writes them under `message`, the first one. */
export function messageIn(layer: Layer): string | undefined {
  for (const name of MESSAGE_NAMES) {
    const said = layer[name];
    const message = sentenceOf(Array.isArray(said) ? said[0] : said);
    if (message !== undefined) return message;
  }
  return undefined;
}

/** The message of the layer, unless it is no more than a status phrase or a code, such as `Forbidden` beside a sentence that gives the reason. */
export function explanationIn(layer: Layer): string | undefined {
  const message = messageIn(layer);
  return message === undefined || isLabel(message) ? undefined : message;
}

/** A word under `error` that is a code: a name with underscores, or one word beside a message, as OAuth writes it (RFC 6749, section 5.2). */
export function errorWordIn(layer: Layer): string | undefined {
  const word = layer["error"];
  if (typeof word !== "string" || !isCodeWord(word)) return undefined;
  return isName(word) || messageIn(layer) !== undefined ? word : undefined;
}

/** The code, under `code` or as a word under `error`. */
export function codeIn(layer: Layer): string | undefined {
  return readableText(layer["code"]) ?? errorWordIn(layer);
}

/** The extra data of the layer. Null counts as absent, because some stacks write it for that. */
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

/** The places in a layer where field problems may be, the nearest first: its details, and the layer itself. */
function placesIn(layer: Layer): readonly unknown[] {
  return [detailsIn(layer), layer];
}

/** The problems at a place, if they are a list: under `errors`, under `fields`, or the place itself. */
function listAt(place: unknown): readonly FieldIssue[] | undefined {
  return isObject(place) ? (issuesOfList(place["errors"]) ?? issuesOfList(place["fields"])) : issuesOfList(place);
}

/** The problems at a place, if they are a map under `errors` or `fields`. */
function mapAt(place: unknown): readonly FieldIssue[] | undefined {
  return isObject(place) ? (issuesOfMap(place["errors"]) ?? issuesOfMap(place["fields"])) : undefined;
}

/** A single field beside a message. The message may be that of the whole failure. */
function issueOfField(place: unknown, layer: Layer): readonly FieldIssue[] | undefined {
  if (!isObject(place) || readableText(place["field"]) === undefined) return undefined;
  return issuesOfList([{ message: messageIn(layer), ...place }]);
}

/** The field problems: a list of them in the details or beside them, one `field`, or several texts as the message. */
export function issuesIn(layer: Layer): readonly FieldIssue[] | undefined {
  const listed = firstOf(placesIn(layer), listAt);
  return listed ?? issueOfField(detailsIn(layer), layer) ?? issueOfField(layer, layer) ?? issuesOfList(layer["message"]);
}

/** The field problems, if they are a map that is labelled as such. */
export function namedMapIn(layer: Layer): readonly FieldIssue[] | undefined {
  return firstOf(placesIn(layer), mapAt);
}

/** The field problems, if a place as a whole is a map of them, as Django writes it. */
export function bareMapIn(layer: Layer): readonly FieldIssue[] | undefined {
  return issuesOfMap(placesIn(layer).find(isMapOfLists));
}
