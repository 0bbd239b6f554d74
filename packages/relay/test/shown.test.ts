import { type ServiceError, serviceOf } from "@scai-errors/core";
import { scaidrive } from "@scai-errors/scaidrive";
import { scaigrid } from "@scai-errors/scaigrid";
import { answer } from "@scai-errors/testing";
import { services } from "@scai-errors/workspace/services";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RelayOptions, relay } from "../src/index.js";
import { WHOLE, answeredCodes, crossing, received } from "./answers.js";

const isRefusal = ({ status, kind }: ServiceError): boolean =>
  [401, 403, 407].includes(status ?? 0) || ["unauthenticated", "permission_denied"].includes(kind);

const errors = answeredCodes.map(({ service, code }) => ({
  service,
  error: service.decode(answer(service, code, { requestId: "req_1", retryAfter: 20 })),
}));

describe.each(["service", "problem"] as const)("by default, in the format %s", (format) => {
  it("the code, its kind, the status, the request id and the wait cross", async () => {
    for (const { service, error } of errors.filter((one) => !isRefusal(one.error))) {
      const theirs = await received(service, error, { format });
      const { id, kind, status, requestId, retry } = error;
      expect(theirs, id).toMatchObject({ id, kind, status, requestId, retry });
    }
  });

  it("a refusal of the backend's own credential is a 502 that says nothing of it", () => {
    const refusals = errors.filter(({ error }) => isRefusal(error));
    expect(refusals.length).toBeGreaterThan(20);
    const answers = refusals.map(({ error }) => relay(error, { format, message: true, details: true }));
    // One and the same, whatever was refused and by whom.
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toEqual({
      status: 502,
      headers: {
        "content-type": format === "problem" ? "application/problem+json" : "application/json",
        "cache-control": "no-store",
        "retry-after": "20",
        "x-request-id": "req_1",
      },
      body:
        format === "problem"
          ? '{"type":"about:blank","title":"Bad Gateway","status":502,"kind":"unavailable","request_id":"req_1","retry_after":20}'
          : '{"detail":"Bad Gateway","request_id":"req_1","retry_after":20}',
    });
  });
});

describe("each option opens one thing", () => {
  const error = scaidrive.decode({
    status: 413,
    headers: { "x-ratelimit-limit": "10", "x-ratelimit-remaining": "3" },
    body: {
      error: { code: "code_of_tomorrow", message: "The message is secret", details: { path: "/private", max_bytes: 7 } },
      errors: [{ in: "body", path: ["name", "jo@example.test"], message: "jo@example.test is taken", type: "taken" }],
    },
  });
  const refusal = scaigrid.decode({ status: 401, body: { error: { code: "AUTH_TOKEN_INVALID", message: "The message is secret" } } });
  const said = (options: RelayOptions, of: ServiceError = error) => JSON.parse(relay(of, options).body) as object;

  it("none: nothing but the names of fields", () => {
    expect(said({})).toEqual({
      detail: "The request is too large or out of range.",
      errors: [{ in: "body", path: ["name", "…"], message: "Invalid value", type: "taken" }],
    });
  });

  it("message: the service's words", () => {
    expect(said({ message: true })).toEqual({
      detail: "The message is secret",
      code: "code_of_tomorrow",
      errors: [{ in: "body", path: ["name", "jo@example.test"], message: "jo@example.test is taken", type: "taken" }],
    });
  });

  it("details: the details", () => {
    const { detail, ...others } = said({ details: true }) as { readonly detail: unknown };
    expect(detail).toEqual({ message: "The request is too large or out of range.", details: error.details });
    expect({ ...others, detail: "The request is too large or out of range." }).toEqual(said({}));
  });

  it("credential: that a credential was refused", () => {
    expect(said({ credential: "caller" })).toEqual(said({}));
    expect(relay(refusal, { credential: "caller" }).status).toBe(401);
    expect(said({ credential: "caller" }, refusal)).toEqual({
      status: "error",
      error: { code: "AUTH_TOKEN_INVALID", message: "A valid sign-in is needed." },
    });
  });

  it("format: nothing", () => {
    expect(said({ format: "problem" })).toEqual({
      type: `https://errors.scailabs.ai/${error.id}/`,
      title: "The request is too large or out of range.",
      status: 413,
      code: error.code,
      kind: "out_of_range",
      errors: [{ in: "body", path: ["name", "…"], message: "Invalid value", type: "taken" }],
    });
  });

  it("the rate limit crosses with none of them", () => {
    expect(error.rateLimit).toBeDefined();
    expect(JSON.stringify(relay(error, WHOLE))).not.toContain("ratelimit");
  });
});

describe("a message that stands for a code", () => {
  const dns = services.find(({ name }) => name === "dns")!;
  const answerWith = (type: string) => ({ status: 409, body: { detail: `Cannot create ${type} record: CNAME exists at a.example` } });

  it("crosses without its variable parts", () => {
    expect(JSON.parse(relay(dns.decode(answerWith("A"))).body)).toEqual({ detail: "Cannot create … record: CNAME exists at …" });
  });

  it("crosses with each of them as it was, where the details do", async () => {
    const error = dns.decode(answerWith("<name>"));
    expect((await received(dns, error, { details: true })).message).toBe(error.message);
  });
});

describe("the wait", () => {
  it("is never shorter than the service asked for, and longer by less than a second", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1_000_000_000), async (ms) => {
        const error = scaigrid.decode({ status: 429, body: { error: { code: "RATE_LIMITED", retry_after: ms / 1000 } } });
        const asked = error.retry.afterMs ?? 0;
        const answered = Number(relay(error).headers["retry-after"]) * 1000;
        expect(answered).toBeGreaterThanOrEqual(asked);
        expect(answered - asked).toBeLessThan(1000);
        expect((await received(scaigrid, error)).retry.afterMs).toBe(answered);
      }),
    );
  });

  it("is digits, however long", () => {
    const error = scaigrid.decode({ status: 503, headers: { "retry-after": "99999999999999999999" } });
    expect(relay(error).headers["retry-after"]).toBe("9000000000000");
  });
});

describe("headers", () => {
  it("can be sent, whatever the request id is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (requestId) => {
        const error = scaigrid.decode({ status: 500, body: { error: { message: "Broken" }, meta: { request_id: requestId } } });
        const { headers } = relay(error);
        expect(() => new Headers(headers)).not.toThrow();
        expect(Object.values(headers).join("")).toMatch(/^[ -~]*$/);
      }),
    );
  });

  it("leave an id out that no header can hold, which the body has all the same", async () => {
    const error = scaigrid.decode({ status: 500, body: { error: { code: "INTERNAL_ERROR" }, meta: { request_id: "größe" } } });
    expect(relay(error).headers).not.toHaveProperty("x-request-id");
    expect((await received(scaigrid, error)).requestId).toBe("größe");
  });
});

describe("field names", () => {
  const pathOf = (path: readonly (string | number)[]) => {
    const error = scaigrid.decode({ status: 422, body: { detail: [{ loc: ["body", ...path], msg: "m" }] } });
    return (JSON.parse(relay(error).body) as { errors: { path: unknown }[] }).errors[0]?.path;
  };

  it.each([["name"], ["items", 3, "unit_price"], ["items", 0], ["items", 999], ["address_line_2"], ["ipv4Address"], ["_id"]])(
    "cross: %s",
    (...path) => {
      expect(pathOf(path)).toEqual(path);
    },
  );

  it("that are keys of a map do not, as numbers either", () => {
    const details = { errors: { cards: { "4111111111111111": ["declined"] } } };
    const error = scaigrid.decode({ status: 422, body: { error: { code: "VALIDATION_ERROR", message: "m", details } } });
    expect(error.issues).toHaveLength(1);
    expect(relay(error).body).not.toContain("4111");
  });

  it.each([
    "jo@example.test",
    "sk-0123456789",
    "a b",
    "6f9619ff8b86d011b42d00c04fc964ff",
    "a".repeat(41),
    "naïve",
    "../etc",
    4111111111111111,
    1000,
    -1,
    4.5,
    1e21,
  ])("that are none do not: %s", (step) => {
    expect(pathOf([step])).toEqual(["…"]);
  });
});

it("hands on an error whose class does not know its service, as one of version 1", async () => {
  const error = scaigrid.decode(answer(scaigrid, "RATE_LIMITED", { retryAfter: 3 }));
  const prototype = Object.create(null, Object.getOwnPropertyDescriptors(Object.getPrototypeOf(error))) as Record<symbol, unknown>;
  prototype[Symbol.for("@scai-errors/scaigrid")] = () => undefined;
  Object.setPrototypeOf(error, prototype);
  expect(serviceOf(error)).toBeUndefined();
  expect(crossing(await received(scaigrid, error))).toMatchObject({ id: "scaigrid/RATE_LIMITED", retry: { afterMs: 3000 } });
});
