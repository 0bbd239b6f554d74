import { cpuTime } from "../src/cpu-time.js";
import { END, type RawServer, startRawServer } from "@scai-errors/workspace/raw-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { promisify } from "node:util";
import { services } from "@scai-errors/workspace/services";

const million = 1_000_000;
const MEGABYTE = 1_048_576;

/** Bodies that grow with a number, and a million of what makes them grow has to be survived. */
const growing: Readonly<Record<string, (size: number) => string>> = {
  "levels of lists": (size) => "[".repeat(size) + "]".repeat(size),
  "levels of objects in the details": (size) => `{"error":{"message":"Said so","details":${'{"a":'.repeat(size)}1${"}".repeat(size)}}}`,
  "levels of envelopes": (size) => `${'{"detail":'.repeat(size)}"Said so"${"}".repeat(size)}`,
  "problems in a list": (size) => `{"detail":[${'{"loc":["body"],"msg":"Wrong"},'.repeat(size - 1)}{}]}`,
  // A quarter of them, since a million keys are slow to parse.
  "keys in the details": (size) =>
    `{"error":{"message":"Said so","details":{${Array.from({ length: size / 4 }, (_, at) => `"${at}x":1`).join()}}}}`,
  "steps in a path": (size) => `{"detail":[{"loc":[${'"a",'.repeat(size - 1)}"a"],"msg":"Wrong"}]}`,
  "dots in a field": (size) => `{"error":{"message":"Said so","details":[{"field":"${"a.".repeat(size)}","message":"Wrong"}]}}`,
  "letters in a message": (size) => `{"error":{"message":"${"m".repeat(size)}"},"detail":"${"m".repeat(size)}"}`,
  "underscores in an OAuth code": (size) => `{"error":"${"a_".repeat(size)}!"}`,
  "blanks in a text": (size) => " ".repeat(size),
};

describe("a million", () => {
  for (const [what, body] of Object.entries(growing)) {
    it(`${what} cost every service little more than parsing them`, () => {
      const text = body(million);
      const parsing = cpuTime(() => JSON.parse(text.startsWith(" ") ? "0" : text) as unknown);
      for (const service of services) {
        // `describe` does all that decoding does but for capturing the stack. Parsing is linear; work for each pair of a million would be hours.
        const reading = cpuTime(() => service.describe({ status: 422, body: text }));
        expect(reading, `${service.name} next to ${parsing} ms for parsing`).toBeLessThan(20 * Math.max(20, parsing));
      }
    });
  }

  for (const service of services) {
    it(`items handed to ${service.name} are not all looked at`, () => {
      let looked = 0;
      const list = new Proxy(
        Array.from({ length: million }, () => ({ loc: ["body"], msg: "Wrong" })),
        {
          get: (target, key, self) => {
            looked++;
            return Reflect.get(target, key, self) as unknown;
          },
        },
      );
      const error = service.decode({ status: 422, body: { detail: list } });
      expect(error.issues).toHaveLength(100);
      // Copying a list asks for each item a few times; what must not be is a look at every item for every other one.
      expect(looked).toBeLessThan(10 * million);
    });
  }
});

describe("a bomb of 300 MB", () => {
  let server: RawServer;
  let bomb: Buffer;
  beforeAll(async () => {
    server = await startRawServer();
    // Members of a gzip file may follow each other, so one megabyte is compressed once.
    bomb = Buffer.concat(Array.from({ length: 300 }, () => part));
  });
  afterAll(() => server.close());

  const part = gzipSync(Buffer.alloc(MEGABYTE, 0x61));
  const head = "HTTP/1.1 500 Any\r\ncontent-encoding: gzip\r\nconnection: close\r\n\r\n";

  for (const { name } of services) {
    it(`makes a process that reads it with ${name} grow by less than 5 MB`, async () => {
      const file = fileURLToPath(import.meta.resolve(`@scai-errors/${name}`));
      const probe = fileURLToPath(new URL("../probe/bomb.mjs", import.meta.url));
      const urls = [server.urlOf([head, part, END]), server.urlOf([head, bomb, END])];
      const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", probe, file, name, ...urls]);
      // The probe is this package's own.
      const { kept, peak, message } = JSON.parse(stdout) as { kept: number; peak: number; message: number };
      expect(message).toBeLessThanOrEqual(1024);
      expect({ kept: kept < 5 * MEGABYTE, peak: peak < 5 * MEGABYTE, bytes: [kept, peak] }).toMatchObject({ kept: true, peak: true });
    });
  }
});
