import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { docs } from "../src/docs.js";
import { ScaigridError, scaigrid } from "../src/index.js";
import { explain } from "./examples/ask.js";
import { vocabulary } from "./vocabulary.js";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const [first = "", second = ""] = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, source = ""]) => source);

/** Runs the first example as the module that it is, where `fetch` gives the answer. */
async function runFirst(answer: Response): Promise<void> {
  for (const [name, value] of Object.entries({ scaigrid, fetch: () => Promise.resolve(answer), url: "https://example.test", init: {} })) {
    vi.stubGlobal(name, value);
  }
  const body = first.replace('import { scaigrid } from "@scai-errors/scaigrid";', "");
  // Modules are run once per address; the status makes them differ.
  await import(`data:text/javascript,${encodeURIComponent(`${body}// ${answer.status}`)}`);
}

describe("the README", () => {
  it("begins with an example that throws what went wrong, and nothing where nothing did", async () => {
    const body = '{"status":"error","error":{"code":"MODEL_NOT_FOUND","message":"No such model."},"meta":{"request_id":"req_1"}}';
    const failure: unknown = await runFirst(new Response(body, { status: 404 })).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ScaigridError);
    expect(failure).toMatchObject({ code: "MODEL_NOT_FOUND", requestId: "req_1" });
    await runFirst(new Response("{}"));
  });

  it("goes on with a switch that compiles, because it is this file", () => {
    const source = readFileSync(new URL("./examples/ask.ts", import.meta.url), "utf8");
    expect(second).toBe(source.slice(source.indexOf("import ")).replace("../../src/index.js", "@scai-errors/scaigrid"));
  });

  it.each([
    [422, { code: "VALIDATION_ERROR", details: [{ field: "model", message: "is required" }] }, "model: is required"],
    [429, { code: "RATE_LIMITED", retry_after: 15 }, "Too busy. Try again in 15 s."],
    [429, { code: "BACKEND_RATE_LIMITED" }, "Too busy. Try again later."],
    [429, { code: "QUOTA_EXCEEDED" }, "Nothing is left of what was paid for."],
    [418, { code: "NEW" }, "Something new went wrong: NEW (no request id)"],
    [404, { code: "USER_NOT_FOUND", message: "No such user." }, "No such user."],
  ])("in which %i %j comes to words", (status, error, words) => {
    expect(explain(scaigrid.decode({ status, body: { error } }))).toBe(words);
  });

  it("lists every code once, under its heading or module", () => {
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

  it("has the documented retry policies", () => {
    const listed = readme.split("\n").flatMap((line) => {
      const [, policy = "", codes = ""] = /^\| `([a-z_]+)`\s*\|(.*)/.exec(line) ?? [];
      return [...codes.matchAll(/`([A-Z_]+)`/g)].map(([, code = ""]) => [code, policy]);
    });
    const documented = Object.entries(scaigrid.codes).filter(([, { source }]) => source === "documented");
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(documented.map(([code, { retry }]) => [code, retry])));
  });
});
