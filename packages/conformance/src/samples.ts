import * as fc from "fast-check";
import * as z from "zod/mini";

/** What of JSON Schema the services' schemas use. */
interface JsonSchema {
  readonly type?: string | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
}

const words = fc.stringMatching(/^[a-z](?:[ a-z0-9]{0,20}[a-z0-9])?$/);

/** A value of a JSON Schema: text as words, since what becomes of control characters and markup is for the readers' own tests. */
function valueOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const least = schema.minimum ?? (schema.exclusiveMinimum ?? -1) + 1;
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(valueOf));
  switch (schema.type) {
    case "string":
      return schema.pattern === undefined ? words : fc.stringMatching(new RegExp(schema.pattern, "u"));
    case "integer":
      return fc.integer({ min: least, max: 1000 });
    case "number":
      // Quarters, so that seconds are whole milliseconds.
      return fc.integer({ min: least * 4, max: 1000 }).map((quarters) => quarters / 4);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(valueOf(schema.items ?? {}), { maxLength: Math.min(schema.maxItems ?? 5, 5) });
    case "object": {
      const { properties = {}, additionalProperties, required = [] } = schema;
      const known = fc.record(Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valueOf(one)])), {
        requiredKeys: [...required],
        noNullPrototype: true,
      });
      if (typeof additionalProperties !== "object" || Object.keys(properties).length > 0) return known;
      return fc.dictionary(words, valueOf(additionalProperties), { maxKeys: 4, noNullPrototype: true });
    }
    case undefined:
    default:
      // Any JSON, also behind a reference, which only the schema of any JSON has.
      return fc.oneof(
        words,
        fc.nat(1000),
        fc.boolean(),
        fc.array(words, { maxLength: 3 }),
        fc.dictionary(words, fc.nat(9), { maxKeys: 3, noNullPrototype: true }),
      );
  }
}

/** Values that a schema accepts; the same ones in every run. */
export function samplesOf(schema: z.ZodMiniType, count: number): readonly unknown[] {
  // Checks that JSON Schema has no word for are asked afterwards.
  const values = fc.sample(valueOf(z.toJSONSchema(schema, { unrepresentable: "any" }) as JsonSchema), { numRuns: count, seed: 20 });
  return values.filter((value) => z.safeParse(schema, value).success);
}
