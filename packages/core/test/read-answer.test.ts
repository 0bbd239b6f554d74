import { describe, expect, it, vi } from "vitest";
import { depot, shop } from "./example.js";

describe("the shop's own envelope", () => {
  const own = {
    status: "error",
    error: { code: "NO_SUCH_ITEM", message: "No such item", details: { a: 1 } },
    meta: { request_id: "req_1" },
  };

  it.each<[string, unknown]>([
    ["as text", JSON.stringify(own)],
    ["as text after a byte order mark", `\ufeff${JSON.stringify(own)}`],
    ["as bytes", new TextEncoder().encode(JSON.stringify(own))],
    ["as bytes after a byte order mark", new TextEncoder().encode(`\ufeff${JSON.stringify(own)}`)],
    ["as a buffer", new TextEncoder().encode(JSON.stringify(own)).buffer],
    ["as a parsed value", own],
    ["frozen", Object.freeze(structuredClone(own))],
    ["without a prototype", Object.assign(Object.create(null) as object, own)],
  ])("%s", (_, body) => {
    expect(shop.decode({ status: 404, body })).toMatchObject({
      code: "NO_SUCH_ITEM",
      receivedCode: "NO_SUCH_ITEM",
      codeFrom: "wire",
      message: "No such item",
      details: { a: 1 },
      requestId: "req_1",
    });
  });
});

describe("details that are a list", () => {
  it("are in the issues and not a second time in the details, where they are problems", () => {
    const problems = [{ field: "a", message: "m", input: "secret" }];
    expect(shop.decode({ status: 404, body: { error: { code: "NO_SUCH_ITEM", details: problems } } })).toMatchObject({
      details: undefined,
      issues: [{ path: ["a"], message: "m" }],
    });
  });

  it("stay as they are, where they are none", () => {
    expect(shop.decode({ status: 404, body: { error: { code: "NO_SUCH_ITEM", details: [1, null] } } })).toMatchObject({
      details: [1, null],
      issues: [],
    });
  });

  it("are not asked for by who has other details beside the problems", () => {
    const body = { error: { code: "NO_SUCH_ITEM", details: { reason: "sold", errors: ["stage one"] } } };
    expect(shop.decode({ status: 404, body })).toMatchObject({ details: { reason: "sold" }, issues: [{ message: "stage one" }] });
  });
});

describe("a map from fields to what is wrong with them", () => {
  const named = { errors: { name: "is required" } };
  const bare = { name: ["is required"] };
  const problems = [{ path: ["name"], message: "is required" }];

  it.each<[string, number, object, readonly object[]]>([
    ["is one of problems where it is called so", 400, named, problems],
    ["is one of problems where it is called so, with whichever status of the caller's failures", 409, named, problems],
    ["has what failed within the service, where the status says that this was to blame", 500, named, []],
    ["has what failed behind the service, where the status says that this was to blame", 503, named, []],
    ["is one of problems under no name where the status is that of a bad request", 400, bare, problems],
    ["is one of problems under no name where the status is that of invalid input", 422, bare, problems],
    ["may be any data under no name, where the status is another of the caller's failures", 404, bare, []],
    ["may be any data under no name, where the status is that of the service's failures", 500, bare, []],
    ["counts under a name before one without", 422, { details: { name: ["is too long"] }, ...named }, problems],
  ])("%s: %d", (_, status, body, issues) => {
    expect(depot.decode({ status, body }).issues).toEqual(issues);
  });
});

describe("the time to wait", () => {
  const until = "Wed, 21 Oct 2015 07:28:00 GMT";

  it("is measured from the answer's own date, whatever the clock of the caller says", () => {
    const headers = { "Retry-After": until, Date: "Wed, 21 Oct 2015 07:27:00 GMT" };
    expect(shop.decode({ status: 503, headers, receivedAt: Date.UTC(2015, 9, 21, 3) }).retry.afterMs).toBe(60_000);
  });

  it("is measured from when the answer came, where it has no date", () => {
    const receivedAt = Date.UTC(2015, 9, 21, 7, 27, 30);
    expect(shop.decode({ status: 503, headers: { "Retry-After": until }, receivedAt }).retry.afterMs).toBe(30_000);
  });

  it("asks what time it is only where the answer has one", () => {
    const now = vi.spyOn(Date, "now").mockReturnValue(Date.UTC(2015, 9, 21, 7, 27, 59));
    try {
      expect(shop.decode({ status: 503, headers: { Date: until }, body: { retry_after: 5 } }).retry.afterMs).toBe(5000);
      expect(now).not.toHaveBeenCalled();
      expect(shop.decode({ status: 503, headers: { "Retry-After": until } }).retry.afterMs).toBe(1000);
    } finally {
      now.mockRestore();
    }
  });
});

describe("what else a service of either family may answer", () => {
  it.each<[string, unknown, object]>([
    ["detail text", { detail: "Not Found" }, { receivedCode: undefined, message: "Not Found", details: undefined }],
    ["detail object", { detail: { message: "m", a: 1 } }, { message: "m", details: { message: "m", a: 1 } }],
    ["detail object with a code under `error`", { detail: { error: "no_key", message: "m" } }, { receivedCode: "no_key", message: "m" }],
    ["flat frame", { code: "TILL_BROKEN", message: "m" }, { receivedCode: "TILL_BROKEN", message: "m" }],
    ["error text that begins like a code", { error: "no_key is left" }, { receivedCode: undefined, message: "no_key is left" }],
    ["error text that ends like a code", { error: "there is no_key" }, { receivedCode: undefined, message: "there is no_key" }],
    ["error text with something like a code", { error: "the no_key case" }, { receivedCode: undefined, message: "the no_key case" }],
    ["error text", { error: "Something broke" }, { receivedCode: undefined, message: "Something broke" }],
    ["OAuth", { error: "invalid_grant", error_description: "Expired" }, { receivedCode: "invalid_grant", message: "Expired" }],
    ["OAuth with one word", { error: "unauthorized", error_description: "No" }, { receivedCode: "unauthorized", message: "No" }],
    ["OAuth without a description", { error: "invalid_grant" }, { receivedCode: "invalid_grant" }],
    ["RFC 9457", { type: "about:blank", title: "Gone", detail: "It was sold", status: 410 }, { message: "It was sold" }],
    ["RFC 9457 without a detail", { type: "about:blank", title: "Gone" }, { message: "Gone" }],
    ["request id beside the code", { error: { code: "X", request_id: "req_2" } }, { requestId: "req_2" }],
    ["text", '"boom"', { message: "boom" }],
    ["duplicate members, of which the last counts", '{"error":{"code":"A","code":"B"}}', { receivedCode: "B" }],
  ])("%s", (_, body, expected) => {
    for (const service of [shop, depot]) expect(service.decode({ status: 400, body })).toMatchObject(expected);
  });

  it.each<unknown>([
    null,
    true,
    42,
    [],
    [1, 2],
    {},
    { error: null },
    { error: [] },
    { detail: null },
    { error: {}, detail: {}, meta: null },
  ])("%j says nothing", (body) => {
    expect(shop.decode({ status: 400, body })).toMatchObject({ message: "No readable error (HTTP 400)", receivedCode: undefined });
    expect(depot.decode({ status: 400, body })).toMatchObject({ message: "BAD_REQUEST (HTTP 400)", receivedCode: undefined });
  });

  it("asks its own family first", () => {
    const body = { detail: { message: "of the detail" }, error: { code: "X", message: "of the error" } };
    expect(shop.decode({ status: 400, body }).message).toBe("of the error");
    expect(depot.decode({ status: 400, body }).message).toBe("of the detail");
  });

  it("takes a request id from the body, else from the headers", () => {
    const headers = { "X-Request-ID": "req_h" };
    expect(shop.decode({ status: 400, headers, body: { meta: { request_id: "req_b" } } }).requestId).toBe("req_b");
    expect(shop.decode({ status: 400, headers, body: "<html>" }).requestId).toBe("req_h");
  });
});

describe("the trust boundary", () => {
  it("lets no body set anything but message, code, details, request id and hint", () => {
    const members = {
      name: "Evil",
      stack: "evil",
      status: 200,
      service: "evil",
      kind: "internal",
      id: "evil/EVIL",
      retry: { policy: "backoff" },
      policy: "backoff",
      codeFrom: "close",
      issues: "evil",
      rateLimit: { limit: 1 },
      excerpt: "evil",
      toJSON: "evil",
      constructor: "evil",
    };
    for (const body of [members, { error: { code: "NO_SUCH_ITEM", ...members } }, { detail: members }, { meta: members }]) {
      const error = shop.decode({ status: 404, body });
      expect(error).toMatchObject({ name: "ShopError", service: "shop", status: 404, kind: "not_found", issues: [], rateLimit: undefined });
      expect(error.retry.policy).toBe("never");
      expect(error.stack).not.toContain("evil");
      expect(Object.keys(error).sort()).toEqual(Object.keys(shop.decode({ status: 404 })).sort());
    }
  });

  it.each([
    "constructor",
    "toString",
    "__proto__",
    "hasOwnProperty",
    "valueOf",
    "no_such_item",
    "NO_SUCH_ITEM ",
    "NO_SUCH_ITEM\0",
    "UNRECOGNIZED",
  ])("takes %j for no code", (code) => {
    const error = shop.decode({ status: 429, body: { error: { code } } });
    expect(error).toMatchObject({ code: "UNRECOGNIZED", kind: "rate_limited", codeFrom: "wire" });
    expect(error.receivedCode).toBe(code.replace("\0", "").trim());
  });

  it.each<unknown>([7, true, null, {}, ["NO_SUCH_ITEM"], { toString: null }, ""])("takes %j for no code either", (code) => {
    expect(shop.decode({ status: 404, body: { error: { code } } })).toMatchObject({
      code: "UNRECOGNIZED",
      receivedCode: undefined,
      codeFrom: "status",
    });
  });

  it("coerces nothing", () => {
    const hostile = { toString: null, valueOf: null };
    for (const key of ["code", "message", "msg", "title", "details", "context", "field", "request_id", "retry_after"]) {
      for (const body of [{ [key]: hostile }, { error: { [key]: hostile } }, { detail: { [key]: [hostile] } }]) {
        expect(shop.decode({ status: 404, headers: { "retry-after": "7" }, body })).toMatchObject({
          status: 404,
          retry: { afterMs: 7000 },
        });
      }
    }
    expect(shop.decode({ status: 404, body: { error: [hostile], error_description: hostile } }).message).toBe(
      "No readable error (HTTP 404)",
    );
    expect(shop.decode({ status: 404, body: { error: { code: "NO_SUCH_ITEM", ...hostile } } }).code).toBe("NO_SUCH_ITEM");
    expect(shop.decode({ status: 400, body: { error: ["invalid_grant"] } }).receivedCode).toBeUndefined();
  });
});

it("takes a parsed body that claims to be bytes for nothing", () => {
  const body = { byteLength: 1, error: { code: "NO_SUCH_ITEM" } };
  expect(shop.decode({ status: 404, headers: { "retry-after": "7" }, body })).toMatchObject({ status: 404, retry: { afterMs: 7000 } });
});

describe("wrong use", () => {
  it.each<unknown>([undefined, null, {}, "error", { status: "404" }, new Error("no")])(
    "of decode with %j is a TypeError that says what was expected",
    (answer) => {
      // What no type checker would let through.
      const call = (): unknown => shop.decode(answer as { status: number });
      expect(call).toThrow(TypeError);
      expect(call).toThrow(/^shop\.decode\(\) expects a response with a status\. Call /);
    },
  );
});
