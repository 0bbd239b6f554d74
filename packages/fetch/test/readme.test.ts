import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { settingsOf } from "../src/options.js";
import { transport } from "../src/index.js";
import { busyGrid } from "./examples/busy-grid.js";
import { nameOfModel } from "./examples/first.js";
import { thrownBy } from "./thrown.js";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const options = readFileSync(new URL("../../../docs/fetch/options.md", import.meta.url), "utf8");
const failures = readFileSync(new URL("../../../docs/fetch/connection-failures.md", import.meta.url), "utf8");
const first = readFileSync(new URL("examples/first.ts", import.meta.url), "utf8");

describe("the README and its pages", () => {
  test("begin with an example that runs, because it is this file", async () => {
    expect(/```ts\n(.*?)```/s.exec(readme)?.[1]).toBe(first);
    const { url } = await busyGrid();
    expect(await nameOfModel(`${url}v1/models/small`)).toBe("small");
    expect(await nameOfModel(`${url}v1/models/large`)).toBe("unknown");
    expect(await thrownBy(nameOfModel("nope"))).toBeInstanceOf(TypeError);
  });

  test("have every failure of the connection in a table, as it is", () => {
    const shown = [...failures.matchAll(/^\| `([A-Z_]+)` +\| `(\w+)` +\| .+ \| (\w+)(?:, (always|if idempotent))? +\|$/gm)].map((row) =>
      row.slice(1),
    );
    expect(shown).toEqual(
      Object.entries(transport.codes).map(([code, { kind, retry, mayHaveReachedServer }]) => {
        const isRetried = retry === "backoff" || retry === "once";
        const isOften = isRetried ? "yes" : "no";
        const condition = mayHaveReachedServer ? "if idempotent" : "always";
        return [code, kind, retry === "once" ? "once" : isOften, isRetried ? condition : undefined];
      }),
    );
  });

  test("have the defaults as they are", () => {
    const { limits, attemptTimeoutMs, totalTimeoutMs, idempotencyKeys } = settingsOf({});
    const shown = Object.fromEntries([...options.matchAll(/^\| `([\w.]+)` +\| (\S+) +\|/gm)].map((row) => [row[1], row[2]]));
    expect(shown).toMatchObject({
      "retry.attempts": `${limits.attempts}`,
      "retry.baseDelayMs": `${limits.baseDelayMs}`,
      "retry.maxDelayMs": `${limits.maxDelayMs}`,
      attemptTimeoutMs: `${attemptTimeoutMs}`,
      totalTimeoutMs: `${totalTimeoutMs}`,
      idempotencyKeys: `${idempotencyKeys}`,
    });
  });
});
