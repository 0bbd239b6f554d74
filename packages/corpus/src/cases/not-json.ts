import { runInNewContext } from "node:vm";
import type { HostileCase } from "../case.js";

const status = 422;

/** Nothing can be read of it, so this is all that is known. */
function silent(id: string, fault: string, body: () => unknown): HostileCase {
  return {
    id,
    fault,
    answer: () => ({ status, body: body() }),
    expect: { status, receivedCode: undefined, requestId: undefined, issues: [], message: /HTTP 422/ },
  };
}

/** An object that answers every question with itself or by throwing. */
function hostile(trap: "throw" | "self"): unknown {
  const answer = (): unknown => {
    if (trap === "throw") throw new Error("do not look");
    return proxy;
  };
  const proxy: unknown = new Proxy({}, { get: answer, ownKeys: () => [], getPrototypeOf: () => null, has: () => true });
  return proxy;
}

function cyclic(): object {
  const error: Record<string, unknown> = { code: "NEW_FAILURE", message: "Said so" };
  error.details = { error, list: [error] };
  return { error };
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function thrower(field: string): object {
  return Object.defineProperty({ message: "Said so" }, field, {
    enumerable: true,
    get: () => {
      throw new Error("do not look");
    },
  });
}

/** Two ways on from every level: to the deepest one that is looked at there are billions. */
function branching(): object {
  let level: object = {};
  for (let at = 0; at < 100; at++) level = { left: level, right: level, list: [level, level] };
  return { error: { code: "NEW_FAILURE", message: "Said so", details: level } };
}

/** Values that only a caller can hand in, since no JSON holds them. */
const values: readonly (readonly [string, unknown])[] = [
  ["bigint", 12n],
  ["symbol", Symbol("s")],
  ["function", (): number => 1],
  ["date", new Date(0)],
  ["map", new Map([["a", 1]])],
  ["nan", Number.NaN],
  ["infinity", Number.POSITIVE_INFINITY],
  ["negative-zero", -0],
  ["sparse", Object.assign([], { 3: "x" })],
  ["undefined", { a: undefined, b: [undefined] }],
];

/** Section D, second half: what no JSON holds, and a caller who hands in an object of their own may. */
export const notJson: readonly HostileCase[] = [
  silent("D72-proxy-throws", "an object that throws at every question", () => hostile("throw")),
  {
    id: "D72-proxy-self",
    fault: "an object whose every member is itself",
    answer: () => ({ status, body: hostile("self") }),
    expect: { status },
  },
  silent("D72-revoked", "a proxy that has been revoked", revoked),
  {
    id: "D72-cyclic",
    fault: "an object that contains itself",
    answer: () => ({ status, body: cyclic() }),
    expect: { message: "Said so", receivedCode: "NEW_FAILURE" },
  },
  {
    id: "D72-branching",
    fault: "an object in which the same parts are reached by more ways than anyone can go",
    answer: () => ({ status, body: branching() }),
    expect: { message: "Said so", receivedCode: "NEW_FAILURE" },
  },
  ...["code", "details", "request_id", "retry_after", "error"].map((field): HostileCase => ({
    id: `D72-getter-${field}`,
    fault: `a getter that throws, as ${field}`,
    answer: () => ({ status, body: { error: thrower(field) } }),
    expect: { status },
  })),
  {
    id: "D72-getter-headers",
    fault: "headers that throw",
    // What the types forbid and JavaScript does.
    answer: () => ({ status, headers: hostile("throw") as Record<string, string> }),
    expect: { status, requestId: undefined },
  },
  ...values.map(([name, value]): HostileCase => ({
    id: `D72-${name}`,
    fault: `a value that no JSON holds, in the details and everywhere else: ${name}`,
    answer: () => ({
      status,
      body: { error: { code: value, message: value, details: { value }, request_id: value, retry_after: value, list: [value] } },
    }),
    expect: { status, requestId: undefined, receivedCode: undefined },
  })),
  ...[
    ["frozen", Object.freeze({ error: Object.freeze({ code: "NEW_FAILURE", message: "Said so" }) })],
    ["sealed", Object.seal({ error: Object.seal({ code: "NEW_FAILURE", message: "Said so" }) })],
    ["of-another-realm", runInNewContext('({ error: { code: "NEW_FAILURE", message: "Said so" } })')],
    [
      "null-prototype",
      Object.assign(Object.create(null) as object, {
        error: Object.assign(Object.create(null) as object, { code: "NEW_FAILURE", message: "Said so" }),
      }),
    ],
  ].map(([name, body]): HostileCase => ({
    id: `D73-${String(name)}`,
    fault: `an object that is ${String(name)}: the same as any other`,
    answer: { status, body },
    expect: { message: "Said so", receivedCode: "NEW_FAILURE" },
  })),
];
