import type { RetryAdvice, Service, ServiceError } from "@scai-errors/core";
import type { Outcome, Via } from "./call.js";
import type { OddOutcome } from "./odd-calls.js";
import type { Style } from "./style.js";
import { type Column, tableOf } from "@scai-errors/workspace/table";

const NOTHING = "-";

const codeColumns: readonly Column[] = [
  { title: "code" },
  { title: "status", align: "right" },
  { title: "kind" },
  { title: "retry" },
  { title: "request id" },
  { title: "reported by" },
];

const oddColumns: readonly Column[] = [
  { title: "answer" },
  { title: "status", align: "right" },
  { title: "kind" },
  { title: "retry" },
  { title: "read as" },
];

function retryOf({ policy, afterMs }: Pick<RetryAdvice, "policy" | "afterMs">): string {
  return afterMs === undefined ? policy : `${policy}, ${Math.round(afterMs / 1000)} s`;
}

/** The ways in which one code was reported, with the number of the close. */
function waysOf(outcomes: readonly Outcome[]): string {
  const ways: Readonly<Record<Via, (outcome: Outcome) => string>> = {
    answer: () => "answer",
    frame: () => "frame",
    close: ({ call }) => `close ${call.entry.close ?? ""}`,
    download: () => "download",
  };
  return [...new Set(outcomes.map((outcome) => ways[outcome.call.via](outcome)))].join(", ");
}

/** What a service's failures came back as: a row per code, from the first way in which it was reported. */
export function serviceReport(title: string, outcomes: readonly Outcome[], style: Style): string {
  const byCode = new Map<string, Outcome[]>();
  for (const outcome of outcomes) byCode.set(outcome.call.code, [...(byCode.get(outcome.call.code) ?? []), outcome]);
  const rows = [...byCode].map(([code, ways]) => {
    const error = ways[0]?.error;
    return [
      code,
      `${error?.status ?? NOTHING}`,
      error?.kind ?? NOTHING,
      error ? retryOf(error.retry) : NOTHING,
      error?.requestId ?? NOTHING,
      waysOf(ways),
    ];
  });
  const wrong = [...byCode].map(([, ways]) => ways.flatMap(({ call, mismatches }) => mismatches.map((one) => `by ${call.via}: ${one}`)));
  return section(title, tableOf(codeColumns, rows), wrong, style);
}

/** Two different readings, and a sign that there are more: a line has to fit a terminal, however many services there are. */
function readingsOf(readings: readonly string[]): string {
  const [first = NOTHING, second, ...others] = new Set(readings);
  const shown = second === undefined ? first : `${first} / ${second}`;
  return others.length === 0 ? shown : `${shown} …`;
}

/** What all services read from the answers that none of them sends: a row per answer, with the different readings. */
export function oddReport(outcomes: readonly OddOutcome[], style: Style): string {
  const rows = outcomes.map(({ name, status, errors }) => {
    const each = (read: (error: ServiceError) => string): string => readingsOf(errors.map(read));
    // The wait that the first one reads: until a date it is a second shorter for who reads it a moment later.
    const afterMs = errors.find(({ retry }) => retry.afterMs !== undefined)?.retry.afterMs;
    const retry = each(({ retry: { policy } }) => retryOf({ policy, afterMs }));
    return [name, status, each(({ kind }) => kind), retry, each(({ code }) => code)];
  });
  return section(
    `odd answers, ${outcomes.length}, each read by every service that can meet it`,
    tableOf(oddColumns, rows),
    outcomes.map(({ mismatches }) => mismatches),
    style,
  );
}

function section(title: string, [titles = "", ...rows]: readonly string[], wrong: readonly (readonly string[])[], style: Style): string {
  const lines = rows.flatMap((row, at) => {
    const mismatches = wrong[at] ?? [];
    return mismatches.length === 0 ? [`  ${row}`] : [style.bad(`! ${row}`), ...mismatches.map((one) => style.bad(`    ${one}`))];
  });
  return [style.title(title), style.quiet(`  ${titles}`), ...lines, ""].join("\n");
}

/** A row per service and one for the odd answers, with how often was asked in which way; then all of it in one line. */
export function totalsReport(services: readonly Service[], outcomes: readonly Outcome[], odd: readonly OddOutcome[], style: Style): string {
  const columns = ["service", "codes", "answers", "frames", "closes", "downloads", "calls", "mismatches"].map((title, at): Column => ({
    title,
    ...(at > 0 && { align: "right" }),
  }));
  const vias = ["answer", "frame", "close", "download"] as const satisfies readonly Via[];
  const rows = services.map((service) => {
    const own = outcomes.filter(({ call }) => call.service === service);
    const counts = vias.map((via) => own.filter(({ call }) => call.via === via).length);
    return [service.name, countOf(service), ...counts, own.length, mismatchesOf(own)];
  });
  const oddCalls = odd.reduce((sum, { calls }) => sum + calls, 0);
  rows.push(["odd answers", 0, 0, 0, 0, 0, oddCalls, mismatchesOf(odd)]);
  const shown = rows.map((row) => row.map((cell, at) => (cell === 0 && at < columns.length - 1 ? NOTHING : `${cell}`)));
  const [titles = "", ...lines] = tableOf(columns, shown);

  const codes = services.reduce((sum, service) => sum + countOf(service), 0);
  const mismatches = mismatchesOf([...outcomes, ...odd]);
  const calls = outcomes.length + oddCalls;
  const last = `${codes} codes of ${services.length} services and ${odd.length} odd answers: ${calls} calls, ${mismatches} mismatches`;
  return [
    style.title("totals"),
    style.quiet(`  ${titles}`),
    ...lines.map((line) => `  ${line}`),
    "",
    mismatches === 0 ? style.good(last) : style.bad(last),
  ].join("\n");
}

/** How many codes a service has. */
export function countOf({ codes }: Service): number {
  return Object.keys(codes).length;
}

/** How many things differ from what was asked for. */
export function mismatchesOf(outcomes: readonly { readonly mismatches: readonly string[] }[]): number {
  return outcomes.reduce((sum, { mismatches }) => sum + mismatches.length, 0);
}
