import type { Draft } from "./draft.js";

// Between them `npm run golden` writes the codes as tables.
const BEGIN = "<!-- codes: npm run readme:codes -->";
const END = "<!-- end of codes -->";

export function readme({ name, title, typeName, rows }: Draft): string {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const codes = groups.map((group) => `- **${group}**: ${rows.flatMap((row) => (row.group === group ? `\`${row.code}\`` : [])).join(" ")}`);
  return `# @scai-errors/${name}

Typed errors for ${title}. What the service answers when a request fails becomes a value that says what failed, whether and when to try again,
which field was wrong and what to quote to support. No response makes it throw: a proxy's page, an empty body or half a document gives the same
class of error, with the status kept. Only a wrong call is a \`TypeError\`, whose message names the right one.

\`\`\`sh
npm install @scai-errors/${name}
\`\`\`

\`\`\`ts
import { ${name} } from "@scai-errors/${name}";

const response = await fetch(url, init);
if (!response.ok) throw await ${name}.fromResponse(response);
\`\`\`

## Entry points

| import | what |
| --- | --- |
| \`@scai-errors/${name}\` | \`${name}\` with \`codes\`, \`decode\`, \`describe\`, \`fromResponse\`, \`fromJSON\` and \`is\`; \`${typeName}Error\` as a type and for \`instanceof\`; the types \`${typeName}Code\` and \`${typeName}Details<Code>\`; \`match\`, \`assertNever\`, \`UNRECOGNIZED\` |
| \`@scai-errors/${name}/docs\` | \`docs\`: per code its meaning, cause, fix and origin; \`helpUrl(error)\`: the address of its page |
| \`@scai-errors/${name}/schema\` | \`envelope()\` and \`details.CODE()\`: zod schemas, for those who write servers. Needs \`zod\` 4, an optional peer; nothing else does |

## Codes

Services grow codes between releases: one that this version does not know comes as \`UNRECOGNIZED\`, with what came in \`receivedCode\`, and kind and
retry advice from the status. It is in no table of codes, so ask for it first:
\`error.code === UNRECOGNIZED ? undefined : ${name}.codes[error.code]\`.

${BEGIN}

${codes.join("\n")}

${END}
`;
}
