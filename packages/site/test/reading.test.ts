import { transport } from "@scai-errors/core";
import { services } from "@scai-errors/workspace/services";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer } from "@scai-errors/testing";
import { readingsOf } from "../client/reading.js";

/** The ids that are read out of a text, the sure ones. */
function sureIds(text: string, status?: number): readonly string[] {
  return readingsOf(text, services, status).readings.flatMap(({ service, code, isSure }) => (isSure ? [`${service.name}/${code}`] : []));
}

const body = '{"status":"error","error":{"code":"MODEL_NOT_FOUND","message":"No such model"},"meta":{"request_id":"req_1"}}';

describe("what is pasted", () => {
  it.each([
    ["a body", body],
    ["a body with blanks around it", `\n\n  ${body}\n`],
    ["curl -i", `HTTP/1.1 404 Not Found\r\ncontent-type: application/json\r\n\r\n${body}`],
    [
      "curl -i over HTTP/2 with a proxy, an interim answer and a redirect before it",
      `HTTP/1.1 200 Connection established\n\nHTTP/1.1 100 Continue\n\nHTTP/2 301 \nlocation: /b\n\nHTTP/2 404 \ncontent-type: application/json\n\n${body}`,
    ],
    ["a line of pino", JSON.stringify({ level: 50, msg: "failed", res: { statusCode: 404, headers: { a: "b" }, body } })],
    [
      "a line with its body as an object",
      JSON.stringify({ level: "error", http: { status: 404, response: { body: JSON.parse(body) as unknown } } }),
    ],
    ["a line with words before its JSON", `2026-01-01 ERROR {not json} upstream said ${body} after 3 tries`.replace("{not json} ", "")],
    ["an error's JSON", JSON.stringify(services.find(({ name }) => name === "scaigrid")!.decode({ status: 404, body }))],
    [
      "an error's JSON in a log line",
      JSON.stringify({ level: 50, err: services.find(({ name }) => name === "scaigrid")!.decode({ status: 404, body }) }),
    ],
    [
      "lines of a log",
      [
        { level: 30, res: { statusCode: 200 } },
        { level: 50, res: { statusCode: 404, body } },
      ]
        .map((line) => JSON.stringify(line))
        .join("\n"),
    ],
    ["an error in words", "ScaigridError [MODEL_NOT_FOUND]: No such model\n    at load (app.js:1:1)"],
    ["an id in words", "give up on scaigrid/MODEL_NOT_FOUND after 1 attempt"],
  ])("is read: %s", (_, text) => {
    expect(sureIds(text)).toContain("scaigrid/MODEL_NOT_FOUND");
  });

  it("is read where a connection failed", () => {
    const text = JSON.stringify({ level: 50, err: transport.from(Object.assign(new Error("read"), { code: "ECONNRESET" })) });
    const [first, ...others] = readingsOf(text, [...services, transport], undefined).readings;
    expect([first?.error?.id, first?.error?.receivedCode, others]).toEqual(["transport/CONNECTION_LOST", "ECONNRESET", []]);
  });

  it("keeps status, hint and request id of an answer", () => {
    const { status, readings } = readingsOf(
      `HTTP/1.1 429 Too Many Requests\nRetry-After: 15\n\n${body.replace("MODEL_NOT_FOUND", "RATE_LIMITED")}`,
      services,
      undefined,
    );
    const [first] = readings;
    expect(status).toBe(429);
    expect(first?.error).toMatchObject({ id: "scaigrid/RATE_LIMITED", status: 429, requestId: "req_1", retry: { afterMs: 15_000 } });
  });

  it("needs a status where the service has no codes, and takes the one that is given", () => {
    const detail = '{"detail":"Quota exceeded for share"}';
    expect(readingsOf(detail, services, undefined).readings).toEqual([]);
    const given = readingsOf(detail, services, 507).readings.map(({ service, code }) => `${service.name}/${code}`);
    expect(given).toContain("scaidrive/INSUFFICIENT_STORAGE");
  });

  it("puts the services that know it before those that know the status only", () => {
    const sure = readingsOf(`HTTP/1.1 404 Not Found\n\n${body}`, services, undefined).readings.map(({ isSure }) => isSure);
    expect(sure).toEqual([...sure].sort((one, other) => Number(other) - Number(one)));
    expect(sure).toHaveLength(services.length);
  });

  it("is nothing where nothing is pasted", () => {
    expect(readingsOf(" \n ", services, 500)).toEqual({ form: "nothing", status: 500, readings: [] });
  });

  it.each(services)("is read as $name sends it, for every code", (service) => {
    for (const code of Object.keys(service.codes)) {
      let sent;
      try {
        sent = answer(service, code);
      } catch {
        continue; // by a close, or by the program itself
      }
      const head = Object.entries(sent.headers).map(([name, value]) => `${name}: ${value}`);
      const { readings } = readingsOf([`HTTP/1.1 ${sent.status}`, ...head, "", sent.body].join("\r\n"), [service], undefined);
      expect(readings.map((reading) => reading.code)).toEqual([code]);
    }
  });

  it("never fails, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((text) => `HTTP/1.1 500 X\n\n${text}`),
          fc.json().map((text) => `a ${text} } b`),
        ),
        (text) => {
          for (const { code } of readingsOf(text, services, undefined).readings) expect(code).not.toBe("");
        },
      ),
      { numRuns: 200 },
    );
  });

  it("is read in no time where it is hostile", () => {
    const deep = `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`;
    expect(readingsOf(deep, services, 500).readings).not.toEqual([]);
    expect(readingsOf("{}}".repeat(100_000), services, 500).readings).not.toEqual([]);
    expect(readingsOf('{"__proto__":{"status":503},"constructor":{"error":{"code":"x"}}}', services, undefined).status).toBe(503);
  });
});
