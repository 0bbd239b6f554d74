/** What a page says about one failure. */
export interface PageRow {
  /** By what the page identifies it. */
  readonly by: "code" | "message" | "status" | "close";
  /** The code, the message, or the number. */
  readonly key: string;
  /** The HTTP status; undefined where the page gives none. */
  readonly status: number | undefined;
  /** What the page says about it; undefined where it says nothing. */
  readonly meaning: string | undefined;
  /** The cells of other columns. */
  readonly others: readonly { readonly title: string; readonly text: string }[];
  /** The heading under which it stands. */
  readonly heading: string;
  /** Whether the page says that the service no longer sends it. */
  readonly isGone: boolean;
  /** Whether the key may go on with words of the text behind it: the page has lost the borders of its cells. */
  readonly isOpen: boolean;
  /** Whether nothing but its place says that the key is a code: it is a small word that is not even set as one. */
  readonly isWord?: boolean;
}

/** A place of a page that should have given a row, and did not. */
export interface Unread {
  readonly by: PageRow["by"];
  /** The text that stands there. */
  readonly text: string;
  readonly heading: string;
  /** What is wrong with it, as the end of a sentence. */
  readonly why: string;
}

/** What looks like the key of a failure and stands in no row: a word like a code, a number, a phrase. */
export interface Mention {
  readonly by: PageRow["by"];
  readonly key: string;
  readonly text: string;
  readonly heading: string;
  /** Whether it stands where a row would: at the beginning of its line, or with a status. */
  readonly isProminent: boolean;
}

/** What a reader of a form has found. */
export interface Found {
  readonly rows: readonly PageRow[];
  readonly unread: readonly Unread[];
  readonly mentions: readonly Mention[];
  /** Tables about something else than failures. */
  readonly otherTables: number;
}

export const NOTHING: Found = { rows: [], unread: [], mentions: [], otherTables: 0 };

/** What several readings have found together. */
export function joined(found: readonly Found[]): Found {
  return {
    rows: found.flatMap(({ rows }) => rows),
    unread: found.flatMap(({ unread }) => unread),
    mentions: found.flatMap(({ mentions }) => mentions),
    otherTables: found.reduce((count, { otherTables }) => count + otherTables, 0),
  };
}
