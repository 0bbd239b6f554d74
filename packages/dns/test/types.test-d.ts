import { expectTypeOf, test } from "vitest";
import type { CodeDocs, DocsOf } from "@scai-errors/core";
import type { rows } from "../src/codes.js";
import { docs } from "../src/docs.js";
import {
  type BlockingCname,
  type Conflict,
  type DnsCode,
  type DnsDetails,
  DnsError,
  type ExpectedValue,
  type MissingPermission,
  type NamedDomain,
  assertNever,
  dns,
  match,
} from "../src/index.js";

declare const error: DnsError;

test("a code narrows its details, kind and id", () => {
  if (error.code === "CNAME_EXISTS") {
    expectTypeOf(error.details).toEqualTypeOf<BlockingCname>();
    expectTypeOf(error.details.name).toEqualTypeOf<string>();
    expectTypeOf(error.id).toEqualTypeOf<"dns/CNAME_EXISTS">();
  }
  if (error.id === "dns/RECORD_EXISTS") {
    expectTypeOf(error.details).toEqualTypeOf<Conflict>();
    expectTypeOf(error.kind).toEqualTypeOf<"already_exists">();
  }
  expectTypeOf<DnsDetails<"TXT_VALUE_MISMATCH">>().toEqualTypeOf<ExpectedValue>();
  expectTypeOf<DnsDetails<"PERMISSION_REQUIRED">>().toEqualTypeOf<MissingPermission>();
  expectTypeOf<DnsDetails<"DOMAIN_NOT_IN_DNS">>().toEqualTypeOf<NamedDomain>();
  expectTypeOf<DnsDetails<"BAD_REQUEST">>().toEqualTypeOf<Conflict>();
  expectTypeOf(dns.codes.CHALLENGE_EXPIRED.status).toEqualTypeOf<undefined>();
  expectTypeOf(error.name).toEqualTypeOf<"DnsError">();
});

test("every error has the details that all share", () => {
  expectTypeOf(error.details.field).toEqualTypeOf<string | undefined>();
  if (error.code === "UNRECOGNIZED") expectTypeOf(error.details).toEqualTypeOf<Conflict>();
});

test("the brand narrows", () => {
  expectTypeOf((value: unknown) => (value instanceof DnsError ? value : undefined)).returns.toEqualTypeOf<DnsError | undefined>();
  expectTypeOf((value: unknown) => (dns.is(value) ? value : undefined)).returns.toEqualTypeOf<DnsError | undefined>();
});

test("typos do not compile", () => {
  // @ts-expect-error -- the code is RECORD_EXISTS
  if (error.code === "RECORD_EXIST") throw error;
  // @ts-expect-error -- nor is that one a code
  expectTypeOf<"RECORD_EXIST">().toExtend<DnsCode>();
  // @ts-expect-error -- only messages with a variable part have one
  if (error.code === "RECORD_EXISTS") expectTypeOf(error.details.name).toBeString();
});

test("nothing but never closes a switch", () => {
  // @ts-expect-error -- none of the codes is handled
  assertNever(error);
  expectTypeOf(assertNever).parameter(0).toBeNever();
});

test("handlers are needed for every code, or for all others", () => {
  // @ts-expect-error -- handlers are missing
  match(error, "code", { RECORD_EXISTS: () => 1 });
  expectTypeOf(match(error, "code", { CNAME_EXISTS: ({ details }) => details.name, otherwise: () => 1 })).toEqualTypeOf<string | number>();
});

test("docs are for the rows, all of them and nothing else", () => {
  expectTypeOf(docs).toExtend<DocsOf<typeof rows>>();
  const { RECORD_EXISTS: _left, ...missing } = docs;
  // @ts-expect-error -- a row without docs
  missing satisfies DocsOf<typeof rows>;
  const row: CodeDocs = docs.RECORD_EXISTS;
  // @ts-expect-error -- docs without a row
  ({ RECORD_EXISTS: row, RECORD_EXIST: row }) satisfies DocsOf<Pick<typeof rows, "RECORD_EXISTS">>;
});
