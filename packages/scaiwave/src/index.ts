import {
  type CloseFrame,
  type CodesOf,
  type DetailsOf,
  type ErrorBrand,
  type ErrorsOf,
  type Service,
  brand,
  byWireCode,
  defineService,
  partsOfClose,
  errorFirst,
} from "@scai-errors/core";
import { answered, rows } from "./codes.js";

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
export type { ConnectionAbort } from "./details.js";

/** An error from ScaiWave, discriminated by `code`. */
export type ScaiwaveError = ErrorsOf<"scaiwave", typeof rows>;
/** Every code of this version. All but `CONNECTION_ABORTED`, which is for WebSocket closes, come over the wire. */
export type ScaiwaveCode = keyof typeof rows;
/** Every code of this version, with its status, kind and retry policy. */
export type ScaiwaveCodes = CodesOf<typeof rows>;
/** The type of a code's details. */
export type ScaiwaveDetails<Code extends ScaiwaveCode> = DetailsOf<(typeof rows)[Code]>;

/** ScaiWave, with the parser of its WebSocket closes. */
export interface Scaiwave extends Service<"scaiwave", ScaiwaveError, ScaiwaveCodes> {
  fromClose(close: CloseFrame): ScaiwaveError | undefined;
}

/** Parses ScaiWave's failed responses and WebSocket closes into typed errors. */
export const scaiwave: Scaiwave = /* @__PURE__ */ defineService({
  name: "scaiwave",
  rows,
  findCode: () => byWireCode(answered),
  wire: { layers: errorFirst, sendsCodes: true, requestId: "error" },
  readers: (create) => ({
    fromClose: (close: CloseFrame) => create(partsOfClose(rows, close)),
  }),
});

/** For `instanceof`; true for this service's errors from any copy or build of the package. */
export const ScaiwaveError: ErrorBrand<ScaiwaveError> = /* @__PURE__ */ brand(scaiwave);
