/** Any JSON value: the schema that says nothing, `{}`. */
interface AnyValue {
  readonly $comment?: string;
}

/** The part of JSON Schema that describes the types of details. `{}` is any JSON value, `{ not: {} }` is no value: details that may be absent. */
export type DetailsSchema =
  | AnyValue
  | { readonly not: AnyValue }
  | { readonly const: string | number | boolean }
  | { readonly type: "string" | "number" | "boolean" | "null" }
  | { readonly type: "array"; readonly items: DetailsSchema }
  | {
      readonly type: "object";
      readonly properties: Readonly<Record<string, DetailsSchema>>;
      readonly required: readonly string[];
      readonly additionalProperties?: DetailsSchema;
    }
  | { readonly anyOf: readonly DetailsSchema[] };

const isAny = (schema: DetailsSchema): boolean => Object.keys(schema).length === 0;

/** Whether every value of one type is a value of the other, so that a program written for the other goes on working. */
export function isAssignable(one: DetailsSchema, other: DetailsSchema): boolean {
  if (isAny(other)) return true;
  if ("anyOf" in one) return one.anyOf.every((member) => isAssignable(member, other));
  if ("anyOf" in other) return other.anyOf.some((member) => isAssignable(one, member));
  if (isAny(one)) return false;
  if ("not" in one || "not" in other) return "not" in one && "not" in other;
  if ("const" in one) return "const" in other ? one.const === other.const : "type" in other && typeof one.const === other.type;
  if (!("type" in one) || !("type" in other) || one.type !== other.type) return false;
  if (one.type === "array") return other.type === "array" && isAssignable(one.items, other.items);
  if (one.type !== "object" || other.type !== "object") return true;
  return (
    Object.entries(other.properties).every(([name, wanted]) => {
      const given = one.properties[name];
      // A member that the newer type does not have reads as undefined, which only an optional one allows.
      if (!given) return !other.required.includes(name);
      return isAssignable(given, wanted) && (one.required.includes(name) || !other.required.includes(name));
    }) &&
    (!other.additionalProperties || isAssignable(one.additionalProperties ?? {}, other.additionalProperties))
  );
}

/** A type as a consumer would write it down: the same for the same schema, so that texts can be compared. */
export function typeText(schema: DetailsSchema): string {
  if ("anyOf" in schema) return schema.anyOf.map(typeText).join(" | ");
  if ("not" in schema) return "undefined";
  if ("const" in schema) return JSON.stringify(schema.const);
  if (!("type" in schema)) return "unknown";
  if (schema.type === "array") return `readonly (${typeText(schema.items)})[]`;
  if (schema.type !== "object") return schema.type;
  const { properties, required, additionalProperties } = schema;
  const members = Object.entries(properties).map(([name, member]) => {
    const isThere = required.includes(name);
    return `readonly ${JSON.stringify(name)}${isThere ? "" : "?"}: ${typeText(member)}${isThere ? "" : " | undefined"}`;
  });
  if (additionalProperties) members.push(`readonly [name: string]: ${typeText(additionalProperties)}`);
  return `{ ${members.join("; ")} }`;
}
