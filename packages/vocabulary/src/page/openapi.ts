import { isObject } from "@scai-errors/core";
import type { Found, PageRow, Unread } from "./rows.js";
import { mentionsOfStrings } from "./strings.js";
import { CODE, NAME, failureStatusesIn } from "./words.js";

type Json = Readonly<Record<string, unknown>>;

/** The member of a body that holds the code, as schemas and examples name it. */
const CODE_MEMBER = /^(?:code|error_?code|error)$/i;
const CODE_SCHEMA = /codes?$/i;

/** Where a code stands in an OpenAPI document: beneath a response of a status, or in a schema that says nothing of one. */
interface Sighting {
  readonly code: string;
  readonly status: number | undefined;
  readonly meaning: string | undefined;
}

/** The codes of an OpenAPI document: enumerated in schemas, or shown in examples of responses. */
export function rowsOfOpenApi(document: Json): Found {
  const reader = new Reader(document);
  const sightings = [...reader.ofResponses(), ...reader.ofSchemas()];
  const rows: PageRow[] = [];
  const unread: Unread[] = [];
  for (const [code, all] of grouped(sightings)) {
    const statuses = new Set(all.flatMap(({ status }) => status ?? []));
    const meaning = all.find((one) => one.meaning !== undefined)?.meaning;
    const [status] = statuses;
    // An enumeration of all codes that every response refers to says nothing about the status of one.
    const isShared = statuses.size > 1 && reader.isShared(code);
    if (statuses.size > 1 && !isShared) {
      unread.push({ by: "code", text: code, heading: "responses", why: `its responses have the statuses ${[...statuses].join(", ")}` });
    } else {
      rows.push({
        by: "code",
        key: code,
        status: isShared ? reader.exampleStatus(code) : status,
        meaning,
        others: [],
        heading: "responses",
        isGone: false,
        isOpen: false,
      });
    }
  }
  return { rows, unread, mentions: mentionsOfStrings(document, "document", isAboutFailures, namesStatus), otherTables: 0 };
}

/** Whether all beneath a member is about failures: a response of one, or what is called so. */
function isAboutFailures(name: string, member: unknown): boolean {
  // The response to all else is called default, and so is the value of a field that is left out.
  if (name === "default") return isObject(member);
  return /^[45](?:\d\d|xx)$|error|fault|problem|failure|reason|codes?$/i.test(name);
}

function namesStatus(text: string): boolean {
  return failureStatusesIn(text.slice(0, 2000)).length > 0;
}

function grouped(sightings: readonly Sighting[]): ReadonlyMap<string, readonly Sighting[]> {
  const byCode = new Map<string, Sighting[]>();
  for (const one of sightings) {
    const all = byCode.get(one.code);
    if (all) all.push(one);
    else byCode.set(one.code, [one]);
  }
  return byCode;
}

const MOST_DEPTH = 40;

class Reader {
  readonly #document: Json;
  /** The codes of each schema that is referred to, so that one that all responses share is read once. */
  readonly #referred = new Map<string, readonly string[]>();
  /** Codes that a shared schema enumerates, and the statuses of their examples. */
  readonly #shared = new Set<string>();
  readonly #examples = new Map<string, Set<number>>();

  constructor(document: Json) {
    this.#document = document;
  }

  isShared(code: string): boolean {
    return this.#shared.has(code);
  }

  exampleStatus(code: string): number | undefined {
    const [status, ...others] = this.#examples.get(code) ?? [];
    return others.length > 0 ? undefined : status;
  }

  *ofResponses(): Generator<Sighting> {
    const { paths, webhooks, components } = this.#document;
    const shared = isObject(components) ? components.responses : undefined;
    const items = isObject(components) ? components.pathItems : undefined;
    for (const path of [paths, webhooks, items].flatMap(membersOf)) {
      for (const operation of membersOf(this.#resolved(path))) {
        if (!isObject(operation) || !isObject(operation.responses)) continue;
        for (const [name, response] of Object.entries(operation.responses)) {
          yield* this.#ofResponse(/^[1-5]\d\d$/.test(name) ? Number(name) : undefined, this.#resolved(response));
        }
      }
    }
    for (const response of membersOf(shared)) yield* this.#ofResponse(undefined, response);
  }

  *#ofResponse(status: number | undefined, response: unknown): Generator<Sighting> {
    if (!isObject(response)) return;
    const meaning = typeof response.description === "string" && response.description !== "" ? response.description : undefined;
    // OpenAPI 2 has the schema at the response itself.
    const contents = [response, ...membersOf(response.content)].filter(isObject);
    for (const { schema, example, examples } of contents) {
      const codes = this.#codesOfSchema(schema, 0);
      for (const code of codes) yield { code, status, meaning: codes.length === 1 ? meaning : undefined };
      const shown = [example, ...membersOf(examples).map((one) => (isObject(one) ? ((this.#resolved(one) as Json).value ?? one) : one))];
      for (const code of shown.flatMap((one) => codesOfExample(one, 0))) {
        if (status !== undefined) this.#examples.set(code, (this.#examples.get(code) ?? new Set()).add(status));
        yield { code, status, meaning: undefined };
      }
    }
  }

  /** The enumerations in the components, which say nothing about statuses. */
  *ofSchemas(): Generator<Sighting> {
    const { components, definitions } = this.#document;
    const schemas = isObject(components) ? components.schemas : definitions;
    if (!isObject(schemas)) return;
    for (const [name, schema] of Object.entries(schemas)) {
      const codes = CODE_SCHEMA.test(name) ? enumOf(schema) : this.#codesOfSchema(schema, 0);
      for (const code of codes) yield { code, status: undefined, meaning: undefined };
    }
  }

  /** The codes that a schema allows in the member that holds them. */
  #codesOfSchema(schema: unknown, depth: number): readonly string[] {
    if (!isObject(schema) || depth > MOST_DEPTH) return [];
    if (typeof schema.$ref === "string") return this.#codesOfReference(schema.$ref, schema, depth);
    const codes: string[] = [];
    if (isObject(schema.properties)) {
      for (const [name, property] of Object.entries(schema.properties)) {
        const own = CODE_MEMBER.test(name) ? this.#enumOf(property) : [];
        codes.push(...(own.length > 0 ? own : this.#codesOfSchema(property, depth + 1)));
      }
    }
    for (const part of [schema.items, ...membersOf(schema.allOf), ...membersOf(schema.oneOf), ...membersOf(schema.anyOf)]) {
      codes.push(...this.#codesOfSchema(part, depth + 1));
    }
    return [...new Set(codes)];
  }

  #codesOfReference(reference: string, schema: Json, depth: number): readonly string[] {
    const known = this.#referred.get(reference);
    if (known) {
      for (const code of known) this.#shared.add(code);
      return known;
    }
    // A schema that refers to itself adds nothing.
    this.#referred.set(reference, []);
    const codes = this.#codesOfSchema(this.#resolved(schema), depth + 1);
    this.#referred.set(reference, codes);
    return codes;
  }

  /** The values of an enumeration, also of one that is referred to, which is shared then. */
  #enumOf(property: unknown): readonly string[] {
    const codes = enumOf(this.#resolved(property));
    if (isObject(property) && typeof property.$ref === "string") for (const code of codes) this.#shared.add(code);
    return codes;
  }

  /** What a reference within the document leads to; anything else as it is. */
  #resolved(value: unknown): unknown {
    let found = value;
    for (let steps = 0; steps < MOST_DEPTH && isObject(found) && typeof found.$ref === "string"; steps += 1) {
      const path = found.$ref.startsWith("#/") ? found.$ref.slice(2).split("/") : undefined;
      if (!path) return undefined;
      let at: unknown = this.#document;
      for (const part of path) {
        const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
        at = isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
      }
      found = at;
    }
    return found;
  }
}

function membersOf(value: unknown): readonly unknown[] {
  return isObject(value) || Array.isArray(value) ? Object.values(value) : [];
}

function enumOf(schema: unknown): readonly string[] {
  if (!isObject(schema)) return [];
  const values: readonly unknown[] = Array.isArray(schema.enum) ? schema.enum : [schema.const];
  return values.filter((one): one is string => typeof one === "string" && NAME.test(one));
}

/** The codes in an example of a body: the members that hold one, three levels deep at most. */
function codesOfExample(value: unknown, depth: number): readonly string[] {
  if (!isObject(value) || depth > 3) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    if (typeof member !== "string") return codesOfExample(member, depth + 1);
    return CODE_MEMBER.test(name) && (CODE.test(member) || /code/i.test(name)) && NAME.test(member) ? [member] : [];
  });
}
