import {
  type CodesOf,
  type DetailsOf,
  type ErrorBrand,
  type ErrorsOf,
  type EventFrame,
  type Service,
  type WireFormat,
  brand,
  byWireCode,
  defineService,
  partsOfEvent,
  errorFirst,
  parseEventStream,
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
export type { RateLimitHint, StageErrors } from "./details.js";

/** An error from ScaiGrid, discriminated by `code`. */
export type ScaigridError = ErrorsOf<"scaigrid", typeof rows>;
/** Every code of this version; `UNRECOGNIZED`, which stands for all others, is not one of them. */
export type ScaigridCode = keyof typeof rows;
/** Every code of this version, with its status, kind and retry policy. */
export type ScaigridCodes = CodesOf<typeof rows>;
/** The type of a code's details. */
export type ScaigridDetails<Code extends ScaigridCode> = DetailsOf<(typeof rows)[Code]>;

/** ScaiGrid, with the parser of its event streams. */
export interface Scaigrid extends Service<"scaigrid", ScaigridError, ScaigridCodes> {
  /**
   * The error of an event stream's error frame. Undefined for every other frame, including `[DONE]`, which ends failed streams, too. If the data
   * cannot be parsed, the error is `UNRECOGNIZED`, without a status.
   */
  fromEvent(frame: EventFrame): ScaigridError | undefined;
}

const wire: WireFormat = {
  layers: errorFirst,
  sendsCodes: true,
  requestId: "meta",
  rateLimit: "x-scaigrid-ratelimit-",
  // An answer that fails after its stream was announced has an error frame as its body.
  parse: parseEventStream,
};

/** Parses ScaiGrid's failed responses and error frames into typed errors. */
export const scaigrid: Scaigrid = /* @__PURE__ */ defineService({
  name: "scaigrid",
  rows,
  findCode: byWireCode,
  wire,
  readers: (create) => ({
    fromEvent: (frame: EventFrame) => create(partsOfEvent(frame, wire)),
  }),
});

/** For `instanceof`; true for this service's errors from any copy or build of the package. */
export const ScaigridError: ErrorBrand<ScaigridError> = /* @__PURE__ */ brand(scaigrid);
