import { createHash } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Download, type DownloadFacts, checkDownload, scaidrive } from "../src/index.js";

const file = new TextEncoder().encode("The quick brown fox jumps over the lazy dog.\n");
const checksumSha256 = createHash("sha256").update(file).digest("hex");
const half = file.subarray(0, 20);
const headers = { "Content-Length": `${file.length}` };

describe("fromDownload", () => {
  it.each<[string, DownloadFacts, string | undefined]>([
    ["all bytes", { expectedBytes: 9, receivedBytes: 9 }, undefined],
    ["no bytes of none", { expectedBytes: 0, receivedBytes: 0 }, undefined],
    ["too few bytes", { expectedBytes: 9, receivedBytes: 8 }, "DOWNLOAD_TRUNCATED"],
    ["no bytes of some", { expectedBytes: 9, receivedBytes: 0 }, "DOWNLOAD_TRUNCATED"],
    ["more bytes, as after a content coding", { expectedBytes: 9, receivedBytes: 10 }, undefined],
    ["an unknown length", { receivedBytes: 8 }, undefined],
    ["an unknown number of bytes", { expectedBytes: 9 }, undefined],
    ["nothing known", {}, undefined],
    ["equal checksums", { expectedSha256: "AB", receivedSha256: "ab" }, undefined],
    ["equal checksums, whatever the length", { expectedBytes: 9, receivedBytes: 8, expectedSha256: "ab", receivedSha256: "ab" }, undefined],
    ["different checksums", { expectedBytes: 9, receivedBytes: 9, expectedSha256: "ab", receivedSha256: "ac" }, "CHECKSUM_MISMATCH"],
    [
      "too few bytes, hence another checksum",
      { expectedBytes: 9, receivedBytes: 8, expectedSha256: "a", receivedSha256: "b" },
      "DOWNLOAD_TRUNCATED",
    ],
    ["a checksum to compare with nothing", { expectedSha256: "ab" }, undefined],
    ["a checksum of nothing announced", { receivedSha256: "ab" }, undefined],
  ])("finds with %s what it should", (_name, facts, code) => {
    expect(scaidrive.fromDownload(facts)?.code).toBe(code);
  });

  it("tells what was announced and what came", () => {
    const facts = { expectedBytes: 9, receivedBytes: 8, expectedSha256: "AB", receivedSha256: "ac" };
    expect(scaidrive.fromDownload(facts)).toMatchObject({
      kind: "data_loss",
      codeFrom: "download",
      status: undefined,
      details: { ...facts, expectedSha256: "ab" },
      retry: { policy: "once", idempotentOnly: true, source: "status" },
    });
  });

  it.each([
    null,
    undefined,
    7,
    "x",
    [],
    { expectedBytes: "9 bytes", receivedBytes: 8 },
    { expectedSha256: 7, receivedSha256: {} },
    { expectedBytes: NaN },
  ])("finds nothing in %j", (facts) => {
    // Facts may come from a file's metadata, which nobody has checked.
    expect(scaidrive.fromDownload(facts as DownloadFacts)).toBeUndefined();
  });
});

describe("checkDownload", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it.each<[string, Pick<Download, "headers" | "checksumSha256">]>([
    ["the length", { headers }],
    ["the checksum", { checksumSha256 }],
    ["both", { headers: new Headers(headers), checksumSha256: checksumSha256.toUpperCase() }],
  ])("compares %s", async (_name, announced) => {
    expect(await checkDownload({ ...announced, received: file })).toBeUndefined();
    expect(await checkDownload({ ...announced, received: file.buffer })).toBeUndefined();
    expect(await checkDownload({ ...announced, received: half })).toMatchObject({
      code: announced.headers ? "DOWNLOAD_TRUNCATED" : "CHECKSUM_MISMATCH",
    });
  });

  it("finds a byte that is another one", async () => {
    const received = Uint8Array.from(file).fill(0, 3, 4);
    expect(await checkDownload({ headers, received })).toBeUndefined();
    expect(await checkDownload({ headers, received, checksumSha256 })).toMatchObject({ code: "CHECKSUM_MISMATCH" });
  });

  it("takes a number of bytes, and then compares lengths only", async () => {
    expect(await checkDownload({ headers, received: file.length, checksumSha256: "ab" })).toBeUndefined();
    expect(await checkDownload({ headers, received: 20 })).toMatchObject({
      code: "DOWNLOAD_TRUNCATED",
      details: { expectedBytes: file.length, receivedBytes: 20 },
    });
  });

  it("does not compare the length of a coded body with the bytes that come out of it", async () => {
    expect(await checkDownload({ headers: { ...headers, "content-encoding": "gzip" }, received: 20 })).toBeUndefined();
    expect(await checkDownload({ headers: { ...headers, "content-encoding": "identity" }, received: 20 })).toBeDefined();
  });

  it.each(["", "0x2d", "1e3", "-45", "45, 45", "45.0", " "])("does not take %j for a length", async (length) => {
    expect(await checkDownload({ headers: { "content-length": length }, received: 20 })).toBeUndefined();
  });

  it.each([null, 7, {}, []])("does not take %j for a checksum", async (value) => {
    expect(await checkDownload({ received: file, checksumSha256: value as string | null })).toBeUndefined();
  });

  it.each([undefined, "text", Number.NaN, [1, 2]])("refuses to be handed %j", async (received) => {
    await expect(checkDownload({ received: received as number })).rejects.toThrow(
      new TypeError("checkDownload expects { received }: the bytes, or their number."),
    );
  });

  it("says so where there is no WebCrypto, instead of letting a checksum pass", async () => {
    vi.stubGlobal("crypto", {});
    expect(await checkDownload({ headers, received: half })).toBeDefined();
    await expect(checkDownload({ received: file, checksumSha256 })).rejects.toThrow(
      new TypeError("checkDownload cannot check a checksum here: WebCrypto needs a secure context (https, or localhost)."),
    );
  });
});
