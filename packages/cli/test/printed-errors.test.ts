import { inspect } from "node:util";
import { UNRECOGNIZED, transportError } from "@scai-errors/core";
import { scaigrid } from "@scai-errors/scaigrid";
import { describe, expect, it } from "vitest";
import { pipe, run, withoutProse } from "./run.js";

const error = scaigrid.decode({
  status: 429,
  headers: { "x-request-id": "req_1", "retry-after": "20" },
  body: { error: { code: "RATE_LIMITED", message: "Slow down" } },
});
const newer = scaigrid.decode({ status: 409, body: { error: { code: "OF_TOMORROW", message: "New" } } });
const ONE_LINE = String(error);

async function shownIn(input: string, ...options: readonly string[]): Promise<unknown> {
  return JSON.parse((await pipe(input, "decode", "--json", ...options)).out);
}

describe("an error as programs print it", () => {
  it("is explained where it is the whole input, in one line or in full", async () => {
    for (const [name, input] of [
      ["line", ONE_LINE],
      ["full", inspect(error)],
    ] as const) {
      const { code, out, err } = await pipe(`${input}\n`, "decode");
      expect({ code, err }).toEqual({ code: 0, err: "" });
      await expect(withoutProse(out)).toMatchFileSnapshot(`golden/printed-${name}.txt`);
    }
    expect(await shownIn(inspect(error))).toMatchObject([
      { id: "scaigrid/RATE_LIMITED", status: 429, message: "Slow down", requestId: "req_1", retry: { policy: "backoff", afterMs: 20_000 } },
    ]);
  });

  it.each([
    [
      "its fields alone",
      inspect(error)
        .replace(/^[\s\S]*?\{\n/, "")
        .replace(/\n\s+kind[\s\S]*/, ""),
    ],
    ["an error that nothing caught", `Uncaught ${inspect(error)}`],
    ["the way of Bun and Deno", inspect(error).replaceAll("'", '"')],
  ])("is explained in the form of %s", async (_, input) => {
    expect(await shownIn(input)).toMatchObject([{ id: "scaigrid/RATE_LIMITED" }]);
  });

  it("is explained where its connection failed, and where its code is newer than the package", async () => {
    expect(await shownIn(inspect(transportError("TIMEOUT")))).toMatchObject([{ id: "transport/TIMEOUT", message: "no answer in time" }]);
    expect(await shownIn(inspect(newer))).toMatchObject([
      { id: `scaigrid/${UNRECOGNIZED}`, receivedCode: "OF_TOMORROW", status: 409, kind: "aborted" },
    ]);
    expect(await shownIn("ScaigridError [OF_TOMORROW]: New")).toMatchObject([
      { id: `scaigrid/${UNRECOGNIZED}`, receivedCode: "OF_TOMORROW" },
    ]);
  });

  it("is counted in a log of text, once each, with the time in front and without its message", async () => {
    const log = [
      "the api has started",
      `2026-09-21T14:13:21Z ERROR ${ONE_LINE}`,
      `[2026-09-21 14:13:22] ${ONE_LINE}`,
      `failed: ${inspect(error)}`,
      `TypeError [ERR_INVALID_ARG_TYPE]: The "path" argument is wrong`,
      "ScaidriveError [GONE]: SECRET",
    ].join("\n");
    const { code, out, err } = await pipe(log, "decode");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    await expect(out).toMatchFileSnapshot("golden/logs/printed.txt");
    expect(await shownIn(log, "--service", "scaidrive")).toMatchObject({ failures: 1, codes: [{ ids: ["scaidrive/GONE"] }] });
  });

  it("is found far behind the beginning, and in the text that a logger or Docker puts into JSON", async () => {
    const late = `${"starting\n".repeat(20_000)}ERROR ${ONE_LINE}\n`;
    const wrapped = `${JSON.stringify({ log: `${ONE_LINE}\n`, stream: "stderr", time: "2026-09-21T14:13:20Z" })}\n`;
    for (const input of [late, wrapped, wrapped + wrapped])
      expect(await shownIn(input)).toMatchObject({ codes: [{ ids: ["scaigrid/RATE_LIMITED"], kind: "rate_limited" }] });
    expect(await shownIn(wrapped)).toMatchObject({ codes: [{ first: "2026-09-21T14:13:20.000Z" }] });
  });

  it("is explained by `explain` as well", async () => {
    for (const typed of [ONE_LINE, `[api] ${ONE_LINE}`, "scaigriderror [rate_limited]: x"])
      expect((await run("explain", typed)).out).toBe((await run("explain", "scaigrid/RATE_LIMITED")).out);
  });
});

it.each(["hello", "hello\nworld\n", "<html>\n<p>Bad gateway</p></html>", '"text"'])(
  "says what is read where it is given %j",
  async (input) => {
    const { code, out, err } = await pipe(input, "decode");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    await expect(err).toMatchFileSnapshot("golden/refusals/decode-words.txt");
  },
);
