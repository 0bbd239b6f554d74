import { describe, expect, it } from "vitest";
import { detailFirst, errorFirst } from "../src/index.js";
import { layersOf } from "../src/layers.js";

const noHeaders = (): undefined => undefined;
const layers = (body: unknown, find = errorFirst): readonly unknown[] =>
  layersOf(body, find, noHeaders).filter((layer) => Object.keys(layer).length > 0);

describe("the layers of a body", () => {
  it("are in the order of the service", () => {
    const body = { error: { code: "A" }, detail: { b: 1 }, meta: { request_id: "r" } };
    expect(layers(body)).toEqual([body.error, body.detail, body, body.meta]);
    expect(layers(body, detailFirst)).toEqual([body.detail, body.error, body, body.meta]);
  });

  it("are each followed by the envelopes within them", () => {
    const inner = { code: "A" };
    const detail = { error: inner };
    expect(layers({ detail })).toEqual([detail, inner, { detail }]);
  });

  it("go three envelopes deep", () => {
    const body = { error: { error: { error: { error: { error: { code: "A" } } } } } };
    expect(layers(body)).toHaveLength(5);
  });

  it("go through JSON in a string twice", () => {
    const twice = JSON.stringify(JSON.stringify({ code: "A" }));
    expect(layers(JSON.stringify({ code: "A" }))).toEqual([{ code: "A" }]);
    expect(layers({ detail: JSON.stringify({ error: JSON.stringify({ error: JSON.stringify({ code: "A" }) }) }) })).not.toContainEqual({
      code: "A",
    });
    expect(layers(twice)).toEqual([{ code: "A" }]);
    expect(layers(JSON.stringify(JSON.stringify(twice)))).not.toContainEqual({ code: "A" });
    expect(layers('"{x}" is unknown')).toEqual([{ message: '"{x}" is unknown' }]);
  });

  it("are bounded, however wide and deep a body is", () => {
    const wide = (levels: number): unknown =>
      levels === 0 ? { code: "A" } : { error: wide(levels - 1), detail: wide(levels - 1), meta: wide(levels - 1), fault: wide(levels - 1) };
    expect(layers(wide(6)).length).toBeLessThan(1000);
  });

  it("end where a body holds itself", () => {
    const body: Record<string, unknown> = { code: "A" };
    body["error"] = body;
    body["detail"] = [body];
    expect(layers(body).length).toBeLessThan(5);
  });

  const inner = { code: "A" };
  const asText = JSON.stringify(inner);

  it.each<[string, object]>([
    ["in the place of the message, as JSON text", { message: asText }],
    ["in the place of the message", { message: inner }],
    ["in the place of Lambda's message, as JSON text", { errorMessage: asText }],
    ["in the place of Lambda's message", { errorMessage: inner }],
    ["in the place of Lambda's message, beside a message in words", { message: "Task failed", errorMessage: asText }],
    ["first in a list", { errors: [inner, { code: "B" }] }],
    ["first in a list, as JSON text", { errors: [asText, "Task failed"] }],
  ])("are also those of an envelope that stands %s", (_, body) => {
    expect(layers(body)).toEqual([body, inner]);
  });

  it.each<[string, object]>([
    ["a problem of a field of FastAPI", { loc: ["body", "a"], msg: "m", code: "missing" }],
    ["a problem of a field by its name", { field: "a", message: "m", code: "missing" }],
    ["a problem of a field by the way to it", { path: ["a"], message: "m", code: "missing" }],
  ])("do not have %s among them, whose code is not that of the failure", (_, entry) => {
    const body = { errors: [entry] };
    expect(layers(body)).toEqual([body]);
  });

  it.each(["", "request", "data", "result"])("are not looked for under %j, where a body may have anything", (name) => {
    const body = { [name]: inner };
    for (const find of [errorFirst, detailFirst]) expect(layers(body, find)).toEqual([body]);
  });

  it.each<unknown>([7, true, 7n, Symbol("A")])("are objects: %s is none", (value) => {
    expect(layersOf({ detail: value }, errorFirst, noHeaders)).toEqual([{ detail: value }]);
  });

  it.each<unknown>([undefined, null, 7, true, "", " ", "<html></html>", [], {}])("of %j say nothing that could be a code", (body) => {
    expect(layers(body).every((layer) => (layer as { code?: unknown }).code === undefined)).toBe(true);
  });
});
