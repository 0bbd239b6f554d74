import {
  type CodesOf,
  type DetailsOf,
  type ErrorBrand,
  type ErrorsOf,
  type Service,
  brand,
  byWireCode,
  defineService,
  errorFirst,
} from "@scai-errors/core";
import { rows } from "./codes.js";

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
export type { FailedCondition, InvalidFields, SecretPath } from "./details.js";

/** An error from ScaiKey, discriminated by `code`. */
export type ScaikeyError = ErrorsOf<"scaikey", typeof rows>;
/** Every code of this version; `UNRECOGNIZED`, which stands for all others, is not one of them. */
export type ScaikeyCode = keyof typeof rows;
/** Every code of this version, with its status, kind and retry policy. */
export type ScaikeyCodes = CodesOf<typeof rows>;
/** The type of a code's details. */
export type ScaikeyDetails<Code extends ScaikeyCode> = DetailsOf<(typeof rows)[Code]>;

/** ScaiKey. */
export type Scaikey = Service<"scaikey", ScaikeyError, ScaikeyCodes>;

/** Parses ScaiKey's failed responses into typed errors. */
export const scaikey: Scaikey = /* @__PURE__ */ defineService({
  name: "scaikey",
  rows,
  findCode: byWireCode,
  wire: { layers: errorFirst, sendsCodes: true, requestId: "error", rateLimit: "x-ratelimit-" },
});

/** For `instanceof`; true for this service's errors from any copy or build of the package. */
export const ScaikeyError: ErrorBrand<ScaikeyError> = /* @__PURE__ */ brand(scaikey);

/**
 * Codes that never come in a response: they occur in webhook delivery records, and their status is the one recorded there. `decode` knows them like
 * any other code.
 */
export const deliveryCodes = [
  "webhook_url_invalid",
  "webhook_delivery_failed",
  "webhook_delivery_timeout",
] as const satisfies readonly ScaikeyCode[];
