import { type Explanation, codesOf } from "./find.js";
import { documented } from "../services.js";
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

/** Many codes, for people: one line each, under the headings of their service's page or under the names of their services. */
export function listText(explanations: readonly Explanation[], headings: "group" | "service", terminal: Terminal): string {
  const groups = new Map<string, string[]>();
  for (const { code, service, entry, docs } of explanations) {
    const heading = headings === "group" ? docs.group : service;
    const group = groups.get(heading) ?? [];
    group.push(`  ${code.padEnd(CODE_WIDTH)} ${`${entry.status ?? ""}`.padEnd(4)} ${terminal.dim(docs.meaning)}`);
    groups.set(heading, group);
  }
  return [...groups].map(([heading, lines]) => `${terminal.bold(heading)}\n${lines.join("\n")}\n`).join("\n");
}

/** All that has codes, with their number. */
export function serviceList(call: string): string {
  const lines = documented.map((one) => `${one.service.name.padEnd(10)} ${codesOf(one).length} codes\n`);
  return `${lines.join("")}\nList the codes of one with: ${call} explain scaigrid\n`;
}
