import { describe, expect, it } from "vitest";
import { dns } from "../src/index.js";

const NOTHING = { field: undefined, conflicts: [] };

describe("a message with a variable part", () => {
  it.each([
    ["Cannot create A record: CNAME exists at www.example.com", "CNAME_EXISTS", { type: "A", name: "www.example.com" }],
    [
      "Cannot create AAAA record: CNAME exists at _acme-challenge.naïve.example",
      "CNAME_EXISTS",
      { type: "AAAA", name: "_acme-challenge.naïve.example" },
    ],
    ["No DNS record found for _scai.example.com", "TXT_RECORD_MISSING", { name: "_scai.example.com" }],
    ["TXT record found but value doesn't match. Expected: scai-verify=1f2e", "TXT_VALUE_MISMATCH", { expected: "scai-verify=1f2e" }],
    ["Domain example.com does not exist in DNS", "DOMAIN_NOT_IN_DNS", { name: "example.com" }],
    ["records:write permission required on this domain", "PERMISSION_REQUIRED", { permission: "records:write" }],
  ])("%j hands it out", (message, code, parameters) => {
    for (const body of [{ detail: message }, { detail: { message } }, JSON.stringify({ detail: message })]) {
      expect(dns.decode({ status: 400, body })).toMatchObject({
        code,
        codeFrom: "message",
        message,
        details: { ...NOTHING, ...parameters },
      });
    }
  });

  it("takes no other member of the answer for the variable part", () => {
    const detail = { message: "Domain real.example does not exist in DNS", name: "other.example", field: "name" };
    expect(dns.decode({ status: 400, body: { detail } }).details).toEqual({ name: "real.example", field: "name", conflicts: [] });
  });

  it("hands it out as one clean line", () => {
    const detail = "Domain \u202Emoc.example\u0007\n\u001b[31m does not exist in DNS";
    expect(dns.decode({ status: 400, body: { detail } }).details).toMatchObject({ name: "moc.example" });
    expect(dns.decode({ status: 400, body: { detail: "Domain \u200b does not exist in DNS" } }).details).toMatchObject({ name: "" });
  });

  it.each(["__proto__", "<name>", "$&", "%s", "constructor", "a does not exist in DNS"])("takes %j for a name like any other", (name) => {
    expect(dns.decode({ status: 400, body: { detail: `Domain ${name} does not exist in DNS` } })).toMatchObject({
      code: "DOMAIN_NOT_IN_DNS",
      details: { name },
    });
  });
});

describe("a near miss", () => {
  it.each([
    "record already exists",
    "Record already exists.",
    " Record already exists",
    "Record already exists\n",
    "Error: Record already exists",
    "Cannot create A record: CNAME exists at ",
    "Cannot create  record: CNAME exists at www.example.com",
    "Cannot create A record: CNAME exists near www.example.com",
    "Domain  does not exist in DNS",
    "Domain does not exist in DNS",
    "Domain example.com does not exist in DNS any more",
    " permission required on this domain",
    "No DNS record found for ",
    "TXT record found but value doesn't match. Expected: ",
    "constructor",
    "__proto__",
    "toString",
  ])("%j is the code of its status", (detail) => {
    expect(dns.decode({ status: 409, body: { detail } })).toMatchObject({ code: "CONFLICT", codeFrom: "status", details: NOTHING });
  });
});

/** A search that goes back and forth would need 10^12 steps for these, and the test would run into its time limit. */
describe("a message of a megabyte", () => {
  const LENGTH = 1_000_000;
  const fill = (text: string, end = "") => text.repeat(LENGTH / text.length) + end;
  const hostile = [
    ["that is nothing", fill("x")],
    ["that begins like a pattern", `Cannot create ${fill("x")}`],
    ["that begins again and again", fill("Cannot create A record: CNAME exists at")],
    ["that nearly has the middle of a pattern again and again", `Cannot create ${fill(" record: CNAME exists a")}`],
    ["that ends like a pattern", `Domain ${fill("Domain ")} does not exist in DN`],
    ["of blanks before an end", `${fill(" ")}permission required on this domai`],
  ] as const;

  it.each(hostile)("%s has no code of a message", (_name, detail) => {
    expect(dns.decode({ status: 409, body: { detail } })).toMatchObject({ code: "CONFLICT" });
  });

  it("with a variable part has it cut", () => {
    const error = dns.decode({ status: 400, body: { detail: `Domain ${fill("x")} does not exist in DNS` } });
    if (error.code !== "DOMAIN_NOT_IN_DNS") throw new Error(error.code);
    expect(new TextEncoder().encode(error.details.name).length).toBeLessThanOrEqual(1024);
    expect(error.details.name).toMatch(/^x{500,}/);
  });
});
