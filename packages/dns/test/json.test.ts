import { describe, expect, it } from "vitest";
import { type DnsError, dns } from "../src/index.js";
import { filled } from "./filled.js";

const more = { field: "records.3.content", conflicts: ["rec_81", { id: "rec_82" }] };
const errors: readonly DnsError[] = [
  ...Object.values(dns.codes).flatMap(({ status = 400, message = "Something else" }) => [
    dns.decode({ status, headers: { "retry-after": "3", "x-ratelimit-limit": "5" }, body: { detail: filled(message) } }),
    dns.decode({ status, body: { detail: { message: filled(message), ...more } } }),
  ]),
  dns.decode({ status: 410, body: "<html>" }),
];

describe("fromJSON", () => {
  it("is asked for every code", () => {
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set([...Object.keys(dns.codes), "UNRECOGNIZED"]));
  });

  it.each(errors.map((error) => [error.code, error] as const))("takes the JSON of %s", (_code, error) => {
    const json = JSON.stringify(error);
    const again = dns.fromJSON(JSON.parse(json));
    expect(JSON.stringify(again)).toBe(json);
    expect(again?.toJSON()).toEqual(error.toJSON());
  });

  it.each([
    ["details without their variable part", { details: { conflicts: [] } }],
    ["conflicts that are no list", { details: { name: "a", type: "A", conflicts: { a: 1 } } }],
    ["a kind that is no text", { kind: 7 }],
  ])("refuses JSON with %s", (_name, change) => {
    const json = dns.decode({ status: 409, body: { detail: "Cannot create A record: CNAME exists at a" } }).toJSON();
    expect(dns.fromJSON(json)).toBeDefined();
    expect(dns.fromJSON({ ...json, ...change })).toBeUndefined();
  });
});
