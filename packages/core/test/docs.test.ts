import { expect, it } from "vitest";
import { transportDocs } from "../src/docs.js";
import { transport } from "../src/transport.js";

it("has docs for every code of a connection, in the order of the codes", () => {
  expect(Object.keys(transportDocs).length).toBeGreaterThan(10);
  expect(Object.keys(transportDocs)).toEqual(Object.keys(transport.codes));
});

it("puts what cannot have reached the server under one heading, and nothing else", () => {
  const unsent = Object.entries(transport.codes).filter(([, { mayHaveReachedServer }]) => !mayHaveReachedServer);
  const under = Object.entries(transportDocs).filter(([, { group }]) => group === "Before the request was sent");
  expect(under.map(([code]) => code)).toEqual(unsent.map(([code]) => code));
});
