import { describe, expectTypeOf, it } from "vitest";
import type * as z from "zod/mini";
import type { rows } from "../src/codes.js";
import type { docs } from "../src/docs.js";
import {
  type FieldProblem,
  type JsonValue,
  type Kind,
  type RateLimitHint,
  type RetryAdvice,
  type ScaigridCode,
  type ScaigridDetails,
  type StageErrors,
  ScaigridError,
  assertNever,
  match,
  scaigrid,
} from "../src/index.js";
import type { details, envelope } from "../src/schema.js";

/** The codes whose row has a reader for its details. */
type CodeWithDetails = { [Code in ScaigridCode]: (typeof rows)[Code] extends { details: unknown } ? Code : never }[ScaigridCode];

declare const error: ScaigridError;

describe("a switch over the code", () => {
  it("narrows everything that depends on the code", () => {
    if (error.code === "VALIDATION_ERROR") {
      expectTypeOf(error.details).toEqualTypeOf<readonly FieldProblem[]>();
      expectTypeOf(error.kind).toEqualTypeOf<"invalid_argument">();
      expectTypeOf(error.id).toEqualTypeOf<"scaigrid/VALIDATION_ERROR">();
    }
    if (error.id === "scaigrid/RATE_LIMITED") {
      expectTypeOf(error.code).toEqualTypeOf<"RATE_LIMITED">();
      expectTypeOf(error.details).toEqualTypeOf<RateLimitHint>();
    }
    if (error.code === "UNRECOGNIZED") {
      expectTypeOf(error.kind).toEqualTypeOf<Kind>();
      expectTypeOf(error.details).toEqualTypeOf<JsonValue | undefined>();
      expectTypeOf(error.receivedCode).toEqualTypeOf<string | undefined>();
    }
  });

  it("is exhaustive, and refuses codes that do not exist", () => {
    // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- what is missing is the point
    switch (error.code) {
      case "RATE_LIMITED":
        break;
      // @ts-expect-error -- a typing error
      case "RATE_LIMITTED":
        break;
      default:
        // @ts-expect-error -- most codes are missing
        assertNever(error);
        expectTypeOf<"VALIDATION_ERROR">().toExtend<(typeof error)["code"]>();
    }
  });

  it("compiles when no code is missing", () => {
    type Few = Extract<ScaigridError, { code: "RATE_LIMITED" | "UNRECOGNIZED" }>;
    const handled = (few: Few): string => {
      switch (few.code) {
        case "RATE_LIMITED":
        case "UNRECOGNIZED":
          return few.id;
        default:
          return assertNever(few);
      }
    };
    expectTypeOf(handled).returns.toEqualTypeOf<string>();
    // All of them, as the compiler sees them.
    const all = {} as { [One in ScaigridError as One["code"]]: (one: One) => One["id"] };
    expectTypeOf(match(error, "code", all)).toEqualTypeOf<ScaigridError["id"]>();
    expectTypeOf<keyof typeof all>().toEqualTypeOf<ScaigridCode | "UNRECOGNIZED">();
  });

  it("can be a map of handlers", () => {
    const text = match(error, "code", {
      RATE_LIMITED: ({ details }) => details.retry_after ?? 0,
      VALIDATION_ERROR: ({ details }) => details.map(({ field }) => field),
      otherwise: (other) => other.code,
    });
    expectTypeOf(text).toExtend<number | string | string[]>();
    // @ts-expect-error -- without otherwise, every code needs a handler
    match(error, "code", { RATE_LIMITED: () => 1, UNRECOGNIZED: () => 2 });
    // @ts-expect-error -- no such code
    match(error, "code", { RATE_LIMITTED: () => 1, otherwise: () => 2 });
  });
});

describe("the types of the fields", () => {
  it("are the same for every code where the code decides nothing", () => {
    expectTypeOf(error.name).toEqualTypeOf<"ScaigridError">();
    expectTypeOf(error.service).toEqualTypeOf<"scaigrid">();
    expectTypeOf(error.status).toEqualTypeOf<number | undefined>();
    expectTypeOf(error.retry).toEqualTypeOf<RetryAdvice>();
    expectTypeOf(error).toExtend<Error>();
  });

  it("of details are named by code", () => {
    expectTypeOf<ScaigridDetails<"VALIDATION_ERROR">>().toEqualTypeOf<readonly FieldProblem[]>();
    expectTypeOf<ScaigridDetails<"BACKEND_RATE_LIMITED">>().toEqualTypeOf<RateLimitHint>();
    expectTypeOf<ScaigridDetails<"SCAISKILLS_VALIDATION_FAILED">>().toEqualTypeOf<StageErrors>();
    expectTypeOf<ScaigridDetails<"USER_NOT_FOUND">>().toEqualTypeOf<JsonValue | undefined>();
  });
});

describe("the service", () => {
  it("has its codes as literals", () => {
    expectTypeOf(scaigrid.name).toEqualTypeOf<"scaigrid">();
    expectTypeOf(scaigrid.codes.MODEL_NOT_FOUND.status).toEqualTypeOf<404>();
    expectTypeOf(scaigrid.codes.MODEL_NOT_FOUND.kind).toEqualTypeOf<"not_found">();
    expectTypeOf(scaigrid.codes.QUOTA_EXCEEDED.retry).toEqualTypeOf<"never">();
    expectTypeOf(scaigrid.codes.SERVICE_UNAVAILABLE.retry).toEqualTypeOf<"backoff">();
    expectTypeOf(scaigrid.codes.BUNKER_NOT_FOUND.status).toEqualTypeOf<undefined>();
    expectTypeOf<ScaigridCode>().toEqualTypeOf<keyof typeof scaigrid.codes>();
    expectTypeOf<"UNRECOGNIZED">().not.toExtend<ScaigridCode>();
  });

  it("tells its errors from other values", () => {
    const value = {} as unknown;
    if (scaigrid.is(value)) expectTypeOf(value).toEqualTypeOf<ScaigridError>();
    if (value instanceof ScaigridError) expectTypeOf(value).toEqualTypeOf<ScaigridError>();
    expectTypeOf(scaigrid.fromJSON(value)).toEqualTypeOf<ScaigridError | undefined>();
    expectTypeOf(scaigrid.fromEvent({ data: value })).toEqualTypeOf<ScaigridError | undefined>();
    // @ts-expect-error -- errors come from the readers, nobody makes them
    new ScaigridError();
  });
});

describe("the other entries", () => {
  it("have docs for every code and for nothing else", () => {
    expectTypeOf<keyof typeof docs>().toEqualTypeOf<ScaigridCode>();
  });

  it("have a schema for every code with details of its own, of the type that the error has", () => {
    expectTypeOf<keyof typeof details>().toEqualTypeOf<CodeWithDetails>();
    expectTypeOf<z.infer<ReturnType<typeof details.VALIDATION_ERROR>>>().toExtend<ScaigridDetails<"VALIDATION_ERROR">>();
    expectTypeOf<ScaigridDetails<"RATE_LIMITED">>().toExtend<z.infer<ReturnType<typeof details.RATE_LIMITED>>>();
    expectTypeOf<z.infer<ReturnType<typeof envelope>>["status"]>().toEqualTypeOf<"error">();
  });
});
