import { type Draft, capitalized, readerOf } from "./draft.js";

/** The codes of the page as data, so that a row that is changed by mistake fails. */
export function pageFixture({ rows }: Draft): string {
  return `${JSON.stringify(
    rows.map(({ code, status, close, message }) => ({ code, status, close, message })),
    undefined,
    2,
  )}\n`;
}

export function vocabularyTest({ name, title }: Draft): string {
  return `import { readFileSync } from "node:fs";
import type { CodeEntry } from "@scai-errors/core";
import { expect, it } from "vitest";
import { docs } from "../src/docs.js";
import { ${name} } from "../src/index.js";

interface PageCode {
  readonly code: string;
  readonly status?: number;
  readonly close?: number;
  readonly message?: string;
}

/** The codes of ${title}'s page, as the first release has them. What came later is on later pages. */
const page = JSON.parse(readFileSync(new URL("fixtures/page.json", import.meta.url), "utf8")) as readonly PageCode[];
const codes = Object.entries<CodeEntry>(${name}.codes);
const first = Object.entries(docs).filter(([, { since }]) => since === "1.0.0");

it("has every code of the page, with what the page says of it", () => {
  expect(page.length).toBeGreaterThan(0);
  expect(first.map(([code]) => code)).toEqual(expect.arrayContaining(page.map(({ code }) => code)));
  for (const { code, ...said } of page) expect(Object.fromEntries(codes)[code]).toMatchObject(said);
});

it("leaves no code without a kind", () => {
  expect(codes.filter(([, { kind }]) => kind === "unknown")).toEqual([]);
});

it("says something of its own about every code", () => {
  const meanings = Object.values(docs).map(({ meaning }) => meaning);
  expect(meanings.filter((meaning) => !/^\\p{Lu}.*[^.\\s]\\.$/u.test(meaning))).toEqual([]);
  expect(new Set(meanings).size).toBe(meanings.length);
});

it("reads as follows", async () => {
  const table = codes.map(([code, { status, close, kind, retry, source }]) => [code, status ?? "-", close ?? "-", kind, retry, source].join("\\t"));
  await expect(\`\${table.join("\\n")}\\n\`).toMatchFileSnapshot("golden/codes.txt");
});
`;
}

/** The wire is tested with what the package says of it: whatever was decided must read what it writes. */
export function answersTest({ name, typeName, like }: Draft): string {
  const unknown =
    like === "scaigrid"
      ? `
it("keeps a code of tomorrow, and everything beside it", () => {
  const { body } = written("CODE_OF_TOMORROW", "No");
  const error = ${name}.decode({ status: 409, body });
  expect(error).toMatchObject({ code: "UNRECOGNIZED", receivedCode: "CODE_OF_TOMORROW", status: 409, message: "No", kind: "aborted" });
});
`
      : "";
  return `import { type CodeEntry, UNRECOGNIZED, statusOfKind, writeBody } from "@scai-errors/core";
import { expect, it } from "vitest";
import { ${typeName}Error, ${name} } from "../src/index.js";
import { envelope } from "../src/schema.js";

function written(code: string, message: string) {
  return writeBody(${name}.wire, { code, message, details: undefined, issues: [], requestId: undefined, retryAfter: undefined });
}

/** The answers with which the service reports its codes; some codes are no answers, but closes. */
const answers = Object.entries<CodeEntry>(${name}.codes)
  .filter(([, { close }]) => close === undefined)
  .map(([code, { status, kind, message = "It failed" }]) => ({
    code,
    status: status ?? statusOfKind[kind],
    message: message.replaceAll(/<(\\w+)>/g, "example-$1"),
  }));

it.each(answers)("reads $code out of the service's own answer", ({ code, status, message }) => {
  const { body, headers } = written(code, message);
  const error = ${name}.decode({ status, headers, body });
  expect(error).toMatchObject({ code, status, message, id: \`${name}/\${code}\` });
  expect(error).toBeInstanceOf(${typeName}Error);
  expect(${name}.fromJSON(JSON.parse(JSON.stringify(error)))?.toJSON()).toEqual(error.toJSON());
});

it.each(answers)("$code: the documented envelope allows what is written", ({ code, message }) => {
  expect(envelope().safeParse(JSON.parse(written(code, message).body)).success).toBe(true);
});
${unknown}
it.each(["", "<html><body>Bad gateway</body></html>", "null", "[]", '{"detail":[{"loc":["body","a"],"msg":"missing","type":"missing"}]}'])(
  "reads %j with the status kept",
  (body) => {
    expect(${name}.decode({ status: 418, body })).toMatchObject({ status: 418, code: UNRECOGNIZED });
  },
);
`;
}

export function detailsTest({ rows }: Draft): string | undefined {
  const withFields = rows.filter(({ fields }) => fields.length > 0);
  if (withFields.length === 0) return undefined;
  const fields = [...new Set(withFields.flatMap((row) => row.fields))];
  return `import fc from "fast-check";
import { expect, it } from "vitest";
import { rows } from "../src/codes.js";
import { details } from "../src/schema.js";

const value = fc.oneof(fc.stringMatching(/^\\w{1,20}$/), fc.nat(), fc.boolean(), fc.jsonValue());
const values = fc.oneof(
  fc.record({ ${fields.map((field) => `${field}: value`).join(", ")} }, { requiredKeys: [] }),
  fc.jsonValue(),
);

it("schemas are those of the codes with typed details", () => {
  expect(Object.keys(details)).toEqual(Object.entries(rows).flatMap(([code, row]) => ("details" in row ? code : [])));
});

it.each(Object.entries(rows).flatMap(([code, row]) => ("details" in row ? [[code, row.details] as const] : [])))(
  "%s: the reader takes anything, and takes back what it gave",
  (_, read) => {
    fc.assert(
      fc.property(values, (received) => {
        const given = read(received);
        expect(read(given)).toEqual(given);
      }),
    );
  },
);

it.each(Object.entries(details))("%s: the schema accepts nothing that is read otherwise", (code, schema) => {
  fc.assert(
    fc.property(values, (received) => {
      const { success, data } = schema().safeParse(received);
      if (success) expect(rows[code as keyof typeof details].details(received)).toEqual(data);
    }),
  );
});
`;
}

export function readmeTest({ name }: Draft): string {
  return `import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ${name} } from "../src/index.js";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

it("begins with an example that throws a typed error", async () => {
  const [, example = ""] = /\`\`\`ts\\n(.*?)\`\`\`/s.exec(readme) ?? [];
  const IMPORT = 'import { ${name} } from "@scai-errors/${name}";\\n';
  expect(example).toContain(IMPORT);
  const fetch = () => Promise.resolve(new Response("", { status: 503 }));
  // An async function has top-level await, as the modules that the example is for.
  const AsyncFunction = (async () => {}).constructor as new (...source: string[]) => (...values: unknown[]) => Promise<void>;
  const run = new AsyncFunction("${name}", "fetch", "url", "init", example.replace(IMPORT, ""));
  await expect(run(${name}, fetch, "http://localhost/", {})).rejects.toMatchObject({ service: "${name}", status: 503 });
});

it("lists every code", () => {
  expect(Object.keys(${name}.codes).filter((code) => !readme.includes(\`\\\`\${code}\\\`\`))).toEqual([]);
});
`;
}

export function typesTest({ name, typeName, rows }: Draft): string {
  const [first] = rows;
  const withFields = rows.find(({ fields }) => fields.length > 0);
  const narrows = withFields
    ? `
test("a code narrows its details", () => {
  expectTypeOf<${typeName}Details<"${withFields.code}">>().toEqualTypeOf<${capitalized(readerOf(withFields.code))}>();
});
`
    : "";
  const typeImports = [
    withFields ? `type ${capitalized(readerOf(withFields.code))}` : [],
    `type ${typeName}Code`,
    withFields ? `type ${typeName}Details` : [],
  ].flat();
  return `import type { DocsOf } from "@scai-errors/core";
import { expectTypeOf, test } from "vitest";
import type { rows } from "../src/codes.js";
import { docs } from "../src/docs.js";
import { ${typeImports.join(", ")}, ${typeName}Error, assertNever, ${name} } from "../src/index.js";

declare const error: ${typeName}Error;
${narrows}
test("typing errors do not compile", () => {
  expectTypeOf<${JSON.stringify(first?.code ?? "EXAMPLE_CODE")}>().toExtend<${typeName}Code>();
  // @ts-expect-error -- no service has such a code
  if (error.code === "NO_SUCH_CODE") throw error;
  // @ts-expect-error -- none of the codes is handled
  assertNever(error);
});

test("the brand narrows", () => {
  expectTypeOf((value: unknown) => (value instanceof ${typeName}Error ? value : undefined)).returns.toEqualTypeOf<${typeName}Error | undefined>();
  expectTypeOf((value: unknown) => (${name}.is(value) ? value : undefined)).returns.toEqualTypeOf<${typeName}Error | undefined>();
});

test("docs are for the rows, all of them and nothing else", () => {
  expectTypeOf(docs).toExtend<DocsOf<typeof rows>>();
});
`;
}
