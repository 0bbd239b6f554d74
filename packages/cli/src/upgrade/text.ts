import type { Change } from "@scai-errors/vocabulary/diff";
import type { Terminal } from "../terminal.js";
import type { Impact } from "./impact.js";
import type { Place } from "./project.js";
import type { PackageVersion } from "./versions.js";

function changeText({ subject, aspect, was, is }: Change): string {
  return `${subject}: ${aspect} ${was} → ${is}`;
}

const where = ({ file, line }: Place): string => `${file}:${line}`;

/** The most places that are listed of one change. */
const MOST_PLACES = 20;

function placesText(given: readonly (Place & { readonly text: string })[], { dim }: Terminal): readonly string[] {
  // A line that depends on it twice is shown once.
  const places = [...new Map(given.map((place) => [`${where(place)} ${place.text}`, place])).values()];
  const width = Math.max(...places.slice(0, MOST_PLACES).map((place) => where(place).length));
  const lines = places.slice(0, MOST_PLACES).map((place) => `    ${where(place).padEnd(width)}  ${dim(place.text)}`);
  return places.length > MOST_PLACES ? [...lines, `    and ${places.length - MOST_PLACES} more`] : lines;
}

/** What an upgrade asks for, for people: first what nobody else will say. */
export function impactText(
  packageName: string,
  versions: { readonly from: PackageVersion; readonly to: PackageVersion },
  { reported, silent, untouched, added }: Impact,
  terminal: Terminal,
): string {
  const { bold, yellow, red } = terminal;
  const sections: (readonly string[])[] = [[bold(`${packageName} ${versions.from.version} → ${versions.to.version}`)]];
  if (silent.length > 0) {
    sections.push([
      yellow("No compiler will tell you, and your code depends on it:"),
      ...silent.flatMap(({ change, uses }) => [`  ${bold(changeText(change))}`, `    ${change.reason}`, ...placesText(uses, terminal)]),
    ]);
  }
  if (reported.length > 0) {
    const lines = reported.map((complaint) => ({ ...complaint, text: `${complaint.code} ${complaint.message}` }));
    sections.push([red("The compiler will tell you:"), ...placesText(lines, terminal)]);
  }
  if (added.length > 0)
    sections.push(["New codes, which arrived as UNRECOGNIZED until now:", ...added.map(({ subject, is }) => `  ${subject}: ${is}`)]);
  if (untouched.length > 0)
    sections.push(["Changed, but your code does not depend on it:", ...untouched.map((change) => `  ${changeText(change)}`)]);
  if (sections.length === 1) sections.push(["Nothing has changed that a program could notice."]);
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** The same for machines. */
export function impactJson(
  packageName: string,
  { from, to }: { readonly from: PackageVersion; readonly to: PackageVersion },
  impact: Impact,
): object {
  return { package: packageName, from: from.version, to: to.version, ...impact };
}
