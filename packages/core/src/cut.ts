/** How many bytes a character takes in UTF-8. A lone surrogate takes three, like the character that replaces it. */
function bytesIn(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/** At most this many bytes of a text's UTF-8, cut between characters. */
export function cut(text: string, bytes: number): string {
  if (text.length * 3 <= bytes) return text;
  let left = bytes;
  let end = 0;
  while (end < text.length) {
    const point = text.codePointAt(end) ?? 0;
    left -= bytesIn(point);
    if (left < 0) break;
    end += point < 0x10000 ? 1 : 2;
  }
  return text.slice(0, end);
}
