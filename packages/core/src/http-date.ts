/**
 * Reads an HTTP-date, in any of the three forms of RFC 9110, section 5.6.7, as Unix milliseconds. Anything else gives undefined: other date
 * formats, dates that do not exist, and weekdays that do not belong to the date.
 *
 * `Date` alone would read `-1` as a day in 2001. So what it read is written again in the three forms, and one of them has to be the text.
 * @param now Unix milliseconds. RFC 850 has two-digit years; one that would be more than 50 years ago means the next century.
 */
export function parseHttpDate(text = "", now: number): number | undefined {
  // A leap second counts as the second before it, because Date has none. Without a zone, asctime would be taken for local time.
  const plain = text.replace(":60 ", ":59 ");
  const [dayName] = /^\w{3,6}day(?=, \d\d-)/.exec(plain) ?? [];
  const date = new Date(plain.endsWith("GMT") ? plain : `${plain} GMT`);
  if (dayName && now - date.getTime() > 50 * 31_557_600_000) date.setUTCFullYear(date.getUTCFullYear() + 100);
  const imf = date.toUTCString();
  const [weekday = "", day = "", month, year = "", time] = imf.split(/,? /);
  return time &&
    plain.startsWith(weekday) &&
    [
      imf,
      `${dayName}, ${day}-${month}-${year.slice(2)} ${time} GMT`,
      `${weekday} ${month} ${day.replace(/^0/, " ")} ${time} ${year}`,
    ].includes(plain)
    ? date.getTime()
    : undefined;
}
