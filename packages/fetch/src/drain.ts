/** The most bytes and milliseconds that are spent on keeping a connection for the next request. */
const MOST_BYTES = 65_536;
const MOST_MS = 1000;

/**
 * Reads the rest of a body that nobody needs, so that its connection can be used again, or cancels it where that takes more than 64 KiB or a
 * second. Never rejects.
 */
export async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const cancel = (): Promise<void> => reader.cancel().catch(() => undefined);
  const timer = setTimeout(() => void cancel(), MOST_MS);
  try {
    for (let left = MOST_BYTES; left >= 0;) {
      const { done, value } = await reader.read();
      if (done) return;
      left -= value.length;
    }
    await cancel();
  } catch {
    // The connection broke, and so there is none to keep.
  } finally {
    clearTimeout(timer);
  }
}
