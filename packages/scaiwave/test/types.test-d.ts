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
  expectTypeOf((value: unknown) => (value instanceof ScaiwaveError ? value : undefined)).returns.toEqualTypeOf<ScaiwaveError | undefined>();
  expectTypeOf((value: unknown) => (scaiwave.is(value) ? value : undefined)).returns.toEqualTypeOf<ScaiwaveError | undefined>();
});

test("typos do not compile", () => {
  // @ts-expect-error -- no such code
  if (error.code === "SW_ROOM_NOTFOUND") throw error;
  // @ts-expect-error -- nor is that one a code
  expectTypeOf<"SW_ROOM_NOTFOUND">().toExtend<ScaiwaveCode>();
});

test("nothing but never closes a switch", () => {
  // @ts-expect-error -- none of the codes is handled
  assertNever(error);
  expectTypeOf(assertNever).parameter(0).toBeNever();
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
