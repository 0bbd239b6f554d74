import { expectTypeOf, test } from "vitest";
import type { CodeDocs, DocsOf } from "@scai-errors/core";
import type { answered, rows } from "../src/codes.js";
import { docs } from "../src/docs.js";
import {
  type ConnectionAbort,
  type ScaiwaveCode,
  type ScaiwaveDetails,
  ScaiwaveError,
  assertNever,
  match,
  scaiwave,
} from "../src/index.js";

declare const error: ScaiwaveError;

test("a code narrows its details, kind and id", () => {
  if (error.code === "CONNECTION_ABORTED") {
    expectTypeOf(error.details).toEqualTypeOf<ConnectionAbort>();
    expectTypeOf(error.kind).toEqualTypeOf<"unavailable">();
    expectTypeOf(error.id).toEqualTypeOf<"scaiwave/CONNECTION_ABORTED">();
  }
  expectTypeOf<ScaiwaveDetails<"CONNECTION_ABORTED">>().toEqualTypeOf<ConnectionAbort>();
  expectTypeOf(scaiwave.codes.SW_AI_BUDGET_EXCEEDED.kind).toEqualTypeOf<"quota_exceeded">();
  expectTypeOf(scaiwave.codes.SW_AI_BUDGET_EXCEEDED.status).toEqualTypeOf<429>();
  expectTypeOf(error.name).toEqualTypeOf<"ScaiwaveError">();
});

test("the brand narrows", () => {
  const value: unknown = error;
  if (value instanceof ScaiwaveError) expectTypeOf(value).toEqualTypeOf<ScaiwaveError>();
  if (scaiwave.is(value)) expectTypeOf(value).toEqualTypeOf<ScaiwaveError>();
});

test("typos do not compile", () => {
  // @ts-expect-error -- no such code
  if (error.code === "SW_ROOM_NOTFOUND") throw error;
  // @ts-expect-error -- nor is that one a code
  expectTypeOf<"SW_ROOM_NOTFOUND">().toExtend<ScaiwaveCode>();
});

test("a switch has to be exhaustive", () => {
  switch (error.kind) {
    case "unauthenticated":
      break;
    default:
      // @ts-expect-error -- other kinds are left
      assertNever(error);
  }
});

test("handlers are needed for every code, or for all others", () => {
  // @ts-expect-error -- handlers are missing
  match(error, "code", { SW_NOT_FOUND: () => 1 });
  expectTypeOf(match(error, "code", { SW_NOT_FOUND: () => 1, otherwise: () => "x" as const })).toEqualTypeOf<number | "x">();
});

test("docs are for the rows, all of them and nothing else", () => {
  expectTypeOf(docs).toExtend<DocsOf<typeof rows>>();
  const { SW_NOT_FOUND: _left, ...missing } = docs;
  // @ts-expect-error -- a row without docs
  missing satisfies DocsOf<typeof rows>;
  const row: CodeDocs = docs.SW_NOT_FOUND;
  // @ts-expect-error -- docs without a row
  ({ ...docs, SW_NOT_THERE: row }) satisfies DocsOf<typeof answered>;
});
