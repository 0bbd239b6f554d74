import type { ReadOptions, ResponseLike } from "./body-text.js";
import type { CloseFrame } from "./close.js";
import type { CodeEntry, DetailsOf, DetailsReader, KindOfRow, Rows } from "./codes.js";
import type { JsonOf, ServiceError, UnrecognizedError } from "./error.js";
import type { EventFrame } from "./event.js";
import type { FindCode } from "./find-code.js";
import type { HeadersInput } from "./headers.js";
import type { JsonValue } from "./json.js";
import type { Parts } from "./parts.js";
import type { WireFormat } from "./wire-format.js";

/** What has to be awaited, or called, before it is a body. */
type Unread =
  | PromiseLike<unknown>
  | { readonly getReader: unknown }
  | { readonly pipe: unknown }
  | { readonly arrayBuffer: unknown }
  | ((...given: never[]) => unknown);

/** What an unread body is not, so that the compiler names it if one is passed. */
interface BodyThatWasRead {
  readonly "Await the body first, or call fromResponse(response)": never;
}

/**
 * A failed response as it arrived.
 * @typeParam Body is inferred, so that a body that still has to be awaited (a promise, a stream, a Blob) does not compile. If its type is a type
 * parameter of your own, pass it as `unknown`.
 */
export interface Answer<Body = unknown> {
  /** The HTTP status. */
  readonly status: number;
  readonly headers?: HeadersInput | null | undefined;
  /** The body as text, bytes or the already parsed JSON value. */
  readonly body?: Body & (Body extends Unread ? BodyThatWasRead : Body);
  /** When it arrived, in Unix milliseconds; set it for responses that are read later, such as those in logs. Default: now. */
  readonly receivedAt?: number | undefined;
  /** For a response whose body has to be awaited, use `fromResponse`. */
  readonly text?: never;
  /** The body goes into `body`, even if axios and ofetch call it `data`. */
  readonly data?: never;
}

/** A service's codes and parsers, for code that works with any service. */
export interface Service<
  Name extends string = string,
  E extends ServiceError = ServiceError,
  Codes extends Readonly<Record<string, CodeEntry>> = Readonly<Record<string, CodeEntry>>,
> {
  readonly name: Name;
  /** The codes of this version, each with its status, kind and retry policy. `UNRECOGNIZED` is not one of them. */
  readonly codes: Codes;
  readonly wire: WireFormat;
  /**
   * Parses a failed response into this service's error. Never throws on bad input: whatever the body is, the status is kept.
   * @throws TypeError for wrong use: without a status, with a body that has to be awaited, or with what a client threw.
   */
  decode<Body>(answer: Answer<Body>): E;
  /** Like `decode`, but returns plain data. It captures no stack, so use it to read many recorded responses. */
  describe<Body>(answer: Answer<Body>): JsonOf<E>;
  /**
   * Reads a failed response and parses it into this service's error. The body is read within limits of bytes and time; beyond them, the error comes
   * without it. If somebody else has read the body, the message says so.
   * Rejects with a TypeError for wrong use: without a response, with another client's, or with invalid options.
   */
  fromResponse(response: ResponseLike, options?: ReadOptions): Promise<E>;
  /**
   * The inverse of `error.toJSON()`. Unknown members are ignored. Kind and retry policy are those of the installed version. A code that it does not
   * have becomes `UNRECOGNIZED`, with details as for any unrecognized code. Returns undefined if the value belongs to another service, or if a field
   * has the wrong type.
   */
  fromJSON(value: unknown): E | undefined;
  /** Whether a value is an error of this service, from any copy or build of the package. */
  is(value: unknown): value is E;
  /** The error of an event-stream frame; undefined if the frame reports no failure. Only for services with event streams. */
  fromEvent?(frame: EventFrame): E | undefined;
  /** The error of a WebSocket close; undefined for a normal close. Only for services with WebSockets. */
  fromClose?(close: CloseFrame): E | undefined;
}

/** The union of a service's errors: one member per row, and the unrecognized one. */
export type ErrorsOf<Name extends string, R extends Rows, Usual = JsonValue | undefined> =
  | { [Code in keyof R & string]: ServiceError<Name, Code, KindOfRow<R[Code]>, DetailsOf<R[Code], Usual>> }[keyof R & string]
  | UnrecognizedError<Name, Usual>;

/**
 * The type itself, but nothing is inferred from where it stands: what a service is declared to be must not decide what it is. TypeScript's own `NoInfer`
 * does the same, and then stands in every hover text.
 */
export type NotInferred<T> = [T][T extends unknown ? 0 : never];

/** Makes an error from its parts. Returns undefined for undefined, which stands for a frame that reports no failure. */
export type CreateError<E> = <Known extends Parts | undefined>(parts: Known) => E | Extract<Known, undefined>;

/** A service as data. */
export interface ServiceDefinition<Name extends string, R extends Rows, Usual, Readers> {
  readonly name: Name;
  readonly rows: R;
  readonly wire: WireFormat;
  /**
   * Returns the function that finds a failure's code among the rows: `byWireCode`, `byStatus`, `byMessage`, or your own that tries several of them.
   */
  readonly findCode: (rows: Rows) => FindCode;
  /** Reads the details of codes whose row has no reader of its own. Default: the details as received. */
  readonly details?: DetailsReader<Usual>;
  /**
   * The service's parsers for anything other than HTTP responses; `create` makes their errors. Must come after `details`, from which TypeScript
   * infers the types of the errors.
   */
  readonly readers?: (create: CreateError<ErrorsOf<Name, R, NotInferred<Usual>>>) => Readers;
}
