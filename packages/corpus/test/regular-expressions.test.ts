import { expect, it } from "vitest";
import { services } from "@scai-errors/workspace/services";
import { cpuTime } from "../src/cpu-time.js";
import { regularExpressions } from "../src/regular-expressions.js";

const found = ["core", ...services.map(({ name }) => name)].map(regularExpressions);

const all = found.flatMap(({ written }) => written).map(({ file, line, ...expression }) => ({ ...expression, where: `${file}:${line}` }));

/** What has stopped regular expressions elsewhere, and what the ones here look for. */
const pumps = [" ", "a", "_", "a_", "0", "A", "-", "<", ", ", "\u001b[", "\u001b[0;", "\u200b", "\u202e\n", "\ud83d", "é", "Fri ", "a b"];
const MEGABYTE = 1_048_576;

/** Texts that are the beginning of what an expression wants, over and over: its own letters. */
function ownPumps(source: string): string[] {
  const words = source.replaceAll(/\(.*?\)|[\\^$?+*]/g, "");
  return words.length > 8 ? [words, ` ${words}`, words.slice(0, words.length / 2)] : [];
}

it("finds the expressions of the packages, of which none is built at run time", () => {
  expect(all.length).toBeGreaterThan(5);
  expect(found.flatMap(({ builders }) => builders)).toEqual([]);
});

for (const { where, source, flags } of all) {
  it(`/${source}/${flags} takes linear time (${where})`, () => {
    const expression = new RegExp(source, flags);
    const first = source.replaceAll(/\(.*|[\\^$]/g, "");
    for (const pump of [...pumps, ...ownPumps(source)]) {
      const [short, long] = [MEGABYTE / 4, MEGABYTE].map((length) => {
        const text = `${first}${pump.repeat(length / pump.length)}\u0000`;
        return cpuTime(() => text.replace(expression, ""));
      });
      // Four times the text takes 4 times as long in linear time and 16 times in quadratic, which for 1 MB is minutes. Less than 20 ms is noise.
      expect(long, `1 MB of ${JSON.stringify(pump)}`).toBeLessThan(10 * Math.max(20, short ?? 0));
    }
  });
}
