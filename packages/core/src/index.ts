export { type AnyOf, type RecognizingService, anyOf } from "./any-of.js";
export type { ReadOptions, ResponseLike } from "./body.js";
export { type CloseFrame, partsOfClose } from "./close.js";
export type { CodeEntry, CodeRow, CodesOf, DetailsOf } from "./codes.js";
export type { CodeDocs, CodeText, DocsOf, Origin } from "./docs.js";
export type { EnvelopeFamily, Parts } from "./envelope.js";
export {
  type CodeFrom,
  type ErrorBrand,
  type ErrorClass,
  type ErrorFields,
  type ErrorJson,
  type ServiceError,
  UNRECOGNIZED,
  type UnrecognizedError,
  brand,
  errorClassOf,
} from "./error.js";
export { type ReadingService, errorFrom } from "./error-from.js";
export { type EventFrame, partsOfEvent } from "./event.js";
export { type FieldProblem, fieldProblems } from "./field-problems.js";
export { type FindCode, type FoundCode, byMessage, byStatus, byWireCode, parameterNames } from "./find-code.js";
export { HELP_BASE_URL, helpUrl } from "./help-url.js";
export { type HeaderLookup, type HeadersInput, headerLookup } from "./headers.js";
export { parseHttpDate } from "./http-date.js";
export { isServiceError } from "./is-service-error.js";
export type { FieldIssue } from "./issues.js";
export { type JsonValue, copyJson, isObject } from "./json.js";
export { type Kind, type KindOfStatus, kindOfStatus, policyOfKind } from "./kinds.js";
export { type Discriminant, assertNever, match } from "./match.js";
export { numberOf } from "./numbers.js";
export { type RateLimit, readRateLimit } from "./rate-limit.js";
export type { RetryAdvice, RetryPolicy } from "./retry.js";
export { parseRetryAfter } from "./retry-after.js";
export {
  type Answer,
  type CreateError,
  type ErrorsOf,
  type Service,
  type ServiceDefinition,
  type WireFormat,
  defineService,
} from "./service.js";
export { cleanLine } from "./text.js";
export { classifyFetch } from "./classify.js";
export { transport } from "./transport.js";
export { type TransportCode, type TransportDetails, TransportError, isTransportError, transportError } from "./transport-error.js";
