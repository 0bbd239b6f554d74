import { inspect } from "node:util";
import { expect, it } from "vitest";
import { scaidrive } from "../src/index.js";

/** What a person sees of an error, without the stack, whose paths differ from machine to machine. */
function printed(error: Error | undefined): string {
  return inspect(error, { breakLength: 100, depth: 5 }).replaceAll(/^ {4}at .*\n?/gm, "");
}

it("prints as follows", async () => {
  const limited = {
    error: { code: "RATE_LIMITED", message: "Too many", retry_after: 22, details: { dimension: "user", limit: 5000, window_seconds: 60 } },
  };
  const errors = [
    scaidrive.decode({ status: 403, body: { detail: "Permission denied: WRITE on file/fil_01J3M" } }),
    scaidrive.decode({
      status: 422,
      body: { detail: [{ loc: ["body", "role"], msg: "Field required", type: "missing", input: "secret" }] },
    }),
    scaidrive.decode({ status: 429, headers: { "x-ratelimit-limit": "5000", "x-ratelimit-remaining": "0" }, body: limited }),
    scaidrive.decode({ status: 502, body: "<html><body>Bad gateway, cookie=secret</body></html>" }),
    scaidrive.fromClose({ code: 4401 }),
    scaidrive.fromDownload({ expectedBytes: 1080, receivedBytes: 540 }),
    scaidrive.fromDownload({ expectedSha256: "ab", receivedSha256: "cd" }),
  ];
  const text = errors.map(printed).join("\n\n");
  expect(text).not.toContain("secret");
  await expect(`${text}\n`).toMatchFileSnapshot("golden/printed.txt");
});
