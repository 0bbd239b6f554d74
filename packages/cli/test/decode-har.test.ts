import { answer } from "@scai-errors/testing";
import { scaigrid } from "@scai-errors/scaigrid";
import { expect, it } from "vitest";
import { readHar } from "../src/decode/har.js";
import { pipe } from "./run.js";

const failed = answer(scaigrid, "RATE_LIMITED", { requestId: "req_1", retryAfter: 20 });

/** A HAR in which every member of HTTP Archive 1.2 that is text has a secret of its own, but for what is allowed to be shown. */
function plantedHar(text = failed.body): { readonly har: string; readonly secrets: number } {
  let secrets = 0;
  const secret = (): string => `SECRET-${secrets++}`;
  const pair = () => ({ name: secret(), value: secret(), comment: secret() });
  const cookie = () => ({ ...pair(), path: secret(), domain: secret(), expires: secret(), httpOnly: true, secure: true });
  const cache = () => ({ expires: secret(), lastAccess: secret(), eTag: secret(), hitCount: 1, comment: secret() });
  const entry = (status: number, body: string) => ({
    pageref: secret(),
    startedDateTime: "2026-09-21T14:13:20.000Z",
    time: 12,
    _initiator: { type: secret(), stack: secret() },
    request: {
      method: secret(),
      url: `https://${secret()}.example/${secret()}?key=${secret()}`,
      httpVersion: secret(),
      cookies: [cookie()],
      headers: [pair(), { name: "Authorization", value: `Bearer ${secret()}` }, { name: "x-request-id", value: secret() }],
      queryString: [pair()],
      postData: {
        mimeType: secret(),
        params: [{ ...pair(), fileName: secret(), contentType: secret() }],
        text: secret(),
        comment: secret(),
      },
      headersSize: 1,
      bodySize: 1,
      comment: secret(),
    },
    response: {
      status,
      statusText: secret(),
      httpVersion: secret(),
      cookies: [cookie()],
      headers: [pair(), { name: "Set-Cookie", value: secret() }, { name: "Content-Type", value: `application/json; x=${secret()}` }],
      content: { size: 1, compression: 0, mimeType: secret(), text: body, comment: secret() },
      redirectURL: secret(),
      headersSize: 1,
      bodySize: 1,
      comment: secret(),
      _error: secret(),
    },
    cache: { beforeRequest: cache(), afterRequest: cache(), comment: secret() },
    timings: { blocked: 1, dns: 1, connect: 1, send: 1, wait: 1, receive: 1, ssl: 1, comment: secret() },
    serverIPAddress: secret(),
    connection: secret(),
    comment: secret(),
  });
  const plantedBody = JSON.stringify({
    ...(JSON.parse(text) as object),
    [secret()]: secret(),
    error: { code: "RATE_LIMITED", message: secret(), details: { [secret()]: secret(), field: secret() }, [secret()]: secret() },
  });
  const har = {
    log: {
      version: secret(),
      creator: { name: secret(), version: secret(), comment: secret() },
      browser: { name: secret(), version: secret(), comment: secret() },
      pages: [
        { startedDateTime: secret(), id: secret(), title: secret(), pageTimings: { onLoad: 1, comment: secret() }, comment: secret() },
      ],
      entries: [
        entry(200, secret()),
        entry(429, plantedBody),
        entry(429, Buffer.from(plantedBody).toString("base64")),
        entry(500, secret()),
        entry(404, JSON.stringify({ error: secret(), message: secret(), detail: secret() })),
        entry(422, JSON.stringify({ detail: [{ loc: ["body", secret()], msg: secret(), type: secret(), input: secret() }] })),
        entry(0, ""),
      ].map((one, at) =>
        at === 2 ? { ...one, response: { ...one.response, content: { ...one.response.content, encoding: "base64" } } } : one,
      ),
      comment: secret(),
    },
  };
  return { har: JSON.stringify(har, undefined, 2), secrets };
}

it("sums up a HAR, and shows nothing of it but codes, statuses, times and request ids", async () => {
  const { har, secrets } = plantedHar();
  expect(secrets).toBeGreaterThan(300);
  const text = await pipe(har, "decode");
  await expect(text.out + text.err).toMatchFileSnapshot("golden/har.txt");
  const runs = [text, await pipe(har, "decode", "--json"), await pipe(har, "decode", "--service", "scaigrid,scaidrive", "--json")];
  for (const { code, out, err } of runs) {
    expect(code).toBe(0);
    expect(out + err).not.toMatch(/SECRET/);
  }
});

it("reads the same of a HAR without line breaks", async () => {
  const { har } = plantedHar();
  expect(await pipe(JSON.stringify(JSON.parse(har)), "decode")).toEqual(await pipe(har, "decode"));
});

it.each([
  ["no JSON further on", '{"log":{"version":"1.2","entries":[{"response":{"status":500}},}'],
  ["cut off", '{"log":{"version":"1.2","entries":[{"response":{"status":500'],
])("refuses a HAR that is %s", async (why, har) => {
  const { code, err } = await pipe(har, "decode");
  expect(code).toBe(2);
  await expect(err).toMatchFileSnapshot(`golden/refusals/har-${why.replaceAll(" ", "-")}.txt`);
});

it("passes over an answer whose status is no whole number, which no service sends", async () => {
  const entries = [404.5, 500].map((status) => ({ response: { status } }));
  const { code, out, err } = await pipe(JSON.stringify({ log: { version: "1.2", entries } }), "decode", "--as", "har");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^1 {2}HTTP 500/);
});

it("takes no time out of words that name a day to Date alone", async () => {
  const entries = [{ startedDateTime: "worker 7", response: { status: 500 } }];
  expect((await pipe(JSON.stringify({ log: { version: "1.2", entries } }), "decode")).out).toBe("1  HTTP 500  internal\n");
});

it("does not take a mistake of ours for one of the file", async () => {
  async function* chunks(): AsyncGenerator<Buffer> {
    yield await Promise.resolve(Buffer.from('{"log":{"version":"1.2","entries":[{"response":{"status":500}}]}}'));
  }
  const mistake = new Error("ours");
  const reading = readHar(chunks(), { file: "a.har", looksLikeIt: true }, () => {
    throw mistake;
  });
  await expect(reading).rejects.toBe(mistake);
});

it("says of what is read as a HAR and is none that it is none", async () => {
  for (const input of ['{"status":500}\n{"status":500}\n', "words", '{"status":'])
    expect(await pipe(input, "decode", "--as", "har")).toEqual({
      code: 2,
      out: "",
      err: "standard input is no HAR; leave out --as har.\n",
    });
});
