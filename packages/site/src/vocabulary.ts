import { STATUS_CODES } from "node:http";
import { type CodeDocs, type CodeEntry, type TransportCode, UNRECOGNIZED, helpUrl, transport } from "@scai-errors/core";
import { type Emulator, answer, createEmulator } from "@scai-errors/testing";
import { connectionFailures } from "./example/connection-failures.js";
import { CONNECTION_EXAMPLE_PACKAGE, type Example, connectionExample, exampleOf } from "./example/examples.js";
import { type Step, executeExample } from "./example/run.js";
import { type HistoryEntry, historyOf } from "./history.js";
import { type AnsweringService, type SiteService, answeringServices, connectionService } from "./services.js";
import { groundWords, originWords, retryWords } from "./words.js";

/** How a code arrives: as an HTTP answer, as a close, found by the program itself, or in the words of a runtime. */
export type Arrival =
  | { readonly by: "answer"; readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: unknown }
  | { readonly by: "close"; readonly close: number }
  | { readonly by: "program" }
  | { readonly by: "connection"; readonly words: string };

type ServiceArrival = Exclude<Arrival, { readonly by: "connection" }>;

/** Everything that a page says about a code. */
export interface CodePage {
  readonly service: SiteService;
  readonly code: string;
  readonly id: `${string}/${string}`;
  /** The page's address. */
  readonly url: string;
  readonly text: CodeDocs;
  readonly entry: CodeEntry;
  readonly arrival: Arrival;
  /** By what the package finds the code; literal names are in backticks, as in the next two. */
  readonly foundBy: string;
  /** What to do about repeating the request. */
  readonly advice: string;
  /** On whose side the failure arises. */
  readonly arisesWith: string;
  readonly example: Example;
  /** What happened when the example was run. */
  readonly run: readonly Step[];
  readonly history: readonly HistoryEntry[];
}

/** The date of all answers on the site, so that a build tells the same as the one before. */
const NOW = Date.UTC(2026, 0, 1, 12);

/** The page of `UNRECOGNIZED`, which is no code of any vocabulary: what stands for those that are not in it. */
function unrecognizedDocs({ title }: AnsweringService): CodeDocs {
  return {
    meaning: `${title} reported a failure with a code that this version of the package does not know.`,
    cause: `The service is newer than the installed package, or a module has a code that no page lists. The code that arrived is in \`receivedCode\`.`,
    fix: "Update the package. Until then handle it by `error.kind` and `error.retry`, which follow from the status.",
    origin: "service",
    group: "Beyond the vocabulary",
    since: "1.0.0",
    page: "",
  };
}

const UNRECOGNIZED_ADVICE =
  "What to do depends on the status of the answer: `error.retry` says it, and is right although the code is not known.";

function entryOf({ service }: AnsweringService, code: string): CodeEntry {
  const entry = service.codes[code];
  if (entry) return entry;
  const { kind, retry } = service.decode(answer(service, code));
  return { status: undefined, kind, retry: retry.policy, source: retry.source, idempotentOnly: retry.idempotentOnly };
}

/** Where the emulator reports a code. */
function routeOf({ routes }: Emulator, { name }: AnsweringService, code: string): string | undefined {
  const ways = [`/${name}/${code}`, `/${name}/${code}/close`];
  return ways.find((path) => routes.some((route) => route.path === path));
}

/** The route of a download in which the program finds this out. */
const DOWNLOADS: ReadonlyMap<string, string> = new Map([
  ["DOWNLOAD_TRUNCATED", "/odd/download-cut"],
  ["CHECKSUM_MISMATCH", "/odd/download-corrupt"],
]);

function arrivalOf({ service }: AnsweringService, code: string, entry: CodeEntry, route: string | undefined): ServiceArrival {
  if (route === undefined) return { by: "program" };
  if (route.endsWith("/close")) return { by: "close", close: entry.close ?? 0 };
  const { status, headers, body } = answer(service, code, { now: NOW });
  return { by: "answer", status, headers, body: JSON.parse(body) };
}

function foundBy({ service }: AnsweringService, code: string, { message }: CodeEntry, arrival: ServiceArrival): string {
  if (arrival.by === "close") return `the close code ${arrival.close} of a WebSocket`;
  if (arrival.by !== "answer") return "checking a download";
  if (code === UNRECOGNIZED) return "a code in the body that no row has, or a status without a row";
  if (message !== undefined) return `the message \`${message}\``;
  return service.decode(arrival).codeFrom === "status" ? "the status" : `the code \`${code}\` in the body`;
}

async function codePage(
  emulator: Emulator,
  service: AnsweringService,
  servicePackage: Readonly<Record<string, unknown>>,
  sha256: string,
  code: string,
): Promise<CodePage> {
  const { name } = service;
  const id = `${name}/${code}` as const;
  const text = service.docs[code] ?? unrecognizedDocs(service);
  const entry = entryOf(service, code);
  const route = routeOf(emulator, service, code);
  const arrival = arrivalOf(service, code, entry, route);
  const download = DOWNLOADS.get(code);
  if (arrival.by === "program" && download === undefined)
    throw new Error(
      `${id} reaches programs neither by an answer nor by a close. Say in packages/site/src/vocabulary.ts which route of the emulator shows it.`,
    );
  const path = route ?? download ?? "";
  const example = exampleOf(name, code, entry, arrival.by);
  const stage = {
    service: name,
    code,
    entry,
    url: `${emulator.url}${path}`,
    send: fetch,
    sha256,
    packageName: service.packageName,
    servicePackage,
  };
  const retryAfter = arrival.by === "answer" ? Number(arrival.headers["retry-after"] ?? "") * 1000 : 0;
  const run = await executeExample(example, stage, retryAfter > 0 ? retryAfter : undefined);
  return {
    service,
    code,
    id,
    url: helpUrl({ id }),
    text,
    entry,
    arrival,
    foundBy: foundBy(service, code, entry, arrival),
    advice: code === UNRECOGNIZED ? UNRECOGNIZED_ADVICE : retryWords(entry, groundWords(entry, service.title)),
    arisesWith: originWords(text.origin, service.title),
    example,
    run,
    history: historyOf(service)(code, entry),
  };
}

const CONNECTION_ORIGINS = {
  caller: "The caller's side",
  service: "The server, or the way to it",
  upstream: "Something behind the server",
};

/** The page of a failure of the connection. Its example is run with a fetch that fails in this way. */
async function connectionPage(code: TransportCode, text: CodeDocs, servicePackage: Readonly<Record<string, unknown>>): Promise<CodePage> {
  const { kind, retry, mayHaveReachedServer } = transport.codes[code];
  const isRepeated = retry === "once" || retry === "backoff";
  const entry: CodeEntry = { status: undefined, kind, retry, source: "documented", idempotentOnly: mayHaveReachedServer && isRepeated };
  const id = `${transport.name}/${code}` as const;
  const { send, words } = connectionFailures[code];
  const example = connectionExample(code, entry);
  const url = "https://grid.example.com/";
  const stage = { service: transport.name, code, entry, url, send, sha256: "", packageName: CONNECTION_EXAMPLE_PACKAGE, servicePackage };
  return {
    service: connectionService,
    code,
    id,
    url: helpUrl({ id }),
    text,
    entry,
    arrival: { by: "connection", words },
    foundBy: example.scene === "stream" ? "reading an event stream" : "what the runtime throws",
    advice: retryWords(entry, mayHaveReachedServer ? "" : "The server cannot have begun with it.").trim(),
    arisesWith: CONNECTION_ORIGINS[text.origin],
    example,
    run: await executeExample(example, stage, undefined),
    history: [{ version: text.since, what: "added" }],
  };
}

async function connectionPages(): Promise<readonly CodePage[]> {
  const servicePackage = (await import(CONNECTION_EXAMPLE_PACKAGE)) as Readonly<Record<string, unknown>>;
  const pages: CodePage[] = [];
  // The keys of the rows, which Object.entries forgets.
  for (const [code, text] of Object.entries(connectionService.docs) as [TransportCode, CodeDocs][]) {
    pages.push(await connectionPage(code, text, servicePackage));
  }
  return pages;
}

async function checksumOf({ url }: Emulator): Promise<string> {
  const response = await fetch(`${url}/odd/download-metadata`);
  // The emulator's own route.
  const { checksum_sha256 } = (await response.json()) as { readonly checksum_sha256: string };
  return checksum_sha256;
}

/** The pages of all codes, each with its example executed, those of services against the emulator. Rejects where an example does not do what its page says. */
export async function codePages(): Promise<readonly CodePage[]> {
  const emulator = await createEmulator({ services: answeringServices.map(({ service }) => service) });
  try {
    const sha256 = await checksumOf(emulator);
    const pages: CodePage[] = [];
    for (const service of answeringServices) {
      const servicePackage = (await import(service.packageName)) as Readonly<Record<string, unknown>>;
      for (const code of [...Object.keys(service.docs), UNRECOGNIZED]) {
        pages.push(await codePage(emulator, service, servicePackage, sha256, code));
      }
    }
    return [...pages, ...(await connectionPages())];
  } finally {
    await emulator.close();
  }
}

/** A status with its phrase, as a page names it. */
export function statusWords(status: number): string {
  return [`${status}`, STATUS_CODES[status] ?? []].flat().join(" ");
}

/** The answer as it goes over the wire, with its body laid out. */
export function answerText({ status, headers, body }: Extract<Arrival, { readonly by: "answer" }>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${statusWords(status)}`, ...lines, "", JSON.stringify(body, undefined, 2)].join("\n");
}

/** The codes under the same heading, in the order of the vocabulary, without the one itself. */
export function neighboursOf({ id, service, text }: CodePage, pages: readonly CodePage[]): readonly CodePage[] {
  const place = (page: CodePage): string => page.text.module ?? page.text.group;
  return pages.filter((page) => page.id !== id && page.service === service && place(page) === (text.module ?? text.group));
}

/** The codes of other services with the same name, which do not always mean the same. */
export function namesakesOf({ code, service }: CodePage, pages: readonly CodePage[]): readonly CodePage[] {
  return pages.filter((page) => page.service !== service && page.code.toLowerCase() === code.toLowerCase());
}
