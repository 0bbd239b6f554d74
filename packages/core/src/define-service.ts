import { readBodyText } from "./body-text.js";
import { type CodeEntry, type CodesOf, type DetailsReader, type Rows, entryOf } from "./codes.js";
import type { JsonOf } from "./error.js";
import { errorClassOf } from "./error-class.js";
import { errorFieldsOf } from "./error-fields.js";
import type { JsonValue } from "./json.js";
import { lazily } from "./lazily.js";
import type { Parts } from "./parts.js";
import { answerReader } from "./read-answer.js";
import { hasItsDetails, readJson } from "./read-json.js";
import type { CreateError, ErrorsOf, NotInferred, Service, ServiceDefinition } from "./service.js";
import { assertAnswer, assertResponse } from "./wrong-use.js";

/** The details of a code without a reader. Lists of problems are in `issues`, without the input that FastAPI echoes in them. */
function usualDetails(received: unknown, { issues }: Parts): unknown {
  return Array.isArray(received) && issues ? undefined : received;
}

/** The message for a response whose body somebody else has read. Without it, people would look for the fault in the service. */
function withReadBefore(parts: Parts): Parts {
  return { ...parts, message: `The body of this response was read before; only its status and headers are known (HTTP ${parts.status})` };
}

/** Makes a service from its rows and the description of its wire format. */
export function defineService<const Name extends string, const R extends Rows, Usual = JsonValue | undefined, Readers = unknown>(
  definition: ServiceDefinition<Name, R, Usual, Readers>,
): Service<Name, ErrorsOf<Name, R, NotInferred<Usual>>, CodesOf<R>> & NotInferred<Readers> {
  type E = ErrorsOf<Name, R, NotInferred<Usual>>;
  const { name, rows, wire, findCode } = definition;
  const details: DetailsReader = definition.details ?? usualDetails;
  const entries = lazily(() => new Map<unknown, CodeEntry>(Object.entries(rows).map(([code, row]) => [code, entryOf(row)])));
  // Each entry is made from the row of its code; fromEntries loses that.
  const codes = lazily(() => Object.freeze(Object.fromEntries(entries())) as CodesOf<R>);
  const errorClass = lazily(() => errorClassOf(name, reader));
  const readAnswer = answerReader(wire);
  const fieldsOf = errorFieldsOf({ name, rows, entries, findCode, details });

  // The fields are this service's types: what ErrorsOf describes, which no compiler can follow.
  const create = (parts: Parts): E => new (errorClass())(fieldsOf(parts), parts.text) as unknown as E;
  const createIfAny: CreateError<E> = (parts) => (parts === undefined ? undefined : create(parts)) as E;

  const reader: Service<Name, E, CodesOf<R>> = {
    name,
    get codes() {
      return codes();
    },
    wire,
    decode: (answer) => {
      assertAnswer(name, answer);
      const parts = readAnswer(answer, answer.body);
      // Not by `create`: every function between the caller and the error makes capturing the stack slower, here by 4 to 6 % of everything.
      return new (errorClass())(fieldsOf(parts), parts.text) as unknown as E;
    },
    describe: (answer) => {
      assertAnswer(name, answer);
      // Of this service's types, as above.
      return fieldsOf(readAnswer(answer, answer.body)) as unknown as JsonOf<E>;
    },
    fromResponse: async (response, options) => {
      assertResponse(name, response, options);
      const text = await readBodyText(response, options);
      const parts = readAnswer(response, text ?? "");
      return create(text === undefined ? withReadBefore(parts) : parts);
    },
    fromJSON: (value) => {
      const written = readJson(name, value, (code) => entries().has(code));
      return written && hasItsDetails(written, fieldsOf(written.parts)) ? create(written.parts) : undefined;
    },
    is: (value): value is E => errorClass().is(value),
  };
  // Not spread: that would ask for the codes.
  return Object.assign(reader, definition.readers?.(createIfAny) as NotInferred<Readers>);
}
