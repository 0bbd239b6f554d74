import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Answer } from "@scai-errors/core";
import { NOW } from "../src/cases/now.js";
import { corpus, itemOf } from "../src/corpus.js";
import { elsewhere } from "../src/cases/elsewhere.js";
import { expectOutcome } from "./outcome.js";
import { problemsOf } from "../src/problems.js";
import { services } from "@scai-errors/workspace/services";
import { streams } from "../src/cases/streams.js";
import { transport } from "../src/cases/transport.js";

beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"], now: NOW }));
afterAll(() => void vi.useRealTimers());

/** The same answer as fetch would hand it over; undefined where HTTP has no such answer. */
function responseOf({ status, headers, body }: Answer): Response | undefined {
  const isText = typeof body === "string" || ArrayBuffer.isView(body);
  if (!isText || [204, 205, 304].includes(status) || status < 200) return undefined;
  try {
    // Only cases whose headers are names and values are built here; Response checks the rest itself.
    return new Response(body as BodyInit, { status, headers: headers as HeadersInit });
  } catch {
    return undefined;
  }
}

for (const service of services) {
  describe(service.name, () => {
    for (const one of corpus) {
      it(`${one.id}: ${one.fault}`, async () => {
        const answer = typeof one.answer === "function" ? one.answer() : one.answer;
        const error = service.decode(answer);
        expect(problemsOf(error, service, answer.status)).toEqual([]);
        expectOutcome(error, one, service);
        const same = JSON.stringify(error);
        expect(JSON.stringify(service.describe(answer))).toBe(same);
        if (typeof answer.body === "string") {
          expect(JSON.stringify(service.decode({ ...answer, body: new TextEncoder().encode(answer.body) }))).toBe(same);
        }
        const response = responseOf(answer);
        if (response) expect(JSON.stringify(await service.fromResponse(response, { maxBytes: Infinity }))).toBe(same);
      });
    }
  });
}

for (const service of services) {
  describe(`${service.name}, given a response`, () => {
    for (const one of streams) {
      it(`${one.id}: ${one.fault}`, async () => {
        const response: unknown = await one.response();
        // The cases hand in what the types forbid, as JavaScript does.
        const reading = service.fromResponse(response as Response, one.read);
        if (!one.expect) {
          await expect(reading).rejects.toThrow(`${service.name}.fromResponse() expects a response with a status`);
          await expect(reading.catch((error: unknown) => service.is(error))).resolves.toBe(false);
          return;
        }
        const error = await reading;
        expect(problemsOf(error, service, one.status)).toEqual([]);
        expectOutcome(error, { expect: one.expect }, service);
      });
    }
  });
}

describe("the catalogue", () => {
  const ids = [...corpus, ...streams, ...transport].map(({ id }) => id);

  it("has every case once", () => {
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it("accounts for every number from 1 to 83, by a case or by a reason why it is elsewhere", () => {
    const covered = new Set(ids.map(itemOf));
    const whole = new Set(elsewhere.filter(({ part }) => part === "whole").map(({ item }) => item));
    const numbers = Array.from({ length: 83 }, (_, at) => at + 1);
    expect(numbers.filter((item) => covered.has(item) === whole.has(item))).toEqual([]);
    expect(elsewhere.filter(({ item, part }) => part === "rest" && !covered.has(item))).toEqual([]);
  });
});
