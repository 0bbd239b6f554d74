import { type Draft, type DraftRow, capitalized, readerOf } from "./draft.js";

// In what follows DECIDE stands wherever the page does not tell. It is the name of nothing, so that nothing compiles while one is left.

/** A text within a comment of a line. */
function inComment(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** The statuses whose usual policy repeats the request, which is the decision that costs most where it is wrong. */
const REPEATED = new Set([429, 500, 502, 503, 504]);

function rowOf({ code, status, close, message, says, fields }: DraftRow): string {
  const isOpen = status === undefined;
  const isRepeated = status !== undefined && REPEATED.has(status);
  const members = [
    message === undefined ? [] : `message: ${JSON.stringify(message)}`,
    close === undefined ? [] : `close: ${close}`,
    status === undefined ? [] : `status: ${status}`,
    isOpen ? "kind: DECIDE" : [],
    isRepeated ? "retry: DECIDE" : [],
    fields.length === 0 ? [] : `details: ${readerOf(code)}`,
  ].flat();
  const hint = [
    isOpen ? ["  // DECIDE kind: the page gives no status."] : [],
    isRepeated
      ? [`  // DECIDE retry: never, once, backoff or after_change; leave it out where ${status} is to be tried again as usual.`]
      : [],
  ].flat();
  const page = says === undefined ? [] : [`  // The page: ${inComment(says)}`];
  return [...page, ...hint, `  ${code}: { ${members.join(", ")} },`].join("\n");
}

const NO_ROW = `  // DECIDE: one row for each code. The kind follows from the status, and the policy from the kind.
  EXAMPLE_CODE: { status: DECIDE },`;

export function codesSource({ title, rows }: Draft): string {
  const readers = rows.filter(({ fields }) => fields.length > 0).map(({ code }) => readerOf(code));
  const imports = readers.length === 0 ? "" : `import { ${readers.join(", ")} } from "./details.js";\n`;
  const groups = [...new Set(rows.map(({ group }) => group))];
  const lines = groups.map((group) => [`  // ${inComment(group)}`, ...rows.filter((row) => row.group === group).map(rowOf)].join("\n"));
  return `import type { CodeRow } from "@scai-errors/core";
${imports}
/** ${title}'s vocabulary. \`retry\` stands where the pages say something about retrying the code; elsewhere the policy follows from its kind. */
export const rows = {
${lines.length === 0 ? NO_ROW : lines.join("\n\n")}
} as const satisfies Readonly<Record<string, CodeRow>>;
`;
}

export function detailsSource({ title, rows }: Draft): string {
  const withFields = rows.filter(({ fields }) => fields.length > 0);
  if (withFields.length === 0)
    return `// No code of ${title} has details of its own. A reader of them goes here: it is handed anything, and gives back unchanged what it gave.\n`;
  const each = withFields.map(({ code, fields }) => {
    const type = capitalized(readerOf(code));
    return `/** What ${title} says about \`${code}\`. */
export interface ${type} {
  // DECIDE the type of each, with undefined where it may be missing: string | undefined.
${fields.map((field) => `  readonly ${field}: DECIDE;`).join("\n")}
}

/** Reads anything; what it gave it takes back unchanged. */
export function ${readerOf(code)}(received: unknown): ${type} {
  const details = Object(received) as Readonly<Record<keyof ${type}, unknown>>;
  // DECIDE the reader of each, such as cleanLine for a text and numberOf for a number, both of @scai-errors/core.
  return { ${fields.map((field) => `${field}: DECIDE(details.${field})`).join(", ")} };
}
`;
  });
  return each.join("\n");
}

export function docsSource({ title, name, rows }: Draft): string {
  const docs = rows.length === 0 ? [{ code: "EXAMPLE_CODE", group: "Errors", says: undefined }] : rows;
  const groups = [...new Set(docs.map(({ group }) => group))];
  const nameOf = (group: string): string => `group${groups.indexOf(group) + 1}`;
  const text = ({ code, group, says }: { readonly code: string; readonly group: string; readonly says: string | undefined }): string => `${
    says === undefined ? "" : `  // The page: ${inComment(says)}\n`
  }  ${code}: ${nameOf(group)}({
    meaning: DECIDE,
    cause: DECIDE,
    fix: DECIDE,
    origin: DECIDE,
  }),`;
  return `import type { CodeDocs, CodeText, DocsOf } from "@scai-errors/core";
import type { rows } from "./codes.js";

export { helpUrl } from "@scai-errors/core";

// DECIDE: the documentation page that the codes come from, from the root of the documentation: "${name}/reference/error-codes".
const PAGE = DECIDE;

/** The docs of a code under one heading of the page. */
function heading(group: string): (text: CodeText) => CodeDocs {
  return (text) => ({ ...text, group, since: "1.0.0", page: PAGE });
}

${groups.map((group) => `const ${nameOf(group)} = heading(${JSON.stringify(group)});`).join("\n")}

/**
 * What people read about ${title}'s codes, in own words, one or two sentences each: what failed (\`meaning\`), how it comes to that (\`cause\`), what the
 * reader does about it (\`fix\`: which header, field, setting or role), and on whose side it arises (\`origin\`: caller, service or upstream).
 */
export const docs = {
${docs.map(text).join("\n")}
} satisfies DocsOf<typeof rows>;
`;
}

export function schemaSource({ title, like, rows }: Draft): string {
  const withFields = rows.filter(({ fields }) => fields.length > 0);
  const details = withFields.map(
    ({ code, fields }) => `  ${code}: /* @__PURE__ */ once(() => z.object({ ${fields.map((field) => `${field}: DECIDE`).join(", ")} })),`,
  );
  const own = like === "scaigrid" ? "" : "export const envelope = detailEnvelope;\n";
  const decide = `// DECIDE: errorEnvelope(…) or detailEnvelope() of @scai-errors/core/schema, or a z.object of its own.
export const envelope = /* @__PURE__ */ once(() => DECIDE);
`;
  const imports = [own === "" ? [] : "detailEnvelope", own !== "" && details.length === 0 ? [] : "once"].flat();
  const schemas =
    details.length === 0
      ? ""
      : `
/** The details of the codes that have some of their own. DECIDE each member: z.string(), z.number(), z.optional(…). */
export const details = {
${details.join("\n")}
};
`;
  return `import { ${imports.join(", ")} } from "@scai-errors/core/schema";
${details.length > 0 ? 'import * as z from "zod/mini";\n' : ""}
/** ${title}'s documented answer. */
${own === "" ? decide : own}${schemas}`;
}

const FINDERS = {
  scaigrid: { imports: ["byWireCode"], find: "byWireCode" },
  scaidrive: { imports: ["byStatus"], find: "byStatus" },
  dns: {
    imports: ["byMessage", "byStatus"],
    find: `(own) => {
    const inMessage = byMessage(own);
    const ofStatus = byStatus(own);
    return (parts) => inMessage(parts) ?? ofStatus(parts);
  }`,
  },
} as const;

const WIRES = {
  scaigrid: `{
    // DECIDE where its bodies say what failed: errorFirst for {"error": {code, message, …}}, detailFirst for FastAPI's {"detail": …}, or a function of the body
    // that gives the layers of another envelope; then \`write\` writes that envelope.
    layers: DECIDE,
    sendsCodes: true,
    // Where it sends them: requestId ("meta" or "error") and rateLimit (what the names of its headers begin with).
  }`,
  scaidrive: `{ layers: detailFirst, sendsCodes: false }`,
  dns: `{ layers: detailFirst, sendsCodes: false }`,
} as const;

/** @param reExports what every service package hands on from core, in the words of the existing ones. */
export function indexSource({ name, title, typeName, like, rows }: Draft, reExports: string): string {
  const { imports, find } = FINDERS[like];
  const hasCloses = rows.some(({ close }) => close !== undefined);
  const values = [
    "brand",
    ...imports,
    "defineService",
    ...(like === "scaigrid" ? [] : ["detailFirst"]),
    ...(hasCloses ? ["partsOfClose"] : []),
  ];
  const types = [...(hasCloses ? ["CloseFrame"] : []), "CodesOf", "DetailsOf", "ErrorBrand", "ErrorsOf", "Service"].map(
    (type) => `type ${type}`,
  );
  const details = rows.filter(({ fields }) => fields.length > 0).map(({ code }) => capitalized(readerOf(code)));
  const service = `Service<"${name}", ${typeName}Error, ${typeName}Codes>`;
  const type = hasCloses
    ? `
/** ${title}, with the reader of its WebSocket closes. */
export interface ${typeName} extends ${service} {
  fromClose(close: CloseFrame): ${typeName}Error | undefined;
}
`
    : "";
  const readers = hasCloses
    ? `\n  readers: (create) => ({\n    fromClose: (close: CloseFrame) => create(partsOfClose(rows, close)),\n  }),`
    : "";
  return `import { ${[...types, ...values].join(", ")} } from "@scai-errors/core";
import { rows } from "./codes.js";

${reExports}
${details.length > 0 ? `export type { ${details.join(", ")} } from "./details.js";\n` : ""}
/** An error from ${title}, discriminated by \`code\`. */
export type ${typeName}Error = ErrorsOf<"${name}", typeof rows>;
/** Every code of this version; \`UNRECOGNIZED\`, which stands for all others, is not one of them. */
export type ${typeName}Code = keyof typeof rows;
/** Every code of this version, with its status, kind and retry policy. */
export type ${typeName}Codes = CodesOf<typeof rows>;
/** The type of a code's details. */
export type ${typeName}Details<Code extends ${typeName}Code> = DetailsOf<(typeof rows)[Code]>;
${type}
/** Parses ${title}'s failed responses into typed errors. */
export const ${name}: ${hasCloses ? typeName : service} = /* @__PURE__ */ defineService({
  name: "${name}",
  rows,
  findCode: ${find},
  wire: ${WIRES[like]},${readers}
});

/** For \`instanceof\`; true for this service's errors from any copy or build of the package. */
export const ${typeName}Error: ErrorBrand<${typeName}Error> = /* @__PURE__ */ brand(${name});
`;
}
