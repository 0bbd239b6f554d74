import { parseHttpDate, parseRetryAfter } from "@scai-errors/core";

const NOW = Date.UTC(2026, 10, 20, 10);

/** Any bytes as a header's value: a date or none, and a time to wait that a timer and a sum can take. */
export function fuzz(bytes: Buffer): void {
  const text = bytes.toString("latin1");
  const at = parseHttpDate(text);
  // A leap second counts as the second before it; a two-digit year may mean another century than the platform's reader assumes.
  if (at !== undefined && !Number.isSafeInteger(at)) throw new Error(`A date was read as ${at}.`);
  const afterMs = parseRetryAfter(text, NOW, text);
  if (afterMs === undefined) return;
  if (!(afterMs >= 0 && afterMs <= Number.MAX_SAFE_INTEGER)) throw new Error(`A time to wait was read as ${afterMs}.`);
  if (at === undefined && !/^\d+$/.test(text)) throw new Error("A time to wait was read from what is neither digits nor a date.");
}
