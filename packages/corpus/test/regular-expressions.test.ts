import { cpuTime } from "../src/cpu-time.js";
import { expect, it } from "vitest";
import { checkSync } from "recheck";
import { regularExpressions } from "../src/regular-expressions.js";

const all = ["core", "scaigrid", "scaikey", "scaiwave", "scaidrive", "dns"].flatMap(regularExpressions);

/** What has stopped regular expressions elsewhere, and what the ones here look for. */
const pumps = [" ", "a", "_", "a_", "0", "A", "-", "<", ", ", "\u001b[", "\u001b[0;", "\u200b", "\u202e\n", "\ud83d", "é", "Fri ", "a b"];
const MEGABYTE = 1_048_576;

it("finds the regular expressions of the packages", () => {
  expect(all.length).toBeGreaterThan(5);
});

for (const { file, line, source, flags } of all) {
  it(`${file}:${line} /${source}/${flags} takes linear time`, () => {
    const diagnosis = checkSync(source, flags);
    expect(diagnosis.status, `recheck calls it ${diagnosis.status}`).toBe("safe");
    for (const pump of pumps) {
      for (const end of ["!", "\u0000", ""]) {
        const expression = new RegExp(source, flags);
        const [short, long] = [MEGABYTE / 4, MEGABYTE].map((length) => {
          const text = pump.repeat(length / pump.length) + end;
          return cpuTime(() => text.replace(expression, ""));
        });
        // Four times the text takes 4 times as long in linear time and 16 times in quadratic, which for 1 MB is minutes. Less than 20 ms is noise.
        expect(long, `1 MB of ${JSON.stringify(pump)}`).toBeLessThan(10 * Math.max(20, short ?? 0));
      }
    }
  });
}
