import { errorNameOf } from "@scai-errors/core";
import { typeText } from "./details-schema.js";
import type { VocabularyRecord } from "./record.js";

/**
 * Programs as the consumers of a release have written them, by file name. `closed.ts` names every code, in a switch and in a handler map: a new
 * code is a compile error, on purpose. `open.ts` names codes too, but provides for others: it must compile until the next major version.
 */
export function consumerFixtures({ service, codes }: VocabularyRecord): Readonly<Record<"closed.ts" | "open.ts", string>> {
  const type = errorNameOf(service);
  const names = [...Object.keys(codes), "UNRECOGNIZED"];
  const closed = `// Written by npm run codes:record: a consumer of the last release that handles every code and wants to be told of new ones.
import { type ${type}, assertNever, match } from "@scai-errors/${service}";

export function bySwitch(error: ${type}): string {
  switch (error.code) {
${names.map((code) => `    case ${JSON.stringify(code)}:`).join("\n")}
      return error.message;
    default:
      return assertNever(error);
  }
}

export function byHandlers(error: ${type}): string {
  return match(error, "code", {
${names.map((code) => `    ${JSON.stringify(code)}: ({ id }) => id,`).join("\n")}
  });
}
`;
  const uses = Object.entries(codes).map(
    ([code, { kind, details }]) => `    case ${JSON.stringify(code)}: {
      const kind: ${JSON.stringify(kind)} = error.kind;
      const details: ${typeText(details)} = error.details;
      return [kind, details, ${service}.codes[error.code].retry];
    }`,
  );
  const open = `// Written by npm run codes:record: a consumer of the last release that uses what it knows of every code and provides for others.
import { type ${type}, ${service}, match } from "@scai-errors/${service}";

export function byGuard(error: unknown): unknown {
  if (!${service}.is(error)) return undefined;
  switch (error.code) {
${uses.join("\n")}
    default:
      return error.receivedCode;
  }
}

export function byHandlers(error: ${type}): string {
  return match(error, "code", {
${Object.keys(codes)
  .map((code) => `    ${JSON.stringify(code)}: ({ id }) => id,`)
  .join("\n")}
    otherwise: ({ message }) => message,
  });
}
`;
  return { "closed.ts": closed, "open.ts": open };
}
