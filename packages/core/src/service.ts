import { type ReadOptions, type ResponseLike, readBody } from "./body.js";
import type { CloseFrame } from "./close.js";
import { type CodeEntry, type CodeRow, type CodesOf, type DetailsOf, type DetailsReader, type KindOfRow, entryOf } from "./codes.js";
import { type EnvelopeFamily, type Parts, readBodyInto } from "./envelope.js";
import { CODE_SOURCES, type ErrorJson, type ServiceError, UNRECOGNIZED, type UnrecognizedError, errorClassOf } from "./error.js";
import type { EventFrame } from "./event.js";
import type { FindCode, FoundCode } from "./find-code.js";
import { type HeadersInput, headerLookup } from "./headers.js";
import { readIssues, summaryOf } from "./issues.js";
import { type JsonValue, copyJson, isSame } from "./json.js";
import { kindOf } from "./kinds.js";
import { lazily } from "./lazily.js";
import { numberOf } from "./numbers.js";
import { rateLimitOf, readRateLimit } from "./rate-limit.js";
import { parseRetryAfter } from "./retry-after.js";
import { cleanLine } from "./text.js";

/** An error answer as it arrived. */
export interface Answer {
  /** The HTTP status. */
  readonly status: number;
  readonly headers?: HeadersInput | null | undefined;
  /** The body as text, bytes or the already parsed JSON value. */
  readonly body?: unknown;
  /** When it arrived, in Unix milliseconds; for answers that are read later, such as those in logs. Default: now. */
  readonly receivedAt?: number | undefined;
}

/** How a service writes its answers: what its reader looks at first, and what an emulator has to write. */
export interface WireFormat {
  /** The family of bodies that the service's own page documents. */
  readonly own: EnvelopeFamily;
  /**
   * What the names of the rate-limit headers begin with, in lower case; left out where the service sends none. They are read where
   * `<prefix>limit` is among them.
   */
  readonly rateLimit?: string;
  /**
   * The member of the body that holds `request_id`, where one does. A body with `meta` also opens with `"status": "error"`, and repeats the
   * header's hint as `retry_after`.
   */
  readonly requestId?: "meta" | "error";
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
   * @throws TypeError where it is called wrongly: without a status.
   */
  decode(answer: Answer): E;
  /** The same as plain data. Captures no stack, so it is the way to read many recorded answers. */
  describe(answer: Answer): ReturnType<E["toJSON"]>;
  /**
   * The error that a response reports. Reads the body within bounds on bytes and time; past them the error comes without the body.
   * Rejects with a TypeError where it is called wrongly: without a response.
   */
  fromResponse(response: ResponseLike, options?: ReadOptions): Promise<E>;
  /** The inverse of `error.toJSON()`. Undefined where the value is not such JSON of this service, or a field has the wrong type. */
  fromJSON(value: unknown): E | undefined;
  /** Whether a value is an error of this service, from any copy or build of the package. */
  is(value: unknown): value is E;
  /** The error of an event-stream frame; undefined for a frame that reports none. Only for services with event streams. */
  fromEvent?(frame: EventFrame): E | undefined;
  /** The error of a WebSocket close; undefined for a normal one. Only for services with WebSockets. */
  fromClose?(close: CloseFrame): E | undefined;
}

type Rows = Readonly<Record<string, CodeRow>>;

/** The union of a service's errors: one member per row, and the unrecognized one. */
export type ErrorsOf<Name extends string, R extends Rows, Usual = JsonValue | undefined> =
  | { [Code in keyof R & string]: ServiceError<Name, Code, KindOfRow<R[Code]>, DetailsOf<R[Code], Usual>> }[keyof R & string]
  | UnrecognizedError<Name, Usual>;

/**
 * The type itself, but nothing is inferred from where it stands: what a service is declared to be must not decide what it is. TypeScript's own `NoInfer`
 * does the same, and then stands in every hover text.
 */
type NotInferred<T> = [T][T extends unknown ? 0 : never];

/** Makes the error of what is known of a failure; undefined of undefined, which is what a frame that reports none says. */
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

/** The details of a code that nobody has a reader for. Lists of problems are in `issues`, without the input that FastAPI echoes in them. */
function usualDetails(received: unknown, { issues }: Parts): unknown {
  return Array.isArray(received) && issues ? undefined : received;
}

/** Makes a service from its rows and the description of how it writes its answers. */
export function defineService<const Name extends string, const R extends Rows, Usual = JsonValue | undefined, Readers = unknown>({
  name: service,
  rows,
  wire,
  findCode,
  details: detailsOf = usualDetails as DetailsReader<Usual>,
  readers,
}: ServiceDefinition<Name, R, Usual, Readers>): Service<Name, ErrorsOf<Name, R, NotInferred<Usual>>, CodesOf<R>> & NotInferred<Readers> {
  type E = ErrorsOf<Name, R, NotInferred<Usual>>;
  // A Map, because it neither inherits anything nor coerces what it is asked for.
  const entries = lazily(() => new Map<unknown, CodeEntry>(Object.entries(rows).map(([code, row]) => [code, entryOf(row)])));
  const codes = lazily(() => Object.freeze(Object.fromEntries(entries())) as CodesOf<R>);
  const find = lazily(() => findCode(rows));
  const errorClass = lazily(() => errorClassOf(service));
  // Joined, because engines keep a template as a rope, and Headers would go through its pieces at every look.
  const limitName = [wire.rateLimit, "limit"].join("");

  /** Whatever the parts hold, every field is of its type: they come from the wire, or from what someone stored as an error's JSON. */
  const fieldsOf = (parts: Parts): ErrorJson => {
    const { code: found, codeFrom, details = parts.details }: FoundCode = parts.code ? parts : (find()(parts) ?? {});
    const issues = parts.issues ?? [];
    const status = numberOf(parts.status);
    const receivedCode = cleanLine(parts.receivedCode);
    const known = entries().get(found);
    const code = (known && found) ?? UNRECOGNIZED;
    const entry = known ?? entryOf({ status, kind: kindOf(parts.kind) } as CodeRow);
    return {
      name: errorClass().name,
      message:
        cleanLine(parts.message) ??
        cleanLine(summaryOf(issues) ?? `${receivedCode ?? found ?? "No readable error"}${status ? ` (HTTP ${status})` : ""}`) ??
        code,
      service,
      code,
      id: `${service}/${code}`,
      kind: entry.kind,
      status,
      receivedCode,
      codeFrom: codeFrom ?? (receivedCode ? "wire" : "status"),
      details: (entry.details ?? detailsOf)(details, parts),
      issues,
      requestId: cleanLine(parts.requestId),
      retry: { policy: entry.retry, afterMs: numberOf(parts.afterMs), idempotentOnly: entry.idempotentOnly, source: entry.source },
      rateLimit: parts.rateLimit ? rateLimitOf(parts.rateLimit) : undefined,
    };
  };

  // The fields are this service's types: what ErrorsOf describes, which no compiler can follow.
  const create: CreateError<E> = (parts) => (parts && new (errorClass())(fieldsOf(parts), parts.text)) as unknown as E;

  /** From the status and the headers first; the body can only add to that. */
  const read = (answer: Answer | ResponseLike, body = (Object(answer) as Answer).body): Parts => {
    const { status, headers, receivedAt } = Object(answer) as Answer;
    if (!Number.isInteger(status)) throw new TypeError(`${service} expects a response with a status`);
    const parts: Parts = { status };
    try {
      const header = headerLookup(headers);
      const retryAfter = header("retry-after");
      if (retryAfter) parts.afterMs = parseRetryAfter(retryAfter, receivedAt ?? Date.now(), header("date"));
      // One look where there are no such headers, and not three: each takes a tenth of a microsecond, and a service sends all of them or none.
      if (wire.rateLimit && header(limitName)) parts.rateLimit = readRateLimit(header, wire.rateLimit);
      readBodyInto(parts, body, wire.own);
      parts.requestId ??= header("x-request-id");
    } catch {
      // Headers or a body that cannot even be looked at (a getter that throws, a revoked proxy) must not cost the status.
    }
    return parts;
  };

  const reader: Service<Name, E, CodesOf<R>> = {
    name: service,
    get codes() {
      return codes();
    },
    wire,
    decode: (answer) => {
      const parts = read(answer);
      // Not create(): the stack of an error is captured from here, and every function in between costs a fifth of a microsecond.
      return new (errorClass())(fieldsOf(parts), parts.text) as unknown as E;
    },
    describe: (answer) => fieldsOf(read(answer)) as unknown as ReturnType<E["toJSON"]>,
    fromResponse: async (response, options) => create(read(response, await readBody(Object(response) as ResponseLike, options))),
    fromJSON: (value) => {
      try {
        // Built again from what is written down: a field of the wrong type comes out different.
        // One level more than details have, which is how deep they stand in an error, and room for the other members: else what comes last of the
        // largest details would come out cut.
        const json = copyJson(value, 33, { members: 2e4 }) as unknown as ErrorJson;
        const error = create({ ...json, afterMs: json.retry.afterMs, issues: readIssues(json.issues) });
        return CODE_SOURCES.includes(json.codeFrom) && isSame(error, value) ? error : undefined;
      } catch {
        return undefined;
      }
    },
    is: (value): value is E => errorClass().is(value),
  };
  // Not spread: that would ask for the codes.
  return Object.assign(reader, readers?.(create) as NotInferred<Readers>);
}
