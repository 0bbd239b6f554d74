import {
  type CodesOf,
  type DetailsOf,
  type ErrorBrand,
  type ErrorsOf,
  type Service,
  brand,
  byMessage,
  byStatus,
  defineService,
  detailFirst,
} from "@scai-errors/core";
import { rows } from "./codes.js";
import { type Conflict, conflict } from "./details.js";

export { TransportError, UNRECOGNIZED, anyOf, assertNever, errorFrom, isServiceError, match, transport } from "@scai-errors/core";
// With what inferred declarations of a program name, so that it needs no dependency on core.
export type {
  Answer,
  AnyOf,
  CloseFrame,
  CodeEntry,
  CodeFrom,
  CodesOf,
  Content,
  Discriminant,
  ErrorBrand,
  ErrorFields,
  ErrorJson,
  ErrorOf,
  ErrorsOf,
  EventFrame,
  FieldIssue,
  FieldProblem,
  FindLayers,
  HeadersInput,
  JsonOf,
  JsonValue,
  Kind,
  Layer,
  Parts,
  RateLimit,
  ReadOptions,
  ReadingService,
  RecognizingService,
  ResponseLike,
  RetryAdvice,
  RetryPolicy,
  Service,
  ServiceError,
  Transport,
  TransportCode,
  TransportDetails,
  UnrecognizedError,
  WireFormat,
  WrittenBody,
} from "@scai-errors/core";
export type { BlockingCname, Conflict, ExpectedValue, MissingPermission, NamedDomain } from "./details.js";

/** An error from Scai DNS, discriminated by `code`. */
export type DnsError = ErrorsOf<"dns", typeof rows, Conflict>;
/** Every code of this version: those of messages, and those of statuses for all other messages. */
export type DnsCode = keyof typeof rows;
/** Every code of this version, with its status, kind and retry policy. */
export type DnsCodes = CodesOf<typeof rows>;
/** The type of a code's details. */
export type DnsDetails<Code extends DnsCode> = DetailsOf<(typeof rows)[Code], Conflict>;

/** Parses Scai DNS's failed responses into typed errors. */
export const dns: Service<"dns", DnsError, DnsCodes> = /* @__PURE__ */ defineService({
  name: "dns",
  rows,
  findCode: (own) => {
    const inMessage = byMessage(own);
    const ofStatus = byStatus(own);
    return (parts) => inMessage(parts) ?? ofStatus(parts);
  },
  details: conflict,
  wire: { layers: detailFirst, sendsCodes: false, rateLimit: "x-ratelimit-" },
});

/** For `instanceof`; true for this service's errors from any copy or build of the package. */
export const DnsError: ErrorBrand<DnsError> = /* @__PURE__ */ brand(dns);
