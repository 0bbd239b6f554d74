import type { Cell } from "./blocks.js";

/** How pages say that a failure is no longer sent. */

const GONE = /(?<!\b(?:be|not) )\b(?:removed|retired|withdrawn|discontinued|obsolete|no longer)\b/i;
/** These are said of rooms and files as well, so that they count only beside a code and for the headings of codes. */
const GONE_BESIDE = /(?<!\b(?:be|not) )\b(?:deleted|dropped|former|formerly)\b/i;
const GONE_HEADING =
  /^(?:deleted|dropped|former|old|legacy|previous)(?:$|\s+(?:\w+\s+)?(?:codes?|errors?|identifiers?|names|statuses|messages|closes|ones)\b)/i;

/** Whether a cell with the key of a failure says it beside the key, or in a badge. A key may have such a word in itself: `room.deleted`. */
export function saysGone(cell: Cell, keys: readonly string[]): boolean {
  const beside = keys.reduce((text, key) => text.replace(key, " "), cell.text);
  return [beside, ...cell.badges].some((text) => GONE.test(text) || GONE_BESIDE.test(text));
}

/** Whether a heading says it of everything beneath it. */
export function saysGoneOfAll(heading: Cell): boolean {
  return (
    GONE.test(heading.text) || GONE_HEADING.test(heading.text) || heading.badges.some((one) => GONE.test(one) || GONE_BESIDE.test(one))
  );
}

const SINCE =
  /^\W*(?:(?:removed|retired|withdrawn|discontinued|obsolete|deleted|dropped)\s+(?:since\b|as of\b|(?:in|with)\s+(?:(?:api|version|release)\b|v?\d))|no longer (?:sent|used|returned|in use))/i;

/** Whether a meaning begins with it in so many words: `removed in v3`, `no longer sent`. */
export function saysGoneSince(meaning: string): boolean {
  return SINCE.test(meaning);
}

const ALONE = /^\W*(?:removed|retired|withdrawn|discontinued|obsolete)\W*$/i;

/** Whether the meaning of a code is nothing else. Of a status it may be the meaning: 410 is sent for what was removed. */
export function saysOnlyGone(meaning: string): boolean {
  return ALONE.test(meaning) || saysGoneSince(meaning);
}

const STATE_TITLE = /^(?:state|status|lifecycle|availability|support|stage|notes?|remarks?|comments?|since|versions?)\b/i;
const STATE = /^\W*(?:removed|retired|withdrawn|discontinued|obsolete|deleted|dropped|former|gone)\W*$/i;
const GONE_TITLE = /^(?:removed|retired|withdrawn|discontinued|deleted|dropped)(?:$|\s)/i;
const NO = /^(?:[-\u2013\u2014?]|no|not yet|never|none|null|false|n\/a)?$/i;

/** Whether a column or a member about nothing but the life of a failure says it: `State: removed`, `Removed: v3`. */
export function isGoneBy(title: string, text: string): boolean {
  if (GONE_TITLE.test(title)) return !NO.test(text);
  return STATE_TITLE.test(title) && (STATE.test(text) || saysGoneSince(text));
}
