import { expect, it } from "vitest";
import { type DetailsSchema, isAssignable } from "../src/details-schema.js";

const text: DetailsSchema = { type: "string" };
const number: DetailsSchema = { type: "number" };
const absent: DetailsSchema = { not: {} };
const either: DetailsSchema = { anyOf: [text, number] };
const list = (items: DetailsSchema): DetailsSchema => ({ type: "array", items });
const object = (properties: Readonly<Record<string, DetailsSchema>>, required = Object.keys(properties)): DetailsSchema => ({
  type: "object",
  properties,
  required,
});

it.each<[what: string, one: DetailsSchema, other: DetailsSchema, isIt: boolean]>([
  ["a type to itself", text, text, true],
  ["a type to another", text, number, false],
  ["a type to anything", text, {}, true],
  ["anything to a type", {}, text, false],
  ["anything to anything", {}, {}, true],
  ["absence to absence", absent, absent, true],
  ["absence to a type", absent, text, false],
  ["a literal to its type", { const: "a" }, text, true],
  ["a type to a literal", text, { const: "a" }, false],
  ["a literal to another", { const: "a" }, { const: "b" }, false],
  ["a literal to itself", { const: 1 }, { const: 1 }, true],
  ["a member to a union", text, either, true],
  ["a union to a member", either, text, false],
  ["a union to itself, turned round", either, { anyOf: [number, text] }, true],
  ["a list to a list of what its items are", list({ const: "a" }), list(text), true],
  ["a list to a list of others", list(text), list(number), false],
  ["a list to an object", list(text), object({}), false],
  ["an object to one with fewer members", object({ a: text, b: text }), object({ a: text }), true],
  ["an object to one with more members", object({ a: text }), object({ a: text, b: text }), false],
  ["an object to one with more optional members", object({ a: text }), object({ a: text, b: text }, ["a"]), true],
  ["a required member to an optional one", object({ a: text }), object({ a: text }, []), true],
  ["an optional member to a required one", object({ a: text }, []), object({ a: text }), false],
  ["a member of another type", object({ a: text }), object({ a: number }), false],
])("%s: %#", (_, one, other, isIt) => {
  expect(isAssignable(one, other)).toBe(isIt);
});
