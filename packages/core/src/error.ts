import type { FieldIssue } from "./issues.js";
import type { JsonValue } from "./json.js";
import type { Kind } from "./kinds.js";
import type { RateLimit } from "./rate-limit.js";
import type { RetryAdvice } from "./retry.js";
import { cut } from "./text.js";

/** The code of every failure that the installed version of a package has no code for. What was received is in `receivedCode`. */
export const UNRECOGNIZED = "UNRECOGNIZED";

/** Every value of `codeFrom`. */
export const CODE_SOURCES = ["wire", "message", "status", "close", "download", "transport"] as const;

/**
 * How the code was found: in the body, by the message, by the HTTP status, by the WebSocket close code, by checking a
 * downloaded body against what was announced, or by what the connection reported.
 */
export type CodeFrom = (typeof CODE_SOURCES)[number];

/** Makes `instanceof` work for a service's errors, across every copy and build of the packages. */
export interface ErrorBrand<E> {
  [Symbol.hasInstance](value: unknown): value is E;
}

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

/** A failure that a service reported: the fields above on an `Error`. */
export interface ServiceError<Service extends string = string, Code extends string = string, K extends Kind = Kind, Details = unknown>
  extends Error, ErrorJson<Service, Code, K, Details> {
  readonly name: `${Capitalize<Service>}Error`;
  readonly message: string;
  /** The received text, at most 2 kB, as it came. A getter over a private field, so that no printer shows it. */
  readonly excerpt: string | undefined;
  /** Everything but the excerpt and the stack, as plain data. */
  toJSON(): ErrorJson<Service, Code, K, Details>;
}

/** A failure that this version of the package has no code for. */
export type UnrecognizedError<Service extends string, Details = JsonValue | undefined> = ServiceError<
  Service,
  typeof UNRECOGNIZED,
  Kind,
  Details
>;

/** The right side of `instanceof` for a service's errors. It makes none: errors come from the service's readers. */
export function brand<E extends ServiceError>(service: { is(value: unknown): value is E }): ErrorBrand<E> {
  return Object.freeze({ [Symbol.hasInstance]: (value: unknown): value is E => service.is(value) });
}

/** The class of one service's errors. */
export interface ErrorClass {
  /** Makes an error of its fields, and of the received text where there is one. */
  new (fields: ErrorFields, text?: string): Error;
  readonly name: ErrorJson["name"];
  /** Whether a value is one of them, from this or any other copy of the packages. */
  is(value: unknown): boolean;
}

/** The class of one service's errors. */
export function errorClassOf(service: string): ErrorClass {
  // The same symbol in every copy of every version of this package, however it was built.
  const brand = Symbol.for(`@scai-errors/${service}`);
  const name = `${service.replace(/./, (letter) => letter.toUpperCase())}Error`;
  class ScaiError extends Error {
    // Printers show the same name for the class as for the error, minified or not. A getter, because the CommonJS build turns a field into an
    // assignment, and the name of a class cannot be assigned.
    static override get name(): string {
      return name;
    }

    readonly #text: string | undefined;
    declare readonly service: unknown;
    declare readonly code: unknown;
    declare readonly id: unknown;
    declare readonly kind: unknown;
    declare readonly status: unknown;
    declare readonly receivedCode: unknown;
    declare readonly codeFrom: unknown;
    declare readonly details: unknown;
    declare readonly issues: unknown;
    declare readonly requestId: unknown;
    declare readonly retry: unknown;
    declare readonly rateLimit: unknown;

    // One by one, because a loop over the fields takes longer than everything that is read of a body.
    constructor(fields: ErrorFields, text?: string) {
      super(fields.message);
      this.#text = text;
      this.service = fields.service;
      this.code = fields.code;
      this.id = fields.id;
      this.kind = fields.kind;
      this.status = fields.status;
      this.receivedCode = fields.receivedCode;
      this.codeFrom = fields.codeFrom;
      this.details = fields.details;
      this.issues = fields.issues;
      this.requestId = fields.requestId;
      this.retry = fields.retry;
      this.rateLimit = fields.rateLimit;
    }

    // On the prototype and not enumerable, as with the built-in errors: printers show the name once, in the stack.
    override get name(): string {
      return name;
    }

    // That it is there is all that counts.
    [brand](): void {}

    get excerpt(): string | undefined {
      return this.#text && cut(this.#text, 2048);
    }

    toJSON(): object {
      // Neither the name nor the message is among the own enumerable fields that a spread takes.
      return { name, message: this.message, ...(this as object) };
    }

    static is(value: unknown): boolean {
      try {
        // The brand is asked for on the prototype, and not on the value, which leaves out what merely inherits from an error.
        return Object.hasOwn(Object.getPrototypeOf(value) as object, brand);
      } catch {
        return false;
      }
    }
  }
  // The name follows Capitalize, which the compiler does not see.
  return ScaiError as unknown as ErrorClass;
}
