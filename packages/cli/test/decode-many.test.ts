import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { transportError } from "@scai-errors/core";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RecordedAnswer } from "../src/decode/answer.js";
import { objectIn, readLogLine } from "../src/decode/log-line.js";
import { usualMembers } from "../src/decode/log-members.js";
import { readLog } from "../src/decode/log.js";
import { pipe, run } from "./run.js";
import { start } from "./start.js";

const logs = join(import.meta.dirname, "logs");
const textOf = (name: string): string => readFileSync(join(logs, name), "utf8");

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "scai-errors-cli-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("decode of a log", () => {
  it.each(["pino", "winston", "bunyan", "nginx", "docker"])("sums up what %s writes, and shows nothing else of it", async (logger) => {
    const file = join(logs, `${logger}.ndjson`);
    const text = await run("decode", file);
    expect(text.code).toBe(0);
    await expect(text.out + text.err.replaceAll(file, "<file>")).toMatchFileSnapshot(`golden/logs/${logger}.txt`);
    const json = await run("decode", "--json", file);
    await expect(json.out).toMatchFileSnapshot(`golden/logs/${logger}.json`);
    expect(text.out + json.out).not.toContain("SECRET");
  });

  it("takes the service's word where it is named", async () => {
    await expect((await run("decode", "--service", "scaidrive", join(logs, "nginx.ndjson"))).out).toMatchFileSnapshot(
      "golden/logs/nginx-scaidrive.txt",
    );
  });

  it("reads the same from a pipe, with Windows line ends, and compressed", async () => {
    const plain = textOf("pino.ndjson");
    const expected = await pipe(plain, "decode");
    expect(expected.out).toContain("scaigrid/RATE_LIMITED");
    for (const input of [
      plain.replaceAll("\n", "\r\n"),
      plain.trimEnd(),
      gzipSync(plain),
      Buffer.concat([gzipSync(plain.slice(0, 900)), gzipSync(plain.slice(900))]),
    ])
      expect(await pipe(input, "decode")).toEqual(expected);
  });

  it("sums up several files as one, and reads on where one cannot be read", async () => {
    const zipped = join(folder, "winston.gz");
    await writeFile(zipped, gzipSync(textOf("winston.ndjson")));
    const damaged = join(folder, "damaged.gz");
    await writeFile(damaged, gzipSync(textOf("winston.ndjson")).subarray(0, 200));
    const { code, out, err } = await run("decode", join(logs, "pino.ndjson"), zipped, folder, damaged, join(folder, "nowhere"));
    expect(code).toBe(2);
    await expect((out + err).replaceAll(folder, "<folder>")).toMatchFileSnapshot("golden/logs/several.txt");
  });

  it("finds status, headers, body and time where the options say", async () => {
    const line =
      '{"up":{"code":429,"h":{"x-request-id":"req_1"},"text":"{\\"error\\":{\\"code\\":\\"RATE_LIMITED\\"}}"},"when":1790000000}\n';
    const options = ["--status-at", "up.code", "--headers-at", "up.h", "--body-at", "up.text", "--time-at", "when"];
    expect((await pipe(line + line, "decode")).code).toBe(1);
    const { out } = await pipe(line + line, "decode", "--json", ...options);
    expect(JSON.parse(out)).toMatchObject({
      failures: 2,
      codes: [{ ids: ["scaigrid/RATE_LIMITED"], statuses: [429], count: 2, first: "2026-09-21T14:13:20.000Z", requestIds: ["req_1"] }],
    });
  });

  it("finds a status under a name that is not ASCII", async () => {
    const line = '{"größe":{"länge":500}}\n';
    expect((await pipe(line + line, "decode", "--status-at", "größe.länge")).out).toBe("2  HTTP 500  internal\n");
  });

  it("says that there is no failure in it", async () => {
    const { code, out, err } = await pipe('{"status":200}\n{"status":204}\n', "decode");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("no status from 400 to 599");
  });

  it.each([
    ["no text", { toString: null, valueOf: null }],
    ["a list of one text, which reads like it", ["MODEL_NOT_FOUND"]],
  ])("takes an error for none of ours where its code is %s", async (_, code) => {
    const line = JSON.stringify({ status: 404, service: "scaigrid", id: "scaigrid/MODEL_NOT_FOUND", code });
    expect(await pipe(`${line}\n{"status":200}\n`, "decode")).toMatchObject({ code: 0, out: expect.stringMatching(/^1 {2}HTTP 404/) });
  });

  it("asks a line itself whether it is an error of ours only after its members", async () => {
    const [whole, member] = [transportError("TIMEOUT").toJSON(), transportError("CONNECTION_LOST").toJSON()];
    const lines = [{ ...whole, error: member }, whole].map((line) => JSON.stringify(line));
    expect((await pipe(lines.join("\n"), "decode")).out).toMatch(/^1 {2}transport\/CONNECTION_LOST.*\n1 {2}transport\/TIMEOUT/);
  });

  const wrongHar = `{"log":{"version":"1.2","entries":[{"response":{"status":500}},}${" ".repeat(200_000)}`;
  it.for([
    ["a HAR that is none", Buffer.from(wrongHar)],
    ["the same compressed", gzipSync(wrongHar)],
    ["gzip that is damaged", Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(20)])],
    ["gzip that is damaged further on", Buffer.concat([gzipSync(textOf("pino.ndjson")), Buffer.alloc(20, "x")])],
  ] as const)("ends after %s also where the pipe stays open", async ([, input], { signal }) => {
    expect((await start({ args: ["decode"], input, staysOpen: true, signal })).code).toBe(2);
  });

  it("reads a line with blanks without end in linear time: in quadratic time this one takes an hour and a half", async ({ signal }) => {
    const blanks = " ".repeat(2_000_000);
    const input = `{"status":200}\n{"status":${blanks}200}\n{"log":"{\\"status\\"${blanks}:${blanks}\\"200\\"}"}\n`;
    expect((await start({ args: ["decode"], input, signal })).code).toBe(1);
  });

  it("keeps its memory bounded where the wire makes up a new code in every line", async () => {
    const lines = Array.from({ length: 1500 }, (_, at) => `{"status":400,"body":{"error":{"code":"C${at}"}}}\n`).join("");
    const { out } = await pipe(lines, "decode", "--service", "scaigrid");
    expect(out).toContain("500 more, of kinds too many to be kept apart");
  });
});

describe("readLog", () => {
  const member = fc.constantFrom(
    "status",
    "statusCode",
    "res",
    "log",
    "msg",
    "codeFrom",
    "body",
    "time",
    "http.response.status_code",
    'é"\\',
  );
  const status = fc.constantFrom(200, 404, 429, 503, "502", "504, 502", "4290", 400.5, null);
  const { object } = fc.letrec((tie) => ({
    object: fc.dictionary(
      member,
      fc.oneof(
        status,
        fc.string(),
        tie("object"),
        tie("object").map((value) => JSON.stringify(value)),
      ),
      { maxKeys: 4 },
    ),
  }));
  const line = fc.oneof(
    object.map((value) => JSON.stringify(value)),
    object.map((value) => JSON.stringify(value, undefined, 1).replaceAll("\n", " ")),
    object.map((value) => `api-1 | ${JSON.stringify(value)}`),
    fc.string().map((text) => text.replaceAll("\n", "")),
  );

  it("finds what reading every line finds, wherever the chunks end", async () => {
    let failures = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(line),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        fc.constantFrom("\n", "\r\n"),
        async (lines, sizes, lineEnd) => {
          const expected = lines.flatMap((text) => readLogLine(objectIn(text) ?? {}, usualMembers) ?? []);
          const found: RecordedAnswer[] = [];
          await readLog(inPieces(Buffer.from(lines.join(lineEnd)), sizes), usualMembers, (answer) => found.push(answer));
          expect(found).toEqual(expected);
          failures += expected.length;
        },
      ),
    );
    expect(failures).toBeGreaterThan(100);
  });

  it("passes over a line that is too long to be held, and reads on", async () => {
    const failed = Buffer.from('{"status":500}\n');
    async function* chunks(): AsyncGenerator<Buffer> {
      yield failed;
      for (let at = 0; at < 17; at++) yield await Promise.resolve(Buffer.alloc(1024 * 1024, "x"));
      yield Buffer.from("\n");
      yield failed;
    }
    const found: RecordedAnswer[] = [];
    expect(await readLog(chunks(), usualMembers, (answer) => found.push(answer))).toEqual({ unreadable: 0, tooLong: 1 });
    expect(found).toHaveLength(2);
  });
});

/** A buffer in pieces of these sizes by turns, in memory that is used again. */
async function* inPieces(whole: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  const memory = Buffer.alloc(Math.max(...sizes));
  for (let at = 0, turn = 0; at < whole.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    const copied = whole.copy(memory, 0, at, at + size);
    yield await Promise.resolve(memory.subarray(0, copied));
    at += copied;
  }
}
