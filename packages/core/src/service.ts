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

/** What has to be awaited before it is a body, or called. */
type Unread =
  | PromiseLike<unknown>
  | { readonly getReader: unknown }
  | { readonly pipe: unknown }
  | { readonly arrayBuffer: unknown }
  | ((...given: never[]) => unknown);

/** What no unread body is, so that the compiler names it where one is passed. */
interface BodyThatWasRead {
  readonly "Await the body first, or call fromResponse(response)": never;
}

/**
 * An error answer as it arrived.
 * @typeParam Body the type of its body, which is inferred to refuse one that is still to be awaited: a promise, a stream, a Blob. Nobody can tell that of a type
 * parameter of the caller's own: pass what has one as `unknown`.
 */
export interface Answer<Body = unknown> {
  /** The HTTP status. */
  readonly status: number;
  readonly headers?: HeadersInput | null | undefined;
  /** The body as text, bytes or the already parsed JSON value. */
  readonly body?: Body & (Body extends Unread ? BodyThatWasRead : Body);
  /** When it arrived, in Unix milliseconds; for answers that are read later, such as those in logs. Default: now. */
  readonly receivedAt?: number | undefined;
  /** A response whose body has to be awaited is for `fromResponse`. */
  readonly text?: never;
  /** What axios and ofetch call `data` goes into `body`. */
  readonly data?: never;
}

/** A service's vocabulary and its readers, seen without knowing which service it is. */
export interface Service<
  Name extends string = string,
  E extends ServiceError = ServiceError,
  Codes extends Readonly<Record<string, CodeEntry>> = Readonly<Record<string, CodeEntry>>,
> {
  readonly name: Name;
  /** The vocabulary of this version: every code with its status, kind and retry policy. `UNRECOGNIZED` is not in it. */
  readonly codes: Codes;
  readonly wire: WireFormat;
  /**
   * The error that an answer reports. Whatever the body is, the result is this service's error with the status kept.
   * @throws TypeError where it is called wrongly: without a status, with a body that has to be awaited, or with what a client threw.
   */
  decode<Body>(answer: Answer<Body>): E;
  /** The same as plain data. Captures no stack, so it is the way to read many recorded answers. */
  describe<Body>(answer: Answer<Body>): JsonOf<E>;
  /**
   * The error that a response reports. Reads the body within bounds on bytes and time; past them the error comes without the body. The message
   * says so where the body was read before.
   * Rejects with a TypeError where it is called wrongly: without a response, with another client's, or with options that are none.
   */
  fromResponse(response: ResponseLike, options?: ReadOptions): Promise<E>;
  /**
   * The inverse of `error.toJSON()`. Members that are not ours are ignored. Kind and retry policy are those of the installed version; a code that
   * it does not have comes out as `UNRECOGNIZED`, with what the service's reader for unknown codes makes of its details. Undefined where the value
   * is another service's, or a field has the wrong type.
   */
  fromJSON(value: unknown): E | undefined;
  /** Whether a value is an error of this service, from any copy or build of the package. */
  is(value: unknown): value is E;
  /** The error of an event-stream frame; undefined for a frame that reports none. Only for services with event streams. */
  fromEvent?(frame: EventFrame): E | undefined;
  /** The error of a WebSocket close; undefined for a normal one. Only for services with WebSockets. */
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

/** Makes the error of what is known of a failure; undefined of undefined, which stands for a frame that reports no failure. */
export type CreateError<E> = <Known extends Parts | undefined>(parts: Known) => E | Extract<Known, undefined>;

/** A service as data. */
export interface ServiceDefinition<Name extends string, R extends Rows, Usual, Readers> {
  readonly name: Name;
  readonly rows: R;
  readonly wire: WireFormat;
  /** Makes what finds the code of a failure among the rows: `byWireCode`, `byStatus`, `byMessage`, or a function that asks several of them. */
  readonly findCode: (rows: Rows) => FindCode;
  /** Gives the details of codes whose row has no reader of its own. Default: what was received. */
  readonly details?: DetailsReader<Usual>;
  /**
   * The service's readers of other things than HTTP answers; `create` makes their errors. Stands after `details`, from which TypeScript learns what
   * errors these are.
   */
  readonly readers?: (create: CreateError<ErrorsOf<Name, R, NotInferred<Usual>>>) => Readers;
}
