import { expectTypeOf, test } from "vitest";
import type { CodeDocs, DocsOf, JsonValue } from "@scai-errors/core";
import type { rows } from "../src/codes.js";
import { docs } from "../src/docs.js";
import {
  type DownloadFacts,
  type RateLimitScope,
  type ScaidriveCode,
  type ScaidriveDetails,
  ScaidriveError,
  assertNever,
  match,
  scaidrive,
} from "../src/index.js";

declare const error: ScaidriveError;

test("a code narrows its details, kind and id", () => {
  if (error.code === "TOO_MANY_REQUESTS") {
    expectTypeOf(error.details).toEqualTypeOf<RateLimitScope | undefined>();
    expectTypeOf(error.kind).toEqualTypeOf<"rate_limited">();
    expectTypeOf(error.id).toEqualTypeOf<"scaidrive/TOO_MANY_REQUESTS">();
  }
  expectTypeOf<ScaidriveDetails<"DOWNLOAD_TRUNCATED">>().toEqualTypeOf<DownloadFacts>();
  expectTypeOf<ScaidriveDetails<"GONE">>().toEqualTypeOf<JsonValue | undefined>();
  expectTypeOf(scaidrive.codes.CONNECTION_FORBIDDEN.status).toEqualTypeOf<undefined>();
  expectTypeOf(scaidrive.codes.INSUFFICIENT_STORAGE.kind).toEqualTypeOf<"quota_exceeded">();
  expectTypeOf(error.name).toEqualTypeOf<"ScaidriveError">();
});

test("the brand narrows", () => {
  expectTypeOf((value: unknown) => (value instanceof ScaidriveError ? value : undefined)).returns.toEqualTypeOf<
    ScaidriveError | undefined
  >();
  expectTypeOf((value: unknown) => (scaidrive.is(value) ? value : undefined)).returns.toEqualTypeOf<ScaidriveError | undefined>();
});

test("typos do not compile", () => {
  // @ts-expect-error -- the code is GONE
  if (error.code === "GONNE") throw error;
  // @ts-expect-error -- nor is that one a code
  expectTypeOf<"PAYLOAD_TOO_LARGE">().toExtend<ScaidriveCode>();
  // @ts-expect-error -- the member is expectedBytes
  scaidrive.fromDownload({ expected: 9 });
});

test("a switch over all codes is exhaustive, and one that misses a code is not", () => {
  switch (error.code) {
    case "BAD_REQUEST":
    case "UNAUTHORIZED":
    case "FORBIDDEN":
    case "NOT_FOUND":
    case "CONFLICT":
    case "GONE":
    case "CONTENT_TOO_LARGE":
    case "UNPROCESSABLE_CONTENT":
    case "TOO_MANY_REQUESTS":
    case "INTERNAL_SERVER_ERROR":
    case "BAD_GATEWAY":
    case "SERVICE_UNAVAILABLE":
    case "GATEWAY_TIMEOUT":
    case "INSUFFICIENT_STORAGE":
    case "CONNECTION_UNAUTHORIZED":
    case "CONNECTION_FORBIDDEN":
    case "CONNECTION_LIMIT_REACHED":
    case "DOWNLOAD_TRUNCATED":
    case "CHECKSUM_MISMATCH":
    case "UNRECOGNIZED":
      break;
    default:
      expectTypeOf(error).toBeNever();
  }
  // @ts-expect-error -- none of the codes is handled
  assertNever(error);
});

test("handlers are needed for every code, or for all others", () => {
  // @ts-expect-error -- handlers are missing
  match(error, "code", { GONE: () => 1 });
  expectTypeOf(match(error, "code", { GONE: () => 1, otherwise: () => "x" as const })).toEqualTypeOf<number | "x">();
});

test("docs are for the rows, all of them and nothing else", () => {
  expectTypeOf(docs).toExtend<DocsOf<typeof rows>>();
  const { GONE: _left, ...missing } = docs;
  // @ts-expect-error -- a row without docs
  missing satisfies DocsOf<typeof rows>;
  const row: CodeDocs = docs.GONE;
  // @ts-expect-error -- docs without a row
  ({ ...docs, GONNE: row }) satisfies DocsOf<Pick<typeof rows, "GONE">>;
});
