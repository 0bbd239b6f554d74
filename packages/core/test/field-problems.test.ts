import { describe, expect, it } from "vitest";
import { fieldProblems } from "../src/index.js";

const problem = { field: "a.0.b", message: "Too long" };

describe("the problems of a validation failure", () => {
  it("are the received ones, with nothing that is not documented of them", () => {
    expect(fieldProblems([{ ...problem, input: "secret" }], {})).toEqual([problem]);
    expect(fieldProblems([problem, { field: "c", message: "Missing" }], { issues: [{ path: ["x"], message: "y" }] })).toEqual([
      problem,
      { field: "c", message: "Missing" },
    ]);
    expect(fieldProblems(problem, {})).toEqual([problem]);
  });

  it("leave out the entries that name no field or say nothing", () => {
    expect(fieldProblems([{ field: "a" }, { message: "m" }, { field: 1, message: "m" }, { field: "a", message: 2 }, problem], {})).toEqual([
      problem,
    ]);
  });

  it.each([undefined, null, 7, "text", {}, [], [null, "text"]])("are what was read of the answer where %j was received", (received) => {
    expect(fieldProblems(received, { issues: [{ in: "body", path: ["a", 0, "b"], message: "Too long" }] })).toEqual([problem]);
    expect(fieldProblems(received, {})).toEqual([]);
  });
});
