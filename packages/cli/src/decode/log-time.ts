/** From the year 2001 in the unit, in which all clocks of today are later: to tell seconds, milliseconds, micro- and nanoseconds apart. */
const ERA = 1e9;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A time as loggers write it, in Unix milliseconds: a number or digits in any usual unit, ISO 8601, or nginx's `26/Nov/2026:06:25:29 +0000`. */
export function timeOf(value: unknown): number | undefined {
  if (typeof value === "number") return timeOfNumber(value);
  if (typeof value !== "string") return undefined;
  if (/^\d+(?:\.\d+)?$/.test(value)) return timeOfNumber(Number(value));
  const time = Date.parse(isoOf(value));
  return Number.isFinite(time) ? time : undefined;
}

function timeOfNumber(value: number): number | undefined {
  if (!Number.isFinite(value) || value < ERA) return undefined;
  if (value < ERA * 1e3) return value * 1e3;
  if (value < ERA * 1e6) return value;
  if (value < ERA * 1e9) return value / 1e3;
  return value < ERA * 1e12 ? value / 1e6 : undefined;
}

function isoOf(text: string): string {
  const local = /^(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)$/.exec(text);
  if (!local) return text;
  const [, day, month = "", year, time, hours, minutes] = local;
  return `${year}-${`${MONTHS.indexOf(month) + 1}`.padStart(2, "0")}-${day}T${time}${hours}:${minutes}`;
}
