import { describe, expect, it } from "vitest";
import { depot, shop } from "./example.js";

describe("the message", () => {
  it.each<[string, unknown, string]>([
    [
      "is the sentence that tells why, and not the status phrase before it",
      { error: { message: "Forbidden" }, detail: "You are not on the list" },
      "You are not on the list",
    ],
    ["is not the code before it", { error: { message: "access_denied" }, detail: "You are not on the list" }, "You are not on the list"],
    ["is the status phrase where nothing says more", { error: { message: "Forbidden" } }, "Forbidden"],
    [
      "is the first of two sentences",
      { error: { message: "You are not on the list" }, detail: "Ask the owner" },
      "You are not on the list",
    ],
    [
      "is that of the next place where the first has none",
      { error: { id: 7 }, detail: "You are not on the list" },
      "You are not on the list",
    ],
  ])("%s", (_, body, message) => {
    expect(shop.decode({ status: 403, body }).message).toBe(message);
  });
});

describe("a word under `error`", () => {
  it.each<[string, unknown, { receivedCode: string | undefined; message: string }]>([
    ["is the message where nothing else is said", { error: "broken" }, { receivedCode: undefined, message: "broken" }],
    [
      "is the code where a message stands beside it",
      { error: "broken", message: "The till is open" },
      { receivedCode: "broken", message: "The till is open" },
    ],
    [
      "is the code where it has underscores, without a message too",
      { error: "till_broken" },
      { receivedCode: "till_broken", message: "till_broken (HTTP 400)" },
    ],
  ])("%s", (_, body, expected) => {
    expect(shop.decode({ status: 400, body })).toMatchObject(expected);
  });
});

describe("the problems of fields", () => {
  it.each<[string, unknown, unknown]>([
    ["are a map under `errors` of the details", { detail: { message: "Invalid", errors: { a: ["m"] } } }, [{ path: ["a"], message: "m" }]],
    [
      "are a map under `fields` of the details",
      { error: { message: "Invalid", details: { fields: { a: "m" } } } },
      [{ path: ["a"], message: "m" }],
    ],
    ["are a map under `fields` beside the message", { error: { message: "Invalid", fields: { a: "m" } } }, [{ path: ["a"], message: "m" }]],
    [
      "are several texts as the message, as NestJS writes them",
      { statusCode: 400, message: ["a must be a string", "b is not known"], error: "Bad Request" },
      [
        { path: [], message: "a must be a string" },
        { path: [], message: "b is not known" },
      ],
    ],
    ["are a body that is nothing but a map of them, as Django writes it", { a: ["m"] }, [{ path: ["a"], message: "m" }]],
  ])("%s", (_, body, issues) => {
    expect(depot.decode({ status: 422, body }).issues).toEqual(issues);
  });
});
