import { type ErrorFields, type ErrorJson, JSON_FIELDS } from "./error.js";
import { errorNameOf } from "./error-name.js";
import { hasOwn } from "./has-own.js";
import { markOf } from "./mark.js";
import { cut } from "./cut.js";

/** Maximum number of bytes of an excerpt. */
const EXCERPT_BYTES = 2048;

/** The class of one service's errors. */
export interface ErrorClass {
  /** Makes an error from its fields, and from the received text if there is one. */
  new (fields: ErrorFields, text?: string): Error;
  readonly name: ErrorJson["name"];
  /** Whether a value is one of them, from this or any other copy of the packages. */
  is(value: unknown): boolean;
}

/** Whether the value's prototype itself has the mark. This excludes objects that merely inherit from an error. */
function hasMark(value: unknown, mark: symbol): boolean {
  try {
    return hasOwn(Object.getPrototypeOf(value) as object, mark);
  } catch {
    return false;
  }
}

/**
 * The class of one service's errors.
 * @param reader the service itself, which `serviceOf` returns; left out if nothing reads or writes its responses.
 */
export function errorClassOf(service: string, reader?: object): ErrorClass {
  const mark = markOf(service);
  const name = errorNameOf(service);
  class ScaiError extends Error {
    // Printers show the same name for the class as for the error, minified or not. A getter, because the CommonJS build turns a field into an
    // assignment, and the name of a class cannot be assigned.
    static override get name(): string {
      return name;
    }

    readonly #text: string | undefined;
    declare readonly service: unknown;
    declare readonly code: string;
    declare readonly id: string;
    declare readonly kind: unknown;
    declare readonly status: unknown;
    declare readonly receivedCode: unknown;
    declare readonly codeFrom: unknown;
    declare readonly details: unknown;
    declare readonly issues: unknown;
    declare readonly requestId: string | undefined;
    declare readonly retry: unknown;
    declare readonly rateLimit: unknown;

    // One by one, because a loop over the fields takes longer than reading the whole body.
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

    // That it is there is what `is` asks for; what it gives, what `serviceOf` does. A method, because Node's printer shows getters where it is told to show
    // what is hidden.
    [mark](): object | undefined {
      return reader;
    }

    get excerpt(): string | undefined {
      return this.#text === undefined ? undefined : cut(this.#text, EXCERPT_BYTES);
    }

    // On the prototype, so that no printer shows it. Next.js passes it to an error boundary in production, and removes everything else.
    get digest(): string {
      return this.requestId === undefined ? this.id : `${this.id} ${this.requestId}`;
    }

    // So that a log of one line names the code.
    override toString(): string {
      return `${name} [${this.code}]: ${this.message}`;
    }

    // Jest's and Vitest's toEqual compare of an error no more than its name, message and cause, but of what can be iterated each value.
    *[Symbol.iterator](): Generator<object> {
      yield this.toJSON();
    }

    toJSON(): object {
      return Object.fromEntries(JSON_FIELDS.map((field) => [field, this[field]]));
    }

    static is(value: unknown): boolean {
      return hasMark(value, mark);
    }
  }
  // The name follows Capitalize, which the compiler does not see.
  return ScaiError as unknown as ErrorClass;
}
