/**
 * Reads an HTTP-date, in any of the three forms of RFC 9110, section 5.6.7, as Unix milliseconds. Returns undefined for anything else: other date
 * formats, dates that do not exist, and weekdays that do not match the date.
 *
 * `Date` alone would read `-1` as a day in 2001. So every form is rewritten as the first one, and the parsed date must give the same text again.
 */
export function parseHttpDate(text?: string): number | undefined {
  if (text === undefined) return undefined;
  // RFC 850 has two-digit years. The weekday tells the century, because no date has the same weekday a hundred years later.
  for (const century of [20, 19]) {
    const imf = text
      // A leap second counts as the second before it, because Date has none.
      .replace(":60 ", ":59 ")
      .replace(/(...)(?:s|nes|rs|ur)?day, (\d\d)-(...)-(?=.. )/, `$1, $2 $3 ${century}`)
      // asctime pads the day with a space.
      .replace(/^(... ...) {2}/, "$1 0")
      // Whatever is left before or behind it makes the text differ from the date in the end.
      .replace(/(...) (...) (\d\d) (\S+) (\d{4})/, "$1, $3 $2 $5 $4 GMT");
    const date = new Date(imf);
    const time = date.getTime();
    // An invalid date writes itself as "Invalid Date".
    if (Number.isFinite(time) && date.toUTCString() === imf) return time;
  }
  return undefined;
}
