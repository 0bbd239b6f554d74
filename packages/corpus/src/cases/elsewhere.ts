import type { Elsewhere } from "../case.js";

const RETRYING = "packages/fetch";
const PAGES = "packages/site";

/** What of the catalogue is not about decoding an answer, and whose it is. Together with the cases this accounts for every number. */
export const elsewhere: readonly Elsewhere[] = [
  { item: 1, part: "rest", owner: RETRYING, reason: "that no timer gets the number unchecked is up to who waits" },
  { item: 2, part: "rest", owner: RETRYING, reason: "the same, just over the limit of timers" },
  { item: 3, part: "rest", owner: RETRYING, reason: "the ceiling on waiting is the caller's" },
  { item: 4, part: "rest", owner: RETRYING, reason: "the ceiling on waiting is the caller's" },
  { item: 20, part: "rest", owner: RETRYING, reason: "a clock that jumps matters while waiting; reading takes the time once" },
  { item: 21, part: "whole", owner: RETRYING, reason: "a timer that fires late matters while waiting" },
  { item: 22, part: "whole", owner: RETRYING, reason: "spreading many clients is jitter, and decoding has none" },
  { item: 26, part: "rest", owner: RETRYING, reason: "counting the attempts that a policy of once allows" },
  { item: 31, part: "rest", owner: "the caller", reason: "whether to look at the body of a 200 is decided before anything is decoded" },
  { item: 33, part: "rest", owner: RETRYING, reason: "following redirects, and with which headers, happens before there is an answer" },
  { item: 38, part: "rest", owner: RETRYING, reason: "headers that the HTTP client refuses are a network failure without an answer" },
  { item: 40, part: "rest", owner: RETRYING, reason: "no service documents the header, so no retry follows it" },
  { item: 44, part: "rest", owner: RETRYING, reason: "the HTTP client refuses so many codings before there is an answer" },
  { item: 56, part: "whole", owner: RETRYING, reason: "what becomes of a body that nobody reads, between two attempts" },
  { item: 80, part: "rest", owner: PAGES, reason: "showing text as text is the page's business" },
  { item: 81, part: "whole", owner: PAGES, reason: "a page that freezes; the same sizes are decoded here as items 58, 59 and 78" },
  {
    item: 82,
    part: "rest",
    owner: "packages/corpus/test/regular-expressions.test.ts",
    reason: "every regular expression is checked by a tool and measured",
  },
];
