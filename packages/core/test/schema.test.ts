import { describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { detailEnvelope, errorEnvelope, meta, once, retryAfter, validationEntry } from "../src/schema.js";

const envelope = errorEnvelope(
  { details: z.optional(z.array(z.object({ field: z.string() }))), retry_after: z.optional(retryAfter()) },
  { status: z.literal("error"), meta: z.optional(meta()) },
);

describe("schemas", () => {
  it("are built on the first use, and once", () => {
    const build = vi.fn(() => ({}));
    const built = once(build);
    expect(build).not.toHaveBeenCalled();
    expect(built()).toBe(built());
    expect(build).toHaveBeenCalledOnce();
    expect(validationEntry()).toBe(validationEntry());
  });

  it("remember a value that is undefined, too", () => {
    const build = vi.fn(() => undefined);
    const built = once(build);
    built();
    built();
    expect(build).toHaveBeenCalledOnce();
  });

  it.each<[unknown, boolean]>([
    [{ status: "error", error: { code: "A", message: "m" } }, true],
    [{ status: "error", error: { code: "A", message: "m", retry_after: 0.5, details: [{ field: "a" }] }, meta: { request_id: "r" } }, true],
    [{ status: "error", error: { code: "A", message: "m" }, meta: {} }, true],
    [{ status: "ok", error: { code: "A", message: "m" } }, false],
    [{ error: { code: "A", message: "m" } }, false],
    [{ status: "error", error: { code: "A" } }, false],
    [{ status: "error", error: { code: 7, message: "m" } }, false],
    [{ status: "error", error: { code: "A", message: "m", retry_after: -1 } }, false],
    [{ status: "error", error: { code: "A", message: "m", retry_after: "7" } }, false],
    [{ status: "error", error: { code: "A", message: "m" }, meta: { request_id: 7 } }, false],
  ])("of the error family: %j is %s", (body, valid) => {
    expect(z.safeParse(envelope, body).success).toBe(valid);
  });

  it.each<[unknown, boolean]>([
    [{ detail: "Not Found" }, true],
    [{ detail: { message: "m", field: "a" } }, true],
    [{ detail: [{ loc: ["body", 0, "a"], msg: "m", type: "t", input: {}, ctx: { a: 1 } }] }, true],
    [{ detail: [] }, true],
    [{}, false],
    [{ detail: null }, false],
    [{ detail: [{ loc: "body", msg: "m", type: "t" }] }, false],
    [{ detail: [{ loc: ["body", 0.5], msg: "m", type: "t" }] }, false],
  ])("of the detail family: %j is %s", (body, valid) => {
    expect(z.safeParse(detailEnvelope(), body).success).toBe(valid);
  });

  it("become JSON Schema", async () => {
    const schemas = { envelope, plain: errorEnvelope(), detail: detailEnvelope() };
    const texts = Object.entries(schemas).map(([name, schema]) => `// ${name}\n${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`);
    await expect(texts.join("\n")).toMatchFileSnapshot("golden/json-schema.txt");
  });
});
