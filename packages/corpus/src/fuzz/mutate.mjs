// Changes inputs the way a fuzzer does. Pure but for the dice that it is handed.

/** What readers of JSON, of headers and of texts trip over. */
const TOKENS = [
  ...[
    '"error"',
    '"detail"',
    '"code"',
    '"message"',
    '"__proto__"',
    "null",
    "1e999",
    "-0",
    "[[",
    "{{",
    '\\"',
    "\\u0000",
    "\\ud83d",
    "\u202e",
    "\u0000",
  ],
  ...["\r\n", " GMT", "99999999999999999999", "\u{1f600}", "<html", "[object Object]"],
].map((text) => new TextEncoder().encode(text));

function joined(...parts) {
  return new Uint8Array(Buffer.concat(parts));
}

/** One change: a byte, a part that goes, comes twice or is new, a token, or the end of another input. */
function changedOnce(bytes, others, dice) {
  const below = (limit) => Math.floor(dice() * limit);
  const at = below(bytes.length + 1);
  const to = Math.min(bytes.length, at + 1 + below(16));
  const [before, part, after] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
  switch (below(6)) {
    case 0:
      return joined(
        before,
        part.map((byte) => byte ^ (1 << below(8))),
        after,
      );
    case 1:
      return joined(before, after);
    case 2:
      return joined(before, part, part, after);
    case 3:
      return joined(
        before,
        Uint8Array.from({ length: 1 + below(4) }, () => below(256)),
        after,
      );
    case 4:
      return joined(before, TOKENS[below(TOKENS.length)], part, after);
    default: {
      const other = others[below(others.length)];
      return joined(before, other.subarray(below(other.length)));
    }
  }
}

/** An input with a few changes, at most so long. */
export function changed(bytes, others, dice, longest) {
  let result = bytes;
  for (let times = 1 + Math.floor(dice() * 4); times > 0; times--) result = changedOnce(result, others, dice).subarray(0, longest);
  return result;
}
