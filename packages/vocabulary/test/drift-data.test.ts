import { describe, expect, it } from "vitest";
import { understandPage } from "../src/page/understand.js";
import { HOTEL } from "./given/forms.js";
import { recordOf, reportOf } from "./given/report.js";

const RECORD = recordOf("hotel", Object.fromEntries(HOTEL.map(({ code, status }) => [code, { status }])));
const LIST = HOTEL.map(({ code, status }) => ({ code, status }));
const NEW = ["POOL_EMPTY: not in the vocabulary (503)"];

/** What nests a value deeper than lists of codes stand. */
function nested(value: unknown, depth: number): unknown {
  return depth === 0 ? value : { more: nested(value, depth - 1) };
}

describe("JSON and YAML", () => {
  it.each([
    ["a second list", { errors: LIST, more: [{ code: "POOL_EMPTY", status: 503 }] }],
    ["a list within an entry", [...LIST.slice(1), { ...LIST[0], children: [{ code: "POOL_EMPTY", status: 503 }] }]],
    [
      "groups with names",
      [
        { name: "Rooms", errors: LIST },
        { name: "Pools", errors: [{ code: "POOL_EMPTY", status: 503 }] },
      ],
    ],
    ["a dot", [...LIST, { code: "pool.empty", status: 503 }], ["pool.empty: not in the vocabulary (503)"]],
  ])("one more in %s", (_, value, differences = NEW) => {
    expect(reportOf(RECORD, JSON.stringify(value))).toEqual({ reasons: "", differences });
  });

  it.each([
    ["another member", { errors: LIST, more: [{ reason: "POOL_EMPTY", status: 503 }] }],
    ["a list of words", { errors: LIST, more: [{ a: 1 }, { b: 2 }, "POOL_EMPTY"] }],
    ["the name of a member", { errors: LIST, more: { POOL_EMPTY: { text: "no water" }, a: {}, b: {} } }],
    ["a string", { errors: LIST, more: "POOL_EMPTY" }],
    ["a string with a status", { errors: LIST, more: "Pools answer 503 with POOL_EMPTY" }],
    ["the depth", { errors: LIST, more: nested([{ code: "POOL_EMPTY", status: 503 }], 10) }],
  ])("not understood in %s", (_, value) => {
    expect(reportOf(RECORD, JSON.stringify(value)).reasons).toContain("POOL_EMPTY, in: ");
  });

  it("other words in entries are named, and no more", () => {
    const page = JSON.stringify(LIST.map((one) => ({ ...one, grpc: "FAILED_PRECONDITION", message: "See KEY_LOST", tags: ["A_TAG"] })));
    expect(reportOf(RECORD, page)).toEqual({ reasons: "", differences: [] });
    expect(understandPage(page).mentions.flatMap(({ key, isProminent }) => (isProminent ? [] : key))).toEqual([
      "FAILED_PRECONDITION",
      "A_TAG",
    ]);
  });

  it("lists in lists, deeper than calls can be, end", () => {
    expect(understandPage(`{"a":${"[".repeat(100_000)}"POOL_EMPTY"${"]".repeat(100_000)}}`).mentions.map(({ key }) => key)).toEqual([
      "POOL_EMPTY",
    ]);
  });
});

describe("OpenAPI", () => {
  const enumOf = (codes: readonly string[], name = "code") => ({
    content: { "application/json": { schema: { properties: { [name]: { enum: codes } } } } },
  });
  const responses = Object.fromEntries(
    [...new Set(HOTEL.map(({ status }) => status))].map((status) => [
      status,
      enumOf(HOTEL.filter((one) => one.status === status).map(({ code }) => code)),
    ]),
  );
  const paths = { "/rooms": { get: { responses } } };
  const document = (more: object): string => JSON.stringify({ openapi: "3.1.0", info: {}, paths, ...more });
  const pool = (response: object, status: number | string = 503) => ({ post: { responses: { [status]: response } } });

  it.each([
    ["webhooks", { webhooks: { pool: pool(enumOf(["POOL_EMPTY"])) } }],
    [
      "a path that is referred to",
      {
        paths: { ...paths, "/pool": { $ref: "#/components/pathItems/Pool" } },
        components: { pathItems: { Pool: pool(enumOf(["POOL_EMPTY"])) } },
      },
    ],
    [
      "an enumeration with a dot",
      { paths: { ...paths, "/pool": pool(enumOf(["pool.empty"])) } },
      ["pool.empty: not in the vocabulary (503)"],
    ],
  ])("one more in %s", (_, more, differences = NEW) => {
    expect(reportOf(RECORD, document(more))).toEqual({ reasons: "", differences });
  });

  it.each([
    ["a member with another name", { paths: { ...paths, "/pool": pool(enumOf(["POOL_EMPTY"], "why")) } }],
    ["a schema of reasons", { components: { schemas: { Trouble: { properties: { reason: { enum: ["POOL_EMPTY"] } } } } } }],
    ["a description of a response", { paths: { ...paths, "/pool": pool({ description: "Sent with POOL_EMPTY" }) } }],
    ["the response to all else", { paths: { ...paths, "/pool": pool({ description: "Sent with POOL_EMPTY" }, "default") } }],
    ["a description with a status", { paths: { ...paths, "/pool": { get: { description: "Answers 503 with POOL_EMPTY" } } } }],
    ["a member of its own", { "x-error-codes": ["POOL_EMPTY"] }],
    ["a callback", { paths: { ...paths, "/pool": { post: { callbacks: { done: { "{$url}": pool(enumOf(["POOL_EMPTY"])) } } } } } }],
  ])("not understood in %s", (_, more) => {
    expect(reportOf(RECORD, document(more)).reasons).toContain("POOL_EMPTY, in: ");
  });

  it.each([
    [
      "states of rooms",
      { components: { schemas: { Room: { properties: { state: { enum: ["BEING_CLEANED", "IN_USE"], default: "IN_USE" } } } } } },
    ],
    ["words in descriptions", { paths: { ...paths, "/pool": { get: { description: "Sets MAX_AGE.", operationId: "GET_POOL" } } } }],
  ])("no drift with %s", (_, more) => {
    expect(reportOf(RECORD, document(more))).toEqual({ reasons: "", differences: [] });
  });
});
