import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Service } from "@scai-errors/core";
import { expect, it } from "vitest";

function run(file: URL, ...words: readonly string[]): { status: number | null; lines: readonly string[]; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(file), ...words], { encoding: "utf8", timeout: 150_000 });
  // How long it took is the one thing that differs between two runs.
  return { status, stderr, lines: stdout.replace(/ in \d+\.\d s\n$/, "\n").split("\n") };
}

/** The table of totals: per service its name, how many codes it has, and how many of its calls went wrong. */
function totalsOf(lines: readonly string[]): readonly (readonly [name: string, codes: number, mismatches: number])[] {
  return lines.slice(lines.indexOf("totals")).flatMap((line) => {
    const [, name, codes, mismatches] = /^ {2}(\w+) +(\d+) .* (\d+)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, Number(codes), Number(mismatches)]];
  });
}

const main = new URL("../dist/main.js", import.meta.url);
const whole = run(main, "all");

it("decodes everything as it was asked for", async () => {
  const { status, lines, stderr } = whole;
  expect(stderr).toBe("");
  expect(lines.filter((line) => line.startsWith("!"))).toEqual([]);
  expect(status).toBe(0);
  const totals = totalsOf(lines);
  expect(totals.length).toBeGreaterThan(0);
  for (const [name, codes, mismatches] of totals) {
    const service = ((await import(`@scai-errors/${name}`)) as Readonly<Record<string, Service>>)[name];
    expect([name, codes, mismatches]).toEqual([name, Object.keys(service!.codes).length, 0]);
  }
  expect(lines.at(-2)).toMatch(/^\d+ codes of \d+ services and \d+ odd answers: \d+ calls, 0 mismatches$/);
});

it("shows the odd answers and the totals, and a service's codes where they are asked for", () => {
  const titlesOf = ({ lines }: ReturnType<typeof run>): readonly string[] =>
    lines.filter((line) => /^(?:\w+, \d+ codes|odd answers, |totals|A table)/.test(line));
  const [odd, totals, hint, ...rest] = titlesOf(run(main));
  expect([odd, totals, hint, rest]).toEqual([
    expect.stringMatching(/^odd answers/),
    "totals",
    expect.stringMatching(/^A table of every code/),
    [],
  ]);
  expect(titlesOf(run(main, "dns"))).toEqual([
    expect.stringMatching(/^dns, \d+ codes, each explained at https:\/\/errors\.scailabs\.ai\/dns\/<code>\/$/),
    odd,
    totals,
  ]);
});

it("refuses a service that it does not have, with those that it has", () => {
  const { status, stderr } = run(main, "scaimail");
  expect(status).toBe(2);
  expect(stderr).toMatch(/^There is no service "scaimail"\. Name some of dns, .*, or "all", /);
});

it("prints plain lines where there is no terminal", () => {
  const { lines } = whole;
  // eslint-disable-next-line no-control-regex -- finding control characters is the purpose
  expect(lines.filter((line) => /[\x00-\x1F\x7F]/.test(line))).toEqual([]);
  expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
});

it("names what differs, and ends with 1", async () => {
  const { status, lines } = run(new URL("./broken-expectation.mjs", import.meta.url));
  expect(status).toBe(1);
  const shown = lines.filter((line) => /^(?:!| {4})/.test(line));
  // The ids are given in the order of the calls, of which there are more with every code.
  await expect(shown.join("\n").replace(/\breq_\d+/g, "req_<n>")).toMatchFileSnapshot("golden/mismatches.txt");
  expect(totalsOf(lines).map(([name, , mismatches]) => [name, mismatches])).toEqual([
    ["scaigrid", 10],
    ["scaidrive", 1],
  ]);
});
