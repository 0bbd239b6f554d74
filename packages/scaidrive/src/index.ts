export { TransportError, UNRECOGNIZED, anyOf, assertNever, errorFrom, isServiceError, match, transport } from "@scai-errors/core";
// With what inferred declarations of a program name, so that it needs no dependency on core.
export type {
  Answer,
  AnyOf,
  CloseFrame,
  CodeEntry,
  CodeFrom,
  CodesOf,
  Discriminant,
  ErrorBrand,
  ErrorFields,
  ErrorJson,
  ErrorsOf,
  EventFrame,
  FieldIssue,
  HeadersInput,
  JsonValue,
  Kind,
  RateLimit,
  ReadOptions,
  ReadingService,
  RecognizingService,
  ResponseLike,
  RetryAdvice,
  RetryPolicy,
  Service,
  ServiceError,
  TransportCode,
  TransportDetails,
  UnrecognizedError,
  WireFormat,
} from "@scai-errors/core";
export { type Download, checkDownload } from "./check-download.js";
export type { DownloadFacts, RateLimitScope } from "./details.js";
export { type Scaidrive, type ScaidriveCode, type ScaidriveDetails, ScaidriveError, scaidrive } from "./scaidrive.js";
