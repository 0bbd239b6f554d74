import type { FieldIssue } from "./issues.js";
import type { JsonValue } from "./json.js";
import type { Kind } from "./kinds.js";
import type { RateLimit } from "./rate-limit.js";
import type { RetryAdvice } from "./retry.js";

/** The code of every failure that has no code in the installed version of a package. The received code is in `receivedCode`. */
export const UNRECOGNIZED = "UNRECOGNIZED";

/** Every value of `codeFrom`. */
export const CODE_SOURCES = ["wire", "message", "status", "close", "download", "transport"] as const;

/**
 * How the code was found: in the body, by the message, by the HTTP status, by the WebSocket close code, by checking a
 * downloaded body against what was announced, or by what the connection reported.
 */
export type CodeFrom = (typeof CODE_SOURCES)[number];

/** The fields of an error as plain data. */
export interface ErrorFields<Service extends string = string, Code extends string = string, K extends Kind = Kind, Details = unknown> {
  /** The service's name, such as `scaigrid`. */
  readonly service: Service;
  /** What failed; `UNRECOGNIZED` if this version of the package has no code for it. */
  readonly code: Code;
  /** `<service>/<code>`, which is unique across services. */
  readonly id: `${Service}/${Code}`;
  /** The error category, one of 17 that all services share. */
  readonly kind: K;
  /** The code as received, cleaned, at most 1 kB; undefined if none was received. */
  readonly receivedCode: string | undefined;
  /** How the code was found. */
  readonly codeFrom: CodeFrom;
  /** The received HTTP status; undefined for event frames, closes and downloads. */
  readonly status: number | undefined;
  /** One clean line of at most 1 kB, for people. Never branch on it. */
  readonly message: string;
  /** Extra data from the service, typed per code. */
  readonly details: Details;
  /** The invalid fields, in the same shape for every service; empty if none is named. */
  readonly issues: readonly FieldIssue[];
  /** The id to quote to support, from the body or the headers; at most 1 kB. */
  readonly requestId: string | undefined;
  /** Whether and when to try again. */
  readonly retry: RetryAdvice;
  /** The caller's rate limit, if the headers contain it. */
  readonly rateLimit: RateLimit | undefined;
}

/** The fields with the error's name: what `toJSON` returns and `fromJSON` takes. */
export interface ErrorJson<
  Service extends string = string,
  Code extends string = string,
  K extends Kind = Kind,
  Details = unknown,
> extends ErrorFields<Service, Code, K, Details> {
  /** `ScaigridError` for the service `scaigrid`; a literal that survives minification. */
  readonly name: `${Capitalize<Service>}Error`;
}

/** The names of these fields, in the order in which they are written. */
export const JSON_FIELDS = [
  "name",
  "message",
  "service",
  "code",
  "id",
  "kind",
  "status",
  "receivedCode",
  "codeFrom",
  "details",
  "issues",
  "requestId",
  "retry",
  "rateLimit",
] as const satisfies readonly (keyof ErrorJson)[];

/** A failure that a service reported: the fields above on an `Error`. */
export interface ServiceError<Service extends string = string, Code extends string = string, K extends Kind = Kind, Details = unknown>
  extends Error, ErrorJson<Service, Code, K, Details> {
  readonly name: `${Capitalize<Service>}Error`;
  readonly message: string;
  /** The received text, at most 2 kB. A getter over a private field, so that no logger or `console.log` prints it. */
  readonly excerpt: string | undefined;
  /** The id, followed by the request id if there is one. Next.js passes it to error boundaries in production. */
  readonly digest: string;
  /** Everything except the excerpt and the stack, as plain data. */
  toJSON(): ErrorJson<Service, Code, K, Details>;
}

/**
 * What an error's `toJSON` returns, for each error of a union. It is looked up in a table, because an editor shows the name of a table, and would
 * write out a conditional type.
 */
export type JsonOf<E extends ServiceError> = { [One in E as One["id"]]: ReturnType<One["toJSON"]> }[E["id"]];

/** A failure for which this version of the package has no code. */
export type UnrecognizedError<Service extends string, Details = JsonValue | undefined> = ServiceError<
  Service,
  typeof UNRECOGNIZED,
  Kind,
  Details
>;
