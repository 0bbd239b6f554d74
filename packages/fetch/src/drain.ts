import type { Chunks } from "./chunks.js";

/** Maximum bytes and milliseconds that are spent on keeping a connection for the next request. */
const MOST_BYTES = 65_536;
const MOST_MS = 1000;

/**
 * Reads the rest of a body that nobody needs, so that its connection can be reused, or cancels it if that takes more than 64 KiB or a second. Never
 * rejects.
 */
export async function drain(chunks: Chunks): Promise<void> {
  const timer = setTimeout(() => void chunks.cancel(), MOST_MS);
  try {
    for (let left = MOST_BYTES; left >= 0;) {
      const chunk = await chunks.read();
      if (chunk === undefined) return;
      left -= chunk.length;
    }
    await chunks.cancel();
  } catch {
    // The connection broke, and so there is none to keep.
  } finally {
    clearTimeout(timer);
  }
}
