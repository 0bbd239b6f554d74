import { describe, expect, it } from "vitest";
import { depot, shop } from "./example.js";
import { MANY } from "./many.js";

const issuesOf = (body: unknown) => depot.decode({ status: 422, body }).issues;

describe("lists of problems", () => {
  it.each<[string, unknown, unknown]>([
    [
      "FastAPI with pydantic 2",
      { detail: [{ type: "missing", loc: ["body", "items", 0, "name"], msg: "Field required", input: { secret: 1 }, url: "https://…" }] },
      [{ in: "body", path: ["items", 0, "name"], message: "Field required", type: "missing" }],
    ],
    [
      "FastAPI with pydantic 1",
      { detail: [{ loc: ["query", "limit"], msg: "value is not a valid integer", type: "type_error.integer" }] },
      [{ in: "query", path: ["limit"], message: "value is not a valid integer", type: "type_error.integer" }],
    ],
    ["a part that is not known stays in the path", { detail: [{ loc: ["__root__"], msg: "m" }] }, [{ path: ["__root__"], message: "m" }]],
    ["a path that names no part", { detail: [{ loc: [], msg: "m" }] }, [{ path: [], message: "m" }]],
    [
      "no message but a type",
      { detail: [{ loc: ["body"], type: "missing" }] },
      [{ in: "body", path: [], message: "missing", type: "missing" }],
    ],
    ["fields and messages", { error: { details: [{ field: "a.0.b", message: "m" }] } }, [{ path: ["a", 0, "b"], message: "m" }]],
    [
      "names that look like numbers, and are no places in a list",
      { error: { details: [{ field: "meta.007.12345678901234567890", message: "m" }] } },
      [{ path: ["meta", "007", "12345678901234567890"], message: "m" }],
    ],
    [
      "a name that a client made of an absent value",
      { error: { details: [{ field: "items.undefined", message: "m" }] } },
      [{ path: ["items", "undefined"], message: "m" }],
    ],
    ["a field that is called like a part", { error: { details: [{ field: "path", message: "m" }] } }, [{ path: ["path"], message: "m" }]],
    ["a place that is no list", { detail: [{ loc: "name", msg: "m" }] }, [{ path: ["name"], message: "m" }]],
    [
      "bare texts",
      { detail: ["one", "two"] },
      [
        { path: [], message: "one" },
        { path: [], message: "two" },
      ],
    ],
    ["a list under `fields`", { error: { details: { fields: [{ field: "a", message: "m" }] } } }, [{ path: ["a"], message: "m" }]],
    [
      "a list beside the details",
      { error: { details: { a: 1 }, errors: [{ field: "a", message: "m" }] } },
      [{ path: ["a"], message: "m" }],
    ],
    ["one field beside its message", { detail: { message: "m", field: "a" } }, [{ path: ["a"], message: "m" }]],
    ["one field in the details", { error: { message: "x", details: { field: "a", message: "m" } } }, [{ path: ["a"], message: "m" }]],
    ["one field whose message is that of all", { error: { message: "x", details: { field: "a" } } }, [{ path: ["a"], message: "x" }]],
    [
      "one field with a type of its own",
      { error: { message: "Too large", details: { field: "a", type: "image/png" } } },
      [{ path: ["a"], message: "Too large", type: "image/png" }],
    ],
    [
      "a field beside the list of problems",
      { error: { field: "b", details: [{ field: "a", message: "m" }] } },
      [{ path: ["a"], message: "m" }],
    ],
    ["a field that is no name", { error: { message: "x", details: { field: { a: 1 }, message: "m" } } }, []],
    ["a field without a name", { error: { message: "x", details: { field: " ", message: "m" } } }, []],
    ["a field that is a number", { error: { message: "x", details: { field: 1, message: "m" } } }, []],
    ["a list in a context", { error: { message: "m", context: { errors: ["stage one"] } } }, [{ path: [], message: "stage one" }]],
    ["details that are no problems", { error: { code: "X", details: { path: "a/b" } }, other: 1 }, []],
    ["entries that say nothing", { detail: [null, 7, {}, [], { loc: ["body"] }] }, []],
    ["nothing", {}, []],
  ])("%s", (_, body, issues) => {
    expect(issuesOf(body)).toEqual(issues);
  });

  it("within each other, at any depth, take nothing from the code and the message", () => {
    const errors = `{"a":["m"],"b":${"[".repeat(MANY / 10)}${"]".repeat(MANY / 10)}}`;
    const body = `{"error":{"code":"SOLD_OUT","message":"No tea","details":{"errors":${errors}}}}`;
    const error = shop.decode({ status: 422, body });
    expect(error).toMatchObject({ code: "SOLD_OUT", message: "No tea", issues: [{ path: ["a"], message: "m" }] });
  });

  it("survive members of every wrong type", () => {
    const hostile = { toString: null, valueOf: null };
    const wrong = [null, 7, true, hostile, [hostile], NaN];
    for (const loc of wrong)
      for (const msg of wrong) for (const type of wrong) expect(issuesOf({ detail: [{ loc, msg, type }] })).toEqual([]);
    expect(issuesOf({ detail: [{ loc: ["body", hostile, null, NaN, "a"], msg: "m" }] })).toEqual([
      { in: "body", path: ["a"], message: "m" },
    ]);
  });

  it("are clean", () => {
    expect(issuesOf({ detail: [{ loc: ["body", "a\nb"], msg: "\u001b[31mred\u202e", type: "t\0" }] })).toEqual([
      { in: "body", path: ["a b"], message: "red", type: "t" },
    ]);
  });

  it("of any length carry a hundred, and count the rest", () => {
    const list = (length: number) => Array.from({ length }, (_, at) => ({ loc: ["body", at], msg: "m" }));
    expect(issuesOf({ detail: list(100) })).toHaveLength(100);
    const issues = issuesOf({ detail: list(MANY) });
    expect(issues).toHaveLength(100);
    expect(issues.at(-2)).toEqual({ in: "body", path: [98], message: "m" });
    expect(issues.at(-1)).toEqual({ path: [], message: `${MANY - 99} more` });
  });

  it("have paths of at most 32 steps", () => {
    expect(issuesOf({ detail: [{ loc: Array(1000).fill("a"), msg: "m" }] })[0]?.path).toHaveLength(32);
  });

  it("are not repeated in the details, with the input that FastAPI echoes", () => {
    const error = depot.decode({ status: 422, body: { detail: [{ loc: ["body"], msg: "m", input: "my password" }] } });
    expect(error.details).toBeUndefined();
    expect(JSON.stringify(error)).not.toContain("password");
  });

  it("give the message where the answer has none", () => {
    expect(depot.decode({ status: 422, body: { detail: [{ loc: ["body", "a", 0], msg: "Field required" }] } }).message).toBe(
      "a.0: Field required",
    );
    expect(shop.decode({ status: 422, body: { error: { message: "Wrong", details: [{ field: "a", message: "m" }] } } }).message).toBe(
      "Wrong",
    );
  });
});

/** `{"a":{"a":…}}` so many levels deep, with one problem at the end. */
function withinMaps(levels: number): unknown {
  return levels === 0 ? "m" : { a: withinMaps(levels - 1) };
}

/** `[[…]]` so many levels deep, with one problem at the end. */
function withinLists(levels: number): unknown {
  return levels === 0 ? "m" : [withinLists(levels - 1)];
}

describe("maps from fields to their problems", () => {
  const issuesOfErrors = (errors: unknown) => depot.decode({ status: 422, body: { detail: { message: "Invalid", errors } } }).issues;

  it.each<[string, unknown, unknown]>([
    ["a text is one problem", { a: "m" }, [{ path: ["a"], message: "m" }]],
    [
      "a list is several problems of one field",
      { a: ["one", "two"] },
      [
        { path: ["a"], message: "one" },
        { path: ["a"], message: "two" },
      ],
    ],
    ["an object with a message is one problem", { a: { message: "m", kind: "required" } }, [{ path: ["a"], message: "m" }]],
    ["a map is about the fields within", { address: { city: ["m"] } }, [{ path: ["address", "city"], message: "m" }]],
    [
      "a list of maps is about the fields of its entries, by their places",
      { items: [{}, { name: ["m"] }] },
      [{ path: ["items", 1, "name"], message: "m" }],
    ],
    ["a field may be called `message`", { form: { message: ["m"] } }, [{ path: ["form", "message"], message: "m" }]],
    ["numbers and the like are passed over", { a: 7, b: true, c: null, d: [null, 7], e: "m" }, [{ path: ["e"], message: "m" }]],
    ["a map may be five maps deep", { a: withinMaps(5) }, [{ path: ["a", "a", "a", "a", "a", "a"], message: "m" }]],
    ["what is deeper is passed over", { a: withinMaps(6), b: "m" }, [{ path: ["b"], message: "m" }]],
    ["a list may be five lists deep", { a: withinLists(5) }, [{ path: ["a"], message: "m" }]],
    ["what lies in more lists is passed over", { a: withinLists(6), b: "m" }, [{ path: ["b"], message: "m" }]],
    ["an empty map has none", {}, []],
  ])("%s", (_, errors, issues) => {
    expect(issuesOfErrors(errors)).toEqual(issues);
  });
});

describe("maps that are not named as problems", () => {
  it.each<[string, unknown, unknown]>([
    ["the body as a whole, as Django writes it", { name: ["m"] }, [{ path: ["name"], message: "m" }]],
    ["the details", { error: { message: "Invalid", details: { name: ["m"] } } }, [{ path: ["name"], message: "m" }]],
    [
      "of several fields with several problems",
      { a: ["one", "two"], b: ["three"] },
      [
        { path: ["a"], message: "one" },
        { path: ["a"], message: "two" },
        { path: ["b"], message: "three" },
      ],
    ],
    ["with a member that is no list are other data", { error: { message: "Invalid", details: { sizes: ["S", "M"], left: 2 } } }, []],
    ["with a list that holds more than texts are other data", { error: { message: "Invalid", details: { sizes: ["S", 42] } } }, []],
    ["with bare texts are other data", { error: { message: "Invalid", details: { color: "red" } } }, []],
  ])("%s", (_, body, issues) => {
    expect(issuesOf(body)).toEqual(issues);
  });

  it("are problems only where the status speaks of invalid input", () => {
    const issuesAt = (status: number) => shop.decode({ status, body: { name: ["m"] } }).issues;
    expect(issuesAt(400)).toEqual([{ path: ["name"], message: "m" }]);
    expect(issuesAt(409)).toEqual([]);
  });
});
