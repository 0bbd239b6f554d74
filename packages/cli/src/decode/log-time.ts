/** From the year 2001 in the unit, in which all clocks of today are later: to tell seconds, milliseconds, micro- and nanoseconds apart. */
const ERA = 1e9;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** ISO 8601 as loggers write it: a blank for the T, a comma for the point, a zone after a blank or without a colon. */
const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?:(:\d\d)(?:[.,](\d+))?)?(?: ?(?:(Z)|([+-]\d\d):?(\d\d)?))?$/i;

/** nginx's `26/Nov/2026:06:25:29 +0000`. */
const NGINX = /^(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)$/;

/**
 * A time as loggers write it, in Unix milliseconds: a number or digits in any usual unit, ISO 8601 with a time of the day, or nginx's way. Undefined
 * for all else, out of which Date would make a day in 2001 where it only holds a digit.
 */
export function timeOf(value: unknown): number | undefined {
  if (typeof value === "number") return timeOfNumber(value);
  if (typeof value !== "string") return undefined;
  if (/^\d+(?:\.\d+)?$/.test(value)) return timeOfNumber(Number(value));
  const time = Date.parse(isoOf(value) ?? isoOfNginx(value) ?? "");
  return Number.isFinite(time) ? time : undefined;
}

function timeOfNumber(value: number): number | undefined {
  if (!Number.isFinite(value) || value < ERA) return undefined;
  if (value < ERA * 1e3) return value * 1e3;
  if (value < ERA * 1e6) return value;
  if (value < ERA * 1e9) return value / 1e3;
  return value < ERA * 1e12 ? value / 1e6 : undefined;
}

/** In the one form that every engine reads alike. */
function isoOf(text: string): string | undefined {
  const parts = ISO.exec(text);
  if (!parts) return undefined;
  const [, day, time, seconds = ":00", fraction = "0", z, hours, minutes = "00"] = parts;
  const zone = hours === undefined ? (z ?? "") : `${hours}:${minutes}`;
  return `${day}T${time}${seconds}.${fraction.slice(0, 3)}${zone}`.toUpperCase();
}

function isoOfNginx(text: string): string | undefined {
  const parts = NGINX.exec(text);
  if (!parts) return undefined;
  const [, day, month = "", year, time, hours, minutes] = parts;
  return `${year}-${`${MONTHS.indexOf(month) + 1}`.padStart(2, "0")}-${day}T${time}${hours}:${minutes}`;
}
