import { type Service, type ServiceError, writeBody } from "@scai-errors/core";
import { answer, closeOf, eventOf } from "@scai-errors/testing";
import { services } from "@scai-errors/workspace/services";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WHOLE, answeredCodes, contents, crossing, received, words } from "./answers.js";

/** What a service writes that has begun to send a code: in its own envelope, where that has a place for codes. */
function bodyOfTomorrow({ wire }: Service): unknown {
  const [code, message] = ["code_of_tomorrow", "Some new trouble"];
  if (!wire.sendsCodes) return { error: { code, message } };
  return writeBody(wire, { code, message, details: undefined, issues: [], requestId: undefined, retryAfter: undefined }).body;
}

const RUNS = Number(process.env["FC_RUNS"] ?? 1000);

describe.each(["service", "problem"] as const)("asked for all, in the format %s", (format) => {
  it("gives the client of the backend the same error, for every code of every service", async () => {
    for (const { service, code } of answeredCodes) {
      const error = service.decode(answer(service, code));
      const theirs = await received(service, error, { ...WHOLE, format });
      const { receivedCode, ...expected } = crossing(error) as { receivedCode?: string };
      expect({ ...crossing(theirs), receivedCode: undefined }, error.id).toEqual({ ...expected, receivedCode: undefined });
    }
  });

  it("gives the client of the backend the same error, whatever it says", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...answeredCodes), contents, words, async ({ service, code }, content, message) => {
        // A message decides about the code where a service has no codes.
        const overrides = service.wire.sendsCodes ? { ...content, message } : content;
        const error = service.decode(answer(service, code, overrides));
        const theirs = await received(service, error, { ...WHOLE, format });
        expect({ ...crossing(theirs), receivedCode: undefined }).toEqual({ ...crossing(error), receivedCode: undefined });
      }),
      { numRuns: RUNS },
    );
  });

  it("hands on a code of tomorrow", async () => {
    for (const service of services) {
      const error = service.decode({ status: 418, body: bodyOfTomorrow(service) });
      expect(error.receivedCode).toBe("code_of_tomorrow");
      expect(crossing(await received(service, error, { ...WHOLE, format }))).toEqual(crossing(error));
    }
  });
});

it("writes in the service's own format what the service itself reports as the code", async () => {
  for (const { service, code } of answeredCodes) {
    const error = service.decode(answer(service, code));
    expect((await received(service, error, WHOLE)).receivedCode, error.id).toBe(error.receivedCode);
  }
});

/** The error without what only an answer can tell. */
function asAnswered({ kind, message, receivedCode }: ServiceError): object {
  return { kind, message, receivedCode };
}

it("hands on frames and closes as far as an answer can tell them", async () => {
  for (const service of services) {
    for (const code of Object.keys(service.codes)) {
      const { close } = service.codes[code] ?? {};
      const isInFrame = service.fromEvent && answeredCodes.some((one) => one.service === service && one.code === code);
      const frame = isInFrame ? service.fromEvent?.(eventOf(service, code)) : undefined;
      const closed = close === undefined ? undefined : service.fromClose?.(closeOf(service, code));
      if (frame) expect((await received(service, frame, WHOLE)).id).toBe(frame.id);
      if (closed) {
        const theirs = await received(service, closed, WHOLE);
        expect(asAnswered(theirs), closed.id).toEqual({ ...asAnswered(closed), receivedCode: theirs.receivedCode });
      }
    }
  }
});
