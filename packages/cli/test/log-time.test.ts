import { expect, it } from "vitest";
import { timeOf } from "../src/decode/log-time.js";

const AT = Date.UTC(2026, 8, 21, 14, 13, 20);

it.each([
  ["2026-09-21T14:13:20Z", AT],
  ["2026-09-21T14:13:20.250Z", AT + 250],
  ["2026-09-21T16:13:20+02:00", AT],
  ["2026-09-21T14:13Z", AT - 20_000],
  // Go and Java write nanoseconds, Python and log4j a comma, PostgreSQL and Ruby blanks, strftime a zone without a colon.
  ["2026-09-21T14:13:20.250123456Z", AT + 250],
  ["2026-09-21T14:13:20,250Z", AT + 250],
  ["2026-09-21 14:13:20.25+02", AT - 7_200_000 + 250],
  ["2026-09-21 16:13:20 +0200", AT],
  ["2026-09-21t14:13:20z", AT],
  ["21/Sep/2026:16:13:20 +0200", AT],
  [AT, AT],
  [AT / 1e3, AT],
  [AT * 1e3, AT],
  [AT * 1e6, AT],
  [`${AT / 1e3}.5`, AT + 500],
])("reads the time %j", (written, time) => {
  expect(timeOf(written)).toBe(time);
});

it("takes a time without a zone for one of this machine, as loggers write it", () => {
  const time = new Date(2026, 8, 21, 14, 13, 20, 250).getTime();
  for (const written of ["2026-09-21T14:13:20.250", "2026-09-21 14:13:20,250"]) expect(timeOf(written)).toBe(time);
});

it.each([
  // What Date reads a day out of.
  "worker 7",
  "pod-3",
  "1",
  "May",
  "2026-09-21T14:13:20Z (worker 7)",
  "v2026-09-21T14:13:20Z",
  // A day is no time of it.
  "2026-09-21",
  // No day and no hour of anybody's.
  "2026-13-21T14:13:20Z",
  "2026-09-21T25:13:20Z",
  "21/Foo/2026:16:13:20 +0200",
  "",
  7,
  Number.NaN,
  null,
  undefined,
  {},
])("takes %j for no time", (written) => {
  expect(timeOf(written)).toBeUndefined();
});
