import { answer } from "@scai-errors/testing";
import { describe, expect, it } from "vitest";
import { services } from "../src/services.js";
import { pipe } from "./run.js";

const body = '{"error":{"code":"RATE_LIMITED","message":"SECRET"}}';

/** The kind of result that `decode --json` gives: a list of what one response may be, or the summary of a log. */
async function resultOf(input: string, ...options: readonly string[]): Promise<"response" | "log"> {
  const { out } = await pipe(input, "decode", "--json", ...options);
  return Array.isArray(JSON.parse(out)) ? "response" : "log";
}

describe("a log of a single line is a log", () => {
  it.each([
    ["pino's", { level: 50, res: { statusCode: 429, body } }],
    ["winston's", { level: "error", message: "failed", status: 429, body }],
    ["nginx's", { time_iso8601: "2026-09-21T14:13:20+00:00", status: "429", resp_body: body }],
    ["with an error of ours", { err: services[0]!.service.decode({ status: 429, body: { error: { code: "RATE_LIMITED" } } }) }],
    ["with a status alone", { status: 429, path: "/x" }],
    ["with a line inside", { log: JSON.stringify({ status: 429, body }), stream: "stdout" }],
  ])("%s", async (_, line) => {
    const text = JSON.stringify(line);
    expect(JSON.parse((await pipe(text, "decode", "--json")).out)).toMatchObject({ failures: 1, codes: [{ statuses: [429] }] });
    for (const input of [
      text,
      `${text}\n`,
      `\n${text}\n\n`,
      `api-1 | ${text}`,
      `[${text}]`,
      JSON.stringify(line, undefined, 2),
      text + "\n" + text,
    ])
      expect(await resultOf(input)).toBe("log");
    expect((await pipe(text, "decode")).out).not.toContain("SECRET");
    // The way to the full explanation.
    expect(await resultOf(text, "--as", "body")).toBe("response");
  });
});

it("has no failure in it where its status is none", async () => {
  for (const line of ['{"level":30,"msg":"done","status":200}', '{"log":"{\\"status\\":204}"}']) {
    expect(await resultOf(line)).toBe("log");
    expect((await pipe(line, "decode")).err).toMatch(/^There is no failure in it/);
  }
});

describe("a response is a response", () => {
  it.each([
    ["of RFC 9457", { type: "about:blank", title: "Gone", status: 410 }],
    ["of NestJS", { statusCode: 404, message: "No", error: "Not Found" }],
    ["with a status inside its error", { error: { code: "RATE_LIMITED", status: 429 } }],
    ["of our own JSON", services[0]!.service.decode({ status: 429, body: { error: { code: "RATE_LIMITED" } } })],
  ])("%s", async (_, line) => {
    expect(await resultOf(JSON.stringify(line))).toBe("response");
    expect(await resultOf(JSON.stringify(line, undefined, 2))).toBe("response");
  });

  it("of any service, whatever the code", async () => {
    const answered = services.flatMap(({ service }) =>
      Object.keys(service.codes).flatMap((code) => {
        const sent = answerOf(service, code);
        return sent === undefined ? [] : { name: service.name, sent };
      }),
    );
    for (const { name, sent } of answered) expect(await resultOf(sent, "--service", name, "--status", "500")).toBe("response");
  });
});

function answerOf(service: Parameters<typeof answer>[0], code: string): string | undefined {
  try {
    return answer(service, code).body;
  } catch {
    // A close of a WebSocket or a damaged download is no answer.
    return undefined;
  }
}

it.each([
  ["longer than what the guess looks at", 100_000, 3, ""],
  ["too long to be held", 17 * 1024 * 1024, 2, "standard input: lines passed over because they are longer than 16 MiB: 1.\n"],
])("reads a log whose first line is %s", async (_, length, failures, sentence) => {
  const line = `{"status":500}\n`;
  const { out, err } = await pipe(`{"status":500,"x":"${"x".repeat(length)}"}\n${line}${line}`, "decode", "--json");
  expect({ err, shown: JSON.parse(out) }).toMatchObject({ err: sentence, shown: { failures } });
});

it("refuses what is too large and no log, with the way to read it as one", async () => {
  const { code, err } = await pipe("words without an end\n".repeat(1_000_000), "decode");
  expect({ code, err }).toEqual({
    code: 2,
    err: "standard input is no log of JSON lines and no HAR, and larger than 16 MiB; cut out the response that you want to know about, or read it as a log with --as log.\n",
  });
});
