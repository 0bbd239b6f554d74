import { mentionLine, unreadLine } from "../page/place-lines.js";
import type { Mention, PageRow } from "../page/rows.js";
import type { UnderstoodPage } from "../page/understand.js";
import { CODE, isCapitals } from "../page/words.js";
import type { VocabularyRecord } from "../record.js";
import { type Comparison, codeOfMessage, isUsed } from "./differences.js";

/** How many of the lines of one kind are shown. */
const MOST_LINES = 20;

/** Whether a service could mean a failure by what is mentioned. Small words are codes only where the service has them. */
function isMeant(record: VocabularyRecord, { matched }: Comparison, { by, key }: Mention): boolean {
  const { codes } = record;
  if (by === "code") return isCapitals(key) || Object.hasOwn(codes, key);
  // An example of a message may stand beside the row with its variable parts.
  if (by === "message") return !matched.has(codeOfMessage(codes, { key, isOpen: false }) ?? "");
  // A message may have a status that no failure without a message has.
  return by !== "status" || !isUsed(record, "message") || !Object.values(codes).some(({ status }) => `${status}` === key);
}

function shown(lines: readonly string[]): string[] {
  const more = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), ...(more > 0 ? [`  and ${more} more`] : [])];
}

/**
 * Why a page was not understood, in lines; none where it was. A report about a page that was half understood would name differences that there
 * are not, and teach people to ignore it, or hide those that there are.
 */
export function whyNotUnderstood(record: VocabularyRecord, page: UnderstoodPage, comparison: Comparison): string[] {
  // To a service without messages, a message is what a page says of a status.
  const unread = page.unread.filter(({ by }) => isUsed(record, by) || (by === "message" && isUsed(record, "status")));
  const mentions = page.mentions.filter((one) => one.isProminent && isUsed(record, one.by) && isMeant(record, comparison, one));
  return [
    ...titled("These places should say which failure they are about, and cannot be read:", unread.map(unreadLine)),
    ...titled("These look like failures, stand where an entry would, and are in no row that was read:", mentions.map(mentionLine)),
    ...doubts(record, page.rows, comparison),
  ];
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...shown(lines), ""];
}

/** As many codes as a page may name by the way. */
const FEW = 3;
const WAYS = { wire: "codes", message: "messages", status: "statuses", close: "close codes", program: "nothing in an answer" } as const;

/** What makes it likely that the page was read wrongly, or is another service's. */
function doubts(record: VocabularyRecord, rows: readonly PageRow[], { matched, differences }: Comparison): string[] {
  const { codes, service } = record;
  const expected = Object.entries(codes).filter(([, { foundBy }]) => foundBy !== "program");
  const ways = [...new Set(expected.map(([, { foundBy }]) => WAYS[foundBy]))].join(" and ");
  const coded = rows.filter(({ by, key, status }) => by === "code" && status !== undefined && CODE.test(key));
  if (!isUsed(record, "code") && coded.length >= FEW) {
    const [first] = coded;
    return [
      `The page lists ${coded.length} codes, ${first?.key ?? ""} first, and ${service} tells failures apart by ${ways}. Is it the page of another service? If ${service} sends codes now, its rows need them first.`,
      "",
    ];
  }
  if (matched.size * 2 < expected.length) {
    const count = matched.size === 0 ? "none" : `only ${matched.size} of ${expected.length}`;
    return [`It has ${count} of the codes of ${service}. Is it the page of another service, or a part of the page?`, ""];
  }
  const withStatus = [...matched].filter(([code]) => codes[code]?.status !== null);
  const lacking = withStatus.filter(([, { status }]) => status === undefined);
  if (lacking.length * 2 > withStatus.length) {
    return [
      `No status was found for ${lacking.length} of ${withStatus.length} codes. Does the page have them in a form that cannot be read?`,
      "",
    ];
  }
  const others = differences.filter(({ what, entry }) => what === "another status" && entry?.status !== undefined);
  if (others.length > 3 && others.length * 3 > withStatus.length) {
    return [`${others.length} of ${withStatus.length} codes have another status. Another number was probably read in its place.`, ""];
  }
  return [];
}
