import type { FieldIssue } from "./issues.js";
import type { JsonValue } from "./json.js";
import type { Kind } from "./kinds.js";
import type { RateLimit } from "./rate-limit.js";
import type { RetryAdvice } from "./retry.js";

/** The code of every failure that the installed version of a package has no code for. What was received is in `receivedCode`. */
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
  /** What failed; `UNRECOGNIZED` where this version of the package has no code for it. */
  readonly code: Code;
  /** `<service>/<code>`: the discriminant where several services meet. */
  readonly id: `${Service}/${Code}`;
  /** What sort of failure it is, in names that all services share. */
  readonly kind: K;
  /** The code as it came over the wire, cleaned, at most 1 kB; undefined where the wire had none. */
  readonly receivedCode: string | undefined;
  /** How the code was found. */
  readonly codeFrom: CodeFrom;
  /** The HTTP status that arrived; undefined for event frames, closes and downloads. */
  readonly status: number | undefined;
  /** One clean line of at most 1 kB, for people. Never branch on it. */
  readonly message: string;
  /** What the service says beyond the message, typed by code. */
  readonly details: Details;
  /** The fields that are wrong, in one shape for every service; empty where none is named. */
  readonly issues: readonly FieldIssue[];
  /** What to quote to support, from the body or the headers; at most 1 kB. */
  readonly requestId: string | undefined;
  /** Whether and when to try again. */
  readonly retry: RetryAdvice;
  /** The caller's limit, where the headers tell. */
  readonly rateLimit: RateLimit | undefined;
}

/** The fields with the error's name: what `toJSON` gives and `fromJSON` takes. */
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
  /** The received text, at most 2 kB, as it came. A getter over a private field, so that no printer shows it. */
  readonly excerpt: string | undefined;
  /** The id, and the request id where there is one, which Next.js hands on to an error boundary in production. */
  readonly digest: string;
  /** Everything but the excerpt and the stack, as plain data. */
  toJSON(): ErrorJson<Service, Code, K, Details>;
}

/**
 * What an error's `toJSON` gives; of several errors, what each of them gives. Looked up in a table, because an editor shows the name of that, where it would write a
 * conditional type out.
 */
export type JsonOf<E extends ServiceError> = { [One in E as One["id"]]: ReturnType<One["toJSON"]> }[E["id"]];

/** A failure that this version of the package has no code for. */
export type UnrecognizedError<Service extends string, Details = JsonValue | undefined> = ServiceError<
  Service,
  typeof UNRECOGNIZED,
  Kind,
  Details
>;
