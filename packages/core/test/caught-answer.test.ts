import { describe, expect, test } from "vitest";
import { caughtAnswer } from "../src/caught-answer.js";
import { chainOf } from "../src/chain.js";

const head = { status: 404, headers: {} };

describe("a failed response of what was caught", () => {
  test("has its body in the first place that holds one", () => {
    const response: Record<string, unknown> = { ...head };
    const thrown: Record<string, unknown> = { response };
    const places: [holder: Record<string, unknown>, member: string][] = [
      [thrown, "responseBody"],
      [response, "rawBody"],
      [response, "raw"],
      [thrown, "text"],
      [response, "text"],
      [thrown, "data"],
      [response, "data"],
      [thrown, "error"],
      [response, "body"],
    ];
    places.forEach(([holder, member], at) => {
      holder[member] = `body ${at}`;
    });
    for (const [at, [holder, member]] of places.entries()) {
      expect(caughtAnswer(thrown)).toEqual({ ...head, body: `body ${at}`, unread: undefined, response });
      holder[member] = () => "no body, but what gives one";
    }
    expect(caughtAnswer(thrown)?.body).toBeUndefined();
  });

  test.each([
    [{ status: 400, headers: {} }, 400],
    [{ status: 599, headers: {} }, 599],
    [{ statusCode: 404, responseHeaders: {} }, 404],
    [{ status: "x", statusCode: 404, headers: [] }, 404],
    [{ status: 399, headers: {} }, undefined],
    [{ status: "404", headers: {} }, undefined],
    [{ status: 404.5, headers: {} }, undefined],
    [{ status: 404, headers: null }, undefined],
    [{ status: 404, headers: "x" }, undefined],
    [{ headers: {} }, undefined],
  ])("%j has the status %s", (thrown, status) => {
    expect(caughtAnswer(thrown)?.status).toBe(status);
    expect(caughtAnswer({ response: thrown })?.status).toBe(status);
  });

  test("that was read: what it has besides is not looked at, and what its client has kept is", () => {
    const response = {
      ...head,
      bodyUsed: true,
      get data(): unknown {
        throw new Error("touched");
      },
      text: "touched",
      body: "touched",
    };
    expect(caughtAnswer({ response })).toMatchObject({ body: undefined, unread: "response" });
    expect(caughtAnswer(response)).toMatchObject({ body: undefined, unread: "response" });
    expect(caughtAnswer({ response, data: "kept" })).toMatchObject({ body: "kept", unread: undefined });
  });

  test("that nobody has read is to be read", () => {
    const stream = { getReader: () => undefined };
    expect(caughtAnswer({ ...head, bodyUsed: false, data: "x" })).toMatchObject({ body: undefined, unread: "response" });
    expect(caughtAnswer({ ...head, bodyUsed: false, body: stream })).toMatchObject({ body: undefined, unread: stream });
    expect(caughtAnswer({ ...head, data: stream })).toMatchObject({ body: stream, unread: stream });
    // Responses of Node are their own streams.
    const response = { ...head, ...stream };
    expect(caughtAnswer(response)).toMatchObject({ body: undefined, unread: response });
  });
});

describe("a chain of causes", () => {
  test("begins with what was caught, goes on with what is nearest, and has each object once", () => {
    const [last, cause, one, two] = [{ at: "last" }, { at: "cause" }, { at: "one" }, { at: "two", cause: { at: "deeper" } }];
    const caught = { lastError: last, cause, errors: [one, two, one, "x", null] };
    expect(chainOf(caught)).toEqual([caught, last, cause, one, two, two.cause]);
  });

  test.each([undefined, null, "x", 7, () => ({ cause: {} })])("of %s is empty", (caught) => {
    expect(chainOf(caught)).toEqual([]);
  });

  test("passes over what cannot be looked at", () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    const caught = { cause: {}, errors: proxy };
    expect(chainOf(caught)).toEqual([caught, caught.cause]);
  });
});
