export { UNRECOGNIZED, assertNever, match } from "@scai-errors/core";
export type { FieldIssue, JsonValue, Kind, RateLimit, RetryAdvice, RetryPolicy } from "@scai-errors/core";
export { type Download, checkDownload } from "./check-download.js";
export type { DownloadFacts, RateLimitScope } from "./details.js";
export { type Scaidrive, type ScaidriveCode, type ScaidriveDetails, ScaidriveError, scaidrive } from "./scaidrive.js";
