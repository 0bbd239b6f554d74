import { resolve } from "node:path";
import ts from "typescript";
import type { DetailsSchema } from "./details-schema.js";
import type { ServicePackage } from "./workspace.js";

/** The schema of each code's details, by service and code. */
export type DetailsTypes = ReadonlyMap<string, ReadonlyMap<string, DetailsSchema>>;

/**
 * The types of the details as a consumer's compiler sees them, read from the sources. Details are the one part of a vocabulary
 * that decoding cannot show: an answer shows a value, and what breaks a consumer is the type.
 */
export function readDetailsTypes(root: string, services: readonly ServicePackage[]): DetailsTypes {
  const probe = resolve(root, "packages/vocabulary/src/__details.ts");
  const source = services
    .map(({ name }) => `import { ${name} } from "@scai-errors/${name}";\nexport type of_${name} = ReturnType<typeof ${name}.decode>;`)
    .join("\n");
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
    lib: ["lib.es2022.d.ts"],
    paths: { "@scai-errors/*": [resolve(root, "packages/*/src/index.ts")] },
  };
  const host = ts.createCompilerHost(options);
  const virtual = ts.createSourceFile(probe, source, ts.ScriptTarget.ES2022);
  const program = ts.createProgram([probe], options, {
    ...host,
    fileExists: (file) => file === probe || host.fileExists(file),
    getSourceFile: (file, ...others) => (file === probe ? virtual : host.getSourceFile(file, ...others)),
  });
  const checker = program.getTypeChecker();
  const types = new Map<string, ReadonlyMap<string, DetailsSchema>>();
  for (const statement of program.getSourceFile(probe)?.statements ?? []) {
    if (!ts.isTypeAliasDeclaration(statement)) continue;
    types.set(statement.name.text.slice("of_".length), detailsByCode(checker, checker.getTypeAtLocation(statement.name)));
  }
  return types;
}

function detailsByCode(checker: ts.TypeChecker, errors: ts.Type): ReadonlyMap<string, DetailsSchema> {
  const byCode = new Map<string, DetailsSchema>();
  for (const error of errors.isUnion() ? errors.types : [errors]) {
    const code = error.getProperty("code");
    const details = error.getProperty("details");
    if (!code || !details) continue;
    const literal = checker.getTypeOfSymbol(code);
    if (literal.isStringLiteral()) byCode.set(literal.value, schemaOf(checker, checker.getTypeOfSymbol(details)));
  }
  return byCode;
}

/** What a type allows, in JSON Schema. `unknown`, `JsonValue` and whatever has no place in JSON become "any value". */
function schemaOf(checker: ts.TypeChecker, type: ts.Type): DetailsSchema {
  if (type.aliasSymbol?.name === "JsonValue") return {};
  if (type.isUnion()) return unionOf(checker, type);
  if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
  if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === "true" };
  if (type.flags & ts.TypeFlags.String) return { type: "string" };
  if (type.flags & ts.TypeFlags.Number) return { type: "number" };
  if (type.flags & ts.TypeFlags.Null) return { type: "null" };
  if (type.flags & ts.TypeFlags.Undefined) return { not: {} };
  if (checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(type as ts.TypeReference); // What isArrayType has just found out.
    return { type: "array", items: item ? schemaOf(checker, item) : {} };
  }
  if (type.flags & ts.TypeFlags.Object) return objectOf(checker, type);
  return {};
}

function unionOf(checker: ts.TypeChecker, type: ts.UnionType): DetailsSchema {
  const members = type.types;
  // The compiler takes an alias apart where `| undefined` is added to it, and leaves its name in the origin only.
  const isJson = checker.typeToString(type).includes("JsonValue");
  if (isJson) return {};
  const booleans = members.filter((member) => member.flags & ts.TypeFlags.BooleanLiteral);
  const schemas = members.filter((member) => booleans.length < 2 || !booleans.includes(member)).map((member) => schemaOf(checker, member));
  if (booleans.length === 2) schemas.push({ type: "boolean" });
  // The compiler's order depends on what it met first; the record must not.
  const sorted = schemas.map((schema) => JSON.stringify(schema)).sort();
  const [first] = schemas;
  return sorted.length === 1 && first ? first : { anyOf: sorted.map((text) => JSON.parse(text) as DetailsSchema) };
}

function objectOf(checker: ts.TypeChecker, type: ts.Type): DetailsSchema {
  const properties: Record<string, DetailsSchema> = {};
  const required: string[] = [];
  for (const property of type.getProperties()) {
    const schema = schemaOf(checker, checker.getTypeOfSymbol(property));
    const members = "anyOf" in schema ? schema.anyOf : [schema];
    const present = members.filter((member) => !("not" in member));
    const [first] = present;
    properties[property.name] = present.length === 1 && first ? first : { anyOf: present };
    if (present.length === members.length && !(property.flags & ts.SymbolFlags.Optional)) required.push(property.name);
  }
  const others = type.getStringIndexType();
  return { type: "object", properties, required, ...(others && { additionalProperties: schemaOf(checker, others) }) };
}
