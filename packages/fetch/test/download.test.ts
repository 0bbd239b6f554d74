import { createHash } from "node:crypto";
import { scaidrive } from "@scai-errors/scaidrive";
import { describe, expect, test } from "vitest";
import { createFetch } from "../src/create-fetch.js";
import { type DownloadCheck, type DownloadOptions, checkedBody } from "../src/download.js";
import { faultyServer, http } from "./faulty-server.js";
import { thrownBy } from "./thrown.js";

const text = "the whole file";
const sha256 = createHash("sha256").update(text).digest("hex");
const other = createHash("sha256").update("another file").digest("hex");

/** Reads a checked body to its end: what has arrived, and what it failed with. */
async function download(
  response: Pick<Response, "headers" | "body">,
  options?: DownloadOptions,
): Promise<{ read: string; thrown: unknown }> {
  let read = "";
  try {
    const reader = checkedBody(response, scaidrive, options).getReader();
    for (let chunk; !(chunk = await reader.read()).done;) read += Buffer.from(chunk.value).toString();
  } catch (thrown) {
    return { read, thrown };
  }
  return { read, thrown: undefined };
}

const file = (headers?: Record<string, string>): Response => new Response(text, headers && { headers });
const whole = { read: text, thrown: undefined };

describe("a checked body", () => {
  test("ends well where the length and the checksum are right", async () => {
    expect(await download(file({ "content-length": `${text.length}` }), { sha256 })).toEqual(whole);
    expect(await download(file(), { sha256: sha256.toUpperCase() })).toEqual(whole);
    expect(await download(file(), { expectedBytes: text.length })).toEqual(whole);
    expect(await download(new Response(null))).toEqual({ read: "", thrown: undefined });
  });

  test("tells the service checksums in lower case", async () => {
    const checks: DownloadCheck[] = [];
    const service = { fromDownload: (check: DownloadCheck) => void checks.push(check) };
    await new Response(checkedBody(file(), service, { sha256: sha256.toUpperCase() })).text();
    expect(checks).toEqual([{ expectedBytes: undefined, receivedBytes: text.length, expectedSha256: sha256, receivedSha256: sha256 }]);
  });

  test("fails instead of ending where bytes are missing", async () => {
    const { read, thrown } = await download(file(), { expectedBytes: 100 });
    expect(read).toBe(text);
    expect(thrown).toMatchObject({ id: "scaidrive/DOWNLOAD_TRUNCATED", details: { expectedBytes: 100, receivedBytes: text.length } });
  });

  test("fails where the checksum is another", async () => {
    expect(await download(file(), { sha256: other })).toMatchObject({ thrown: { id: "scaidrive/CHECKSUM_MISMATCH" } });
  });

  test("takes a streaming hash, which keeps nothing", async () => {
    expect(await download(file(), { sha256, hash: createHash("sha256"), maxKeptBytes: 1 })).toEqual(whole);
    expect(await download(file(), { sha256: other, hash: createHash("sha256") })).toMatchObject({ thrown: { code: "CHECKSUM_MISMATCH" } });
  });

  test("refuses to keep more than it may, with a sentence", async () => {
    expect(await download(file(), { sha256, maxKeptBytes: 3 })).toMatchObject({
      thrown: new TypeError('checkedBody(): more than maxKeptBytes (3) for a SHA-256 by WebCrypto; pass a streaming one as "hash".'),
    });
  });

  test("and then lets the connection go", async () => {
    let reason: unknown;
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(100)),
      cancel: (given) => void (reason = given),
    });
    const thrown = await thrownBy(
      checkedBody({ headers: new Headers(), body }, scaidrive, { sha256, maxKeptBytes: 150 }).pipeTo(new WritableStream()),
    );
    expect(thrown).toBeInstanceOf(TypeError);
    expect(reason).toBe(thrown);
  });

  test("takes no length for one that no file has", async () => {
    expect(await download(file({ "content-length": "9".repeat(400) }))).toEqual(whole);
  });

  test("does not compare the length of a compressed form", async () => {
    expect(await download(file({ "content-length": "5", "content-encoding": "gzip" }))).toEqual(whole);
    expect(await download(file({ "content-length": "100", "content-encoding": "identity" }))).toMatchObject({
      thrown: { code: "DOWNLOAD_TRUNCATED" },
    });
  });

  test("reads no further than it is read", async () => {
    let pulled = 0;
    const body = new ReadableStream({ pull: (controller) => controller.enqueue(Uint8Array.of(pulled++)) }, { highWaterMark: 0 });
    const reader = checkedBody({ headers: new Headers(), body }, scaidrive).getReader();
    await reader.read();
    await new Promise((resolve) => setImmediate(resolve));
    expect(pulled).toBe(1);
  });

  test("cancelling it cancels the answer's body", async () => {
    let reason: unknown;
    const body = new ReadableStream({ cancel: (given) => void (reason = given) });
    await checkedBody({ headers: new Headers(), body }, scaidrive).cancel("enough");
    expect(reason).toBe("enough");
  });
});

describe("over real sockets", () => {
  test.each([
    [
      "a connection that breaks",
      (length: number) => `HTTP/1.1 200 OK\r\ncontent-length: ${length}\r\n\r\n${text}`,
      "scaidrive/DOWNLOAD_TRUNCATED",
    ],
    [
      "a chunked body that is cut",
      () => `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${text.length.toString(16)}\r\n${text}\r\n`,
      "transport/CONNECTION_LOST",
    ],
  ])("%s fails typed", async (_, answer, id) => {
    const server = await faultyServer((socket) => void socket.end(answer(100)));
    expect(await download(await createFetch(scaidrive)(server.url))).toMatchObject({ read: text, thrown: { id } });
  });

  test("a proxy that ends half a file cleanly is found out by the checksum", async () => {
    const server = await faultyServer((socket) => void socket.write(http(200, {}, text.slice(0, 5))));
    expect(await download(await createFetch(scaidrive)(server.url), { sha256 })).toMatchObject({ thrown: { code: "CHECKSUM_MISMATCH" } });
  });

  test("an abort is the signal's reason", async () => {
    const server = await faultyServer((socket) => void socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n${text}`));
    const controller = new AbortController();
    const response = await createFetch(scaidrive)(server.url, { signal: controller.signal });
    const reader = checkedBody(response, scaidrive).getReader();
    await reader.read();
    setTimeout(() => controller.abort(), 20);
    expect(await thrownBy(reader.read())).toBe(controller.signal.reason);
  });
});
