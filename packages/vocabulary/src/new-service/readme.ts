import type { Draft } from "./draft.js";

// Between them `npm run golden` writes the codes as tables.
const BEGIN = "<!-- codes: npm run readme:codes -->";
const END = "<!-- end of codes -->";

export function readme({ name, title, typeName, rows }: Draft): string {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const codes = groups.map((group) => `- **${group}**: ${rows.flatMap((row) => (row.group === group ? `\`${row.code}\`` : [])).join(" ")}`);
  return `# @scai-errors/${name}

Typed errors for ${title}. Parse any failed response into one typed error. It tells you what failed, whether and when to retry, which field was
wrong, and which request id to quote to support.

\`\`\`sh
npm install @scai-errors/${name}
\`\`\`

\`\`\`ts
import { ${name} } from "@scai-errors/${name}";

const response = await fetch(url, init);
if (!response.ok) throw await ${name}.fromResponse(response);
\`\`\`

Keep the \`await\`: \`fromResponse\` reads the body, so it returns a promise. It never throws on bad input: a proxy's HTML page, an empty body or
a truncated document becomes a \`${typeName}Error\` too, with the status kept. Only wrong use throws: a \`TypeError\` that names the right call.

**Requirements.** Node 20 or newer, Bun, Deno, Workers, React Native, or a browser
([the oldest ones](../../README.md)). TypeScript 5.4 or newer. ESM and CommonJS. The only dependency is
\`@scai-errors/core\`.

## Entry points

| import | what |
| --- | --- |
| \`@scai-errors/${name}\` | \`${name}\` with \`codes\`, \`decode\`, \`describe\`, \`fromResponse\`, \`fromJSON\` and \`is\`; \`${typeName}Error\` as a type and for \`instanceof\`; the types \`${typeName}Code\` and \`${typeName}Details<Code>\`; \`match\`, \`assertNever\`, \`UNRECOGNIZED\` |
| \`@scai-errors/${name}/docs\` | \`docs\`: meaning, cause, fix and origin of each code; \`helpUrl(error)\`: the address of its page |
| \`@scai-errors/${name}/schema\` | \`envelope()\` and \`details.CODE()\`: zod schemas, for people who write servers. Only this entry point needs \`zod\` 4, an optional peer dependency |

## Codes

The service may add codes before you update this package. Such a code arrives as \`UNRECOGNIZED\`: \`receivedCode\` holds the code that was
received, and kind and retry advice come from the status. \`UNRECOGNIZED\` is not a key of \`${name}.codes\`, so check for it first:
\`error.code === UNRECOGNIZED ? undefined : ${name}.codes[error.code]\`.

${BEGIN}

${codes.join("\n")}

${END}
`;
}
