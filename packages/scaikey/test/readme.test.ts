import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { docs } from "../src/docs.js";
import { ScaikeyError, scaikey } from "../src/index.js";
import { explain } from "./examples/read-secret.js";
import { vocabulary } from "./vocabulary.js";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const [first = "", second = ""] = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, source = ""]) => source);

/** Runs the first example as the module that it is, where `fetch` gives the answer. */
async function runFirst(answer: Response): Promise<void> {
  for (const [name, value] of Object.entries({ scaikey, fetch: () => Promise.resolve(answer), url: "https://example.test", init: {} })) {
    vi.stubGlobal(name, value);
  }
  const body = first.replace('import { scaikey } from "@scai-errors/scaikey";', "");
  // Modules are run once per address; the status makes them differ.
  await import(`data:text/javascript,${encodeURIComponent(`${body}// ${answer.status}`)}`);
}

describe("the README", () => {
  it("begins with an example that throws what went wrong, and nothing where nothing did", async () => {
    const body = '{"error":{"code":"secret_not_found","message":"Nothing there.","details":{"path":"a/b"},"request_id":"req_1"}}';
    const failure: unknown = await runFirst(new Response(body, { status: 404 })).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ScaikeyError);
    expect(failure).toMatchObject({ code: "secret_not_found", details: { path: "a/b" }, requestId: "req_1" });
    await runFirst(new Response("{}"));
  });

  it("goes on with a switch that compiles, because it is this file", () => {
    const source = readFileSync(new URL("./examples/read-secret.ts", import.meta.url), "utf8");
    expect(second).toBe(source.slice(source.indexOf("import ")).replace("../../src/index.js", "@scai-errors/scaikey"));
  });

  it.each([
    [404, { code: "secret_not_found", details: { path: "a/b" } }, "Nothing to read at a/b."],
    [410, { code: "secret_expired" }, "Nothing to read at this path."],
    [403, { code: "access_denied", details: { failed_condition: "mfa_required" } }, "Denied: show a second factor first."],
    [401, { code: "token_expired" }, "Get a new token, then try again."],
    [429, { code: "rate_limited" }, "Try again in 1 s."],
    [418, { code: "new" }, "Something new went wrong: new (no request id)"],
    [404, { code: "lease_not_found", message: "No such lease." }, "No such lease."],
  ])("in which %i %j comes to words", (status, error, words) => {
    expect(explain(scaikey.decode({ status, body: { error } }))).toBe(words);
  });

  it("lists every code once, under its heading", () => {
    const listed = readme.split(/^### /m).flatMap((section) => {
      const [group = ""] = section.split("\n");
      return [...section.matchAll(/^\| \[`(\w+)`\]/gm)].map(([, code = ""]) => ({ group, code }));
    });
    // What came later is on later pages. That it is listed is what `readme:codes --check` sees.
    const first = listed.filter(({ code }) => docs[code as keyof typeof docs].since === "1.0.0");
    expect(first.map(({ group, code }) => `${group} ${code}`).toSorted()).toEqual(
      vocabulary.map(({ group, code }) => `${group} ${code}`).toSorted(),
    );
  });

  it("has the documented retry policies of all codes that are worth another try", () => {
    const listed = readme.split("\n").flatMap((line) => {
      const [, policy = "", codes = ""] = /^\| `(backoff|once|after_change)` *\|(.*)/.exec(line) ?? [];
      return [...codes.matchAll(/`([a-z_]+)`/g)].map(([, code = ""]) => [code, policy]);
    });
    const worthwhile = Object.entries(scaikey.codes).filter(([, { retry }]) => retry !== "never");
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(worthwhile.map(([code, { retry }]) => [code, retry])));
  });
});
