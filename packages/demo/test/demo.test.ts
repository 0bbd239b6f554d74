import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

function run(file: URL): { status: number | null; lines: readonly string[]; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(file)], { encoding: "utf8", timeout: 60_000 });
  // How long it took is the one thing that differs between two runs.
  return { status, stderr, lines: stdout.replace(/ in \d+\.\d s\n$/, "\n").split("\n") };
}

const whole = run(new URL("../dist/main.js", import.meta.url));

it("decodes everything as it was asked for", async () => {
  const { status, lines, stderr } = whole;
  expect(stderr).toBe("");
  expect(lines.filter((line) => line.startsWith("!"))).toEqual([]);
  expect(status).toBe(0);
  await expect(lines.slice(lines.indexOf("totals")).join("\n")).toMatchFileSnapshot("golden/totals.txt");
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
  const shown = lines.filter((line, at) => /^(?:!| {4})/.test(line) || at >= lines.indexOf("totals"));
  await expect(shown.join("\n")).toMatchFileSnapshot("golden/mismatches.txt");
});
