import type { CodeEntry, Origin, RetryPolicy } from "@scai-errors/core";
import { type Explanation, codesOf, explanationOf } from "./find.js";
import { type DocumentedService, services } from "../services.js";
import { type Terminal, table } from "../terminal.js";

const policies: Readonly<Record<RetryPolicy, string>> = {
  never: "No: the same request will fail again.",
  once: "Once more; if that fails too, report it.",
  backoff: "Yes, with growing pauses, and not before the time that the answer names.",
  after_change: "Not as it stands: change something first.",
};

/** The retry advice in words. */
export function retryInWords({ retry, idempotentOnly, source }: Pick<CodeEntry, "retry" | "idempotentOnly" | "source">): string {
  const condition = idempotentOnly ? " Only requests that are idempotent: this one may have been carried out." : "";
  const ground = source === "documented" ? " (The service's pages say so.)" : "";
  return `${policies[retry]}${condition}${ground}`;
}

const sides: Readonly<Record<Origin, string>> = {
  caller: "The caller's: its request, its credentials, its limits, or the state of what it asked for.",
  service: "The service's.",
  upstream: "Of something that the service asks in turn.",
};

/** One code, for people. */
export function explanationText({ id, entry, docs, address }: Explanation, terminal: Terminal): string {
  const { status, kind } = entry;
  const head = `${terminal.bold(id)}  ${terminal.dim([status ?? [], kind].flat().join(" · "))}`;
  const rows = table(
    [
      ["Meaning", docs.meaning],
      ["Cause", docs.cause],
      ["Fix", docs.fix],
      ["Retry", retryInWords(entry)],
      ["Side", sides[docs.origin]],
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
export function vocabularyText(service: DocumentedService, terminal: Terminal): string {
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

/** All services with the number of their codes. */
export function serviceList(): string {
  const lines = services.map((one) => `${one.service.name.padEnd(10)} ${codesOf(one).length} codes\n`);
  return `${lines.join("")}\nList the codes of one with: scai-errors explain scaigrid\n`;
}
