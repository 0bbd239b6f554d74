export { type AnyOf, type ErrorOf, type RecognizingService, anyOf } from "./any-of.js";
export { type BodyReader, type BodyStream, bodyStreamOf } from "./body-stream.js";
export type { AbortSignalLike, ReadOptions, ResponseLike } from "./body-text.js";
export { type ErrorBrand, brand } from "./brand.js";
export { type CloseFrame, partsOfClose } from "./close.js";
export type { CodeEntry, CodeRow, CodesOf, DetailsOf, DetailsReader } from "./codes.js";
export { defineService } from "./define-service.js";
export type { CodeDocs, CodeText, DocsOf, Origin } from "./code-docs.js";
export {
  type CodeFrom,
  type ErrorFields,
  type ErrorJson,
  type JsonOf,
  type ServiceError,
  UNRECOGNIZED,
  type UnrecognizedError,
} from "./error.js";
export { type ErrorClass, errorClassOf } from "./error-class.js";
export { type ReadingService, errorFrom } from "./error-from.js";
export { errorNameOf } from "./error-name.js";
export { type EventFrame, partsOfEvent } from "./event.js";
export { parseEventStream } from "./event-stream-body.js";
export { type FieldProblem, fieldProblems } from "./field-problems.js";
export { type FindCode, type FoundCode, byMessage, byStatus, byWireCode, parameterNames } from "./find-code.js";
export { hasOwn } from "./has-own.js";
export { HELP_BASE_URL, helpUrl } from "./help-url.js";
export { type HeaderLookup, type HeadersInput, headerLookup } from "./headers.js";
export { parseHttpDate } from "./http-date.js";
export { isServiceError } from "./is-service-error.js";
export type { FieldIssue } from "./issues.js";
export { type JsonValue, copyJson, isObject, parseJson } from "./json.js";
export { KINDS, type Kind, type KindOfStatus, kindOfStatus, policyOfKind } from "./kinds.js";
export type { Layer } from "./layer-fields.js";
export { type FindLayers, detailFirst, errorFirst } from "./layers.js";
export { type Discriminant, assertNever, match } from "./match.js";
export { numberOf } from "./numbers.js";
export type { Parts } from "./parts.js";
export { type RateLimit, rateLimitReader } from "./rate-limit.js";
export type { RetryAdvice, RetryPolicy } from "./retry.js";
export { parseRetryAfter } from "./retry-after.js";
export type { Answer, CreateError, ErrorsOf, Service, ServiceDefinition } from "./service.js";
export { serviceOf } from "./service-of.js";
export { statusOfKind } from "./status-of-kind.js";
export { cleanLine } from "./text.js";
export type { Content, WireFormat, WrittenBody } from "./wire-format.js";
export { bodyOf, writeBody } from "./write-body.js";
export { classifyFetch } from "./classify.js";
export { type Transport, transport } from "./transport.js";
export { type TransportCode, type TransportDetails, TransportError, isTransportError, transportError } from "./transport-error.js";
