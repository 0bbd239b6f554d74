import { inspect } from "node:util";
import { expect, it } from "vitest";
import { scaiwave } from "../src/index.js";

/** What a person sees of an error, without the stack, whose paths differ from machine to machine. */
function printed(error: Error | undefined): string {
  return inspect(error, { breakLength: 100, depth: 5 }).replaceAll(/^ {4}at .*\n?/gm, "");
}

it("prints as follows", async () => {
  const errors = [
    scaiwave.decode({ status: 429, body: { error: { code: "SW_AI_BUDGET_EXCEEDED", message: "Maandlimiet bereikt" } } }),
    scaiwave.decode({ status: 500, body: { error: { code: "SW_INTERNAL_ERROR", message: "Internal error", request_id: "0d4f7a52" } } }),
    scaiwave.decode({ status: 404, body: { error: { code: "MODEL_NOT_FOUND", message: "No such model" } } }),
    scaiwave.decode({ status: 503, body: { error: { code: "SW_AI_NO_TOKEN" } } }),
    scaiwave.decode({ status: 502, body: "<html><body>Bad gateway, cookie=secret</body></html>" }),
    scaiwave.fromClose({ code: 4001 }),
    scaiwave.fromClose({ code: 4003, reason: "duplicate_connection" }),
  ];
  const text = errors.map(printed).join("\n\n");
  expect(text).not.toContain("secret");
  await expect(`${text}\n`).toMatchFileSnapshot("golden/printed.txt");
});
