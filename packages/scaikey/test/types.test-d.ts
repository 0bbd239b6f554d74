import { describe, expectTypeOf, it } from "vitest";
import type * as z from "zod/mini";
import type { rows } from "../src/codes.js";
import type { docs } from "../src/docs.js";
import {
  type FailedCondition,
  type InvalidFields,
  type JsonValue,
  type Kind,
  type RetryAdvice,
  type ScaikeyCode,
  type ScaikeyDetails,
  type SecretPath,
  ScaikeyError,
  assertNever,
  deliveryCodes,
  match,
  scaikey,
} from "../src/index.js";
import type { details } from "../src/schema.js";

/** The codes whose row has a reader for its details. */
type CodeWithDetails = { [Code in ScaikeyCode]: (typeof rows)[Code] extends { details: unknown } ? Code : never }[ScaikeyCode];

declare const error: ScaikeyError;

describe("a switch over the code", () => {
  it("narrows everything that depends on the code", () => {
    if (error.code === "secret_not_found") {
      expectTypeOf(error.details).toEqualTypeOf<SecretPath>();
      expectTypeOf(error.details.path).toEqualTypeOf<string | undefined>();
      expectTypeOf(error.kind).toEqualTypeOf<"not_found">();
      expectTypeOf(error.id).toEqualTypeOf<"scaikey/secret_not_found">();
    }
    if (error.id === "scaikey/validation_error") expectTypeOf(error.details).toEqualTypeOf<InvalidFields>();
    if (error.code === "UNRECOGNIZED") {
      expectTypeOf(error.kind).toEqualTypeOf<Kind>();
      expectTypeOf(error.details).toEqualTypeOf<JsonValue | undefined>();
      expectTypeOf(error.receivedCode).toEqualTypeOf<string | undefined>();
    }
  });

  it("is exhaustive, and refuses codes that do not exist", () => {
    // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- what is missing is the point
    switch (error.code) {
      case "rate_limited":
        break;
      // @ts-expect-error -- a typing error
      case "rate_limitted":
        break;
      default:
        // @ts-expect-error -- most codes are missing
        assertNever(error);
        expectTypeOf<"secret_not_found">().toExtend<(typeof error)["code"]>();
    }
  });

  it("compiles when no code is missing", () => {
    type Few = Extract<ScaikeyError, { code: "rate_limited" | "UNRECOGNIZED" }>;
    const handled = (few: Few): string => {
      switch (few.code) {
        case "rate_limited":
        case "UNRECOGNIZED":
          return few.id;
        default:
          return assertNever(few);
      }
    };
    expectTypeOf(handled).returns.toEqualTypeOf<string>();
    // All of them, as the compiler sees them.
    const all = {} as { [One in ScaikeyError as One["code"]]: (one: One) => One["id"] };
    expectTypeOf(match(error, "code", all)).toEqualTypeOf<ScaikeyError["id"]>();
    expectTypeOf<keyof typeof all>().toEqualTypeOf<ScaikeyCode | "UNRECOGNIZED">();
  });

  it("can be a map of handlers", () => {
    const text = match(error, "code", {
      access_denied: ({ details }) => details.failed_condition,
      validation_error: ({ details }) => details.fields.length,
      otherwise: (other) => other.code,
    });
    expectTypeOf(text).toExtend<number | string | undefined>();
    // @ts-expect-error -- without otherwise, every code needs a handler
    match(error, "code", { rate_limited: () => 1, UNRECOGNIZED: () => 2 });
    // @ts-expect-error -- no such code
    match(error, "code", { rate_limitted: () => 1, otherwise: () => 2 });
  });
});

describe("the types of the fields", () => {
  it("are the same for every code where the code decides nothing", () => {
    expectTypeOf(error.name).toEqualTypeOf<"ScaikeyError">();
    expectTypeOf(error.service).toEqualTypeOf<"scaikey">();
    expectTypeOf(error.status).toEqualTypeOf<number | undefined>();
    expectTypeOf(error.retry).toEqualTypeOf<RetryAdvice>();
    expectTypeOf(error).toExtend<Error>();
  });

  it("of details are named by code", () => {
    expectTypeOf<ScaikeyDetails<"access_denied">>().toEqualTypeOf<FailedCondition>();
    expectTypeOf<ScaikeyDetails<"secret_expired">>().toEqualTypeOf<SecretPath>();
    expectTypeOf<ScaikeyDetails<"lease_expired">>().toEqualTypeOf<JsonValue | undefined>();
  });
});

describe("the service", () => {
  it("has its codes as literals", () => {
    expectTypeOf(scaikey.name).toEqualTypeOf<"scaikey">();
    expectTypeOf(scaikey.codes.secret_not_found.status).toEqualTypeOf<404>();
    expectTypeOf(scaikey.codes.secret_exists.kind).toEqualTypeOf<"already_exists">();
    expectTypeOf(scaikey.codes.backend_rate_limited.retry).toEqualTypeOf<"never">();
    expectTypeOf<ScaikeyCode>().toEqualTypeOf<keyof typeof scaikey.codes>();
    expectTypeOf<"UNRECOGNIZED">().not.toExtend<ScaikeyCode>();
    expectTypeOf<(typeof deliveryCodes)[number]>().toExtend<ScaikeyCode>();
  });

  it("tells its errors from other values", () => {
    const value = {} as unknown;
    if (scaikey.is(value)) expectTypeOf(value).toEqualTypeOf<ScaikeyError>();
    if (value instanceof ScaikeyError) expectTypeOf(value).toEqualTypeOf<ScaikeyError>();
    expectTypeOf(scaikey.fromJSON(value)).toEqualTypeOf<ScaikeyError | undefined>();
    // @ts-expect-error -- errors come from the readers, nobody makes them
    new ScaikeyError();
  });
});

describe("the other entries", () => {
  it("have docs for every code and for nothing else", () => {
    expectTypeOf<keyof typeof docs>().toEqualTypeOf<ScaikeyCode>();
  });

  it("have a schema for every code with details of its own, of the type that the error has", () => {
    expectTypeOf<keyof typeof details>().toEqualTypeOf<CodeWithDetails>();
    expectTypeOf<z.infer<ReturnType<typeof details.validation_error>>>().toExtend<InvalidFields>();
    expectTypeOf<SecretPath>().toExtend<z.infer<ReturnType<typeof details.secret_not_found>>>();
    expectTypeOf<FailedCondition>().toExtend<z.infer<ReturnType<typeof details.access_denied>>>();
  });
});
