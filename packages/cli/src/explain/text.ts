import { type Explanation, codesOf, explanationOf } from "./find.js";
import { type DocumentedCodes, documented } from "../services.js";
import { type Terminal, table } from "../terminal.js";
import { retryInWords, sideInWords } from "./words.js";

/** One code, for people. */
export function explanationText({ id, service, entry, docs, address }: Explanation, terminal: Terminal): string {
  const { status, kind } = entry;
  const head = `${terminal.bold(id)}  ${terminal.dim([status ?? [], kind].flat().join(" · "))}`;
  const rows = table(
    [
      ["Meaning", docs.meaning],
      ["Cause", docs.cause],
      ["Fix", docs.fix],
      ["Retry", retryInWords(service, entry)],
      ["Side", sideInWords(service, docs.origin)],
      ["Message", entry.message === undefined ? undefined : `Found by the message "${entry.message}".`],
      ["Close", entry.close === undefined ? undefined : `Found by the WebSocket close code ${entry.close}.`],
      ["Where", [docs.module ?? [], docs.group].flat().join(", ")],
      ["Since", docs.since],
      ["Deprecated", docs.deprecated],
    ],
    terminal,
  );
  return `${head}\n${rows}\n${terminal.dim("More".padEnd(9))}${terminal.link(address)}\n`;
}

/** One code, for machines. */
export function explanationJson({ id, service, code, entry, docs, address }: Explanation): object {
  const { status, kind, retry, idempotentOnly, source, message, close } = entry;
  return {
    id,
    service,
    code,
    status: status ?? null,
    kind,
    retry: { policy: retry, idempotentOnly, source },
    foundBy: { message, close },
    ...docs,
    address,
  };
}

/** Nearly every code fits; a longer one moves its own line only. */
const CODE_WIDTH = 32;

/** The codes of a service, for people: one line each, under the headings of its page. */
export function vocabularyText(service: DocumentedCodes, terminal: Terminal): string {
  const groups = new Map<string, string[]>();
  for (const code of codesOf(service)) {
    const known = explanationOf(service, code);
    if (!known) continue;
    const group = groups.get(known.docs.group) ?? [];
    group.push(`  ${code.padEnd(CODE_WIDTH)} ${`${known.entry.status ?? ""}`.padEnd(4)} ${terminal.dim(known.docs.meaning)}`);
    groups.set(known.docs.group, group);
  }
  return [...groups].map(([group, lines]) => `${terminal.bold(group)}\n${lines.join("\n")}\n`).join("\n");
}

/** All that has codes, with their number. */
export function serviceList(): string {
  const lines = documented.map((one) => `${one.service.name.padEnd(10)} ${codesOf(one).length} codes\n`);
  return `${lines.join("")}\nList the codes of one with: scai-errors explain scaigrid\n`;
}
