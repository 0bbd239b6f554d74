import { type Kind, type RetryPolicy, type Service, type ServiceError, UNRECOGNIZED, kindOfStatus, policyOfKind } from "@scai-errors/core";
import { framesOf } from "./frames.js";
import { closeFrom } from "./web-socket.js";

/** An answer that no service means to send, as all services read it. */
export interface OddCall {
  readonly name: string;
  /** Asks the emulator at this address, once for each of the services, and gives what differs from what has to be read. */
  readonly run: (url: string) => Promise<OddOutcome>;
}

export interface OddOutcome {
  readonly name: string;
  /** The status of the answer, or the code of the close. */
  readonly status: string;
  readonly errors: readonly ServiceError[];
  readonly calls: number;
  readonly mismatches: readonly string[];
}

interface OddAnswer {
  readonly status: number;
  /** Where the body says something that can be read. */
  readonly message?: string;
  readonly issues?: number;
  readonly receivedCode?: string;
  /** Whether the received code is there only where the service's answers carry codes. */
  readonly inOwnForm?: true;
  /** The time to wait for the body, where the usual one is too long. */
  readonly timeoutMs?: number;
  /** Whether a date says how long to wait. */
  readonly waits?: true;
}

const MAINTENANCE = "Down for maintenance";

/** By the last part of the emulator's route. */
const oddAnswers: Readonly<Record<string, OddAnswer>> = {
  "nginx-502": { status: 502 },
  "nginx-413": { status: 413 },
  "haproxy-503": { status: 503 },
  "haproxy-504": { status: 504 },
  empty: { status: 503 },
  truncated: { status: 500 },
  "cut-chunked": { status: 502 },
  // Waited for in vain, so not for long.
  stalled: { status: 503, timeoutMs: 250 },
  endless: { status: 500 },
  "plain-500": { status: 500, message: "Internal Server Error" },
  "fastapi-404": { status: 404, message: "Not Found" },
  "fastapi-405": { status: 405, message: "Method Not Allowed" },
  "fastapi-422-pydantic1": { status: 422, issues: 2 },
  "fastapi-422-pydantic2": { status: 422, issues: 2 },
  "readiness-503": { status: 503 },
  "oauth-400": { status: 400, message: "The authorization code was used before.", receivedCode: "invalid_grant" },
  "problem-503": { status: 503, message: MAINTENANCE, waits: true },
  "mislabelled-503": { status: 503, message: MAINTENANCE },
  gzip: { status: 503, message: MAINTENANCE },
  "not-gzip": { status: 502 },
  redirect: { status: 307 },
};

/** What the emulator sends for the code that stands for all codes of newer versions. */
const newerCode: OddAnswer = { status: 418, message: "Unrecognized", receivedCode: "CODE_OF_A_NEWER_RELEASE", inOwnForm: true };

/** The kinds of closes that are in no service's table, by the code that the client sees. */
const oddCloses: Readonly<Record<string, Kind | undefined>> = {
  "close-1000": undefined,
  "close-1001": "unavailable",
  "close-1008": "permission_denied",
  "close-1011": "unavailable",
  "close-1012": "unavailable",
  "close-1013": "unavailable",
  "close-4999": "unknown",
  "close-drop": "unavailable",
};

/** One call for each of the emulator's odd routes, but for those of downloads, which belong to the codes that they are to be found as. */
export function oddCallsOf(services: readonly Service[], routes: ReadonlySet<string>): readonly OddCall[] {
  const calls = knownCallsOf(services);
  const known = new Set(calls.map(({ name }) => `/odd/${name}`));
  const unknown = [...routes].filter((path) => /^\/odd\/(?!download-)/.test(path) && !known.has(path));
  const refuse = (): Promise<never> => Promise.reject(new Error("the demo does not say what has to be read from it"));
  return [...calls, ...unknown.map((path): OddCall => ({ name: path.slice("/odd/".length), run: refuse }))];
}

function knownCallsOf(services: readonly Service[]): readonly OddCall[] {
  const closing = services.filter((service) => service.fromClose !== undefined);
  const streaming = services.filter((service) => service.fromEvent !== undefined);
  return [
    ...Object.entries(oddAnswers).map(([name, odd]): OddCall => ({
      name,
      run: (url) => runAnswer(name, odd, services, () => `${url}/odd/${name}`),
    })),
    {
      name: "newer-code",
      run: (url) => runAnswer("newer-code", newerCode, services, ({ name }) => `${url}/${name}/${UNRECOGNIZED}`),
    },
    ...Object.entries(oddCloses).map(([name, kind]): OddCall => ({ name, run: (url) => runClose(name, kind, closing, url) })),
    { name: "stream-cut", run: (url) => runBrokenStream(streaming, url) },
  ];
}

/** What a service without a code to go by has to read from a status. */
function expectedFrom({ codes, wire }: Service, status: number): { code: string; kind: Kind; policy: RetryPolicy } {
  const [code, entry] = !wire.sendsCodes
    ? (Object.entries(codes).find(([, one]) => one.status === status && one.message === undefined) ?? [])
    : [];
  const kind = entry?.kind ?? kindOfStatus(status);
  return { code: code ?? UNRECOGNIZED, kind, policy: entry?.retry ?? policyOfKind(kind) };
}

async function runAnswer(
  name: string,
  odd: OddAnswer,
  services: readonly Service[],
  urlFor: (service: Service) => string,
): Promise<OddOutcome> {
  const readings = services.map(async (service) => {
    const response = await fetch(urlFor(service), { redirect: "manual" });
    const error = await service.fromResponse(response, { timeoutMs: odd.timeoutMs ?? 10_000 });
    const { code, kind, policy } = expectedFrom(service, odd.status);
    const { afterMs = 0 } = error.retry;
    const isAs = {
      code: error.code === code,
      kind: error.kind === kind,
      status: error.status === odd.status,
      "retry policy": error.retry.policy === policy,
      // A date that is two minutes from now, give or take what the clocks and the whole seconds of dates make of it.
      "retry delay": odd.waits ? Math.abs(afterMs - 120_000) <= 10_000 : afterMs === 0,
      message: odd.message === undefined ? !/[<{]/.test(error.message) : error.message === odd.message,
      "named fields": error.issues.length === (odd.issues ?? 0),
      "received code": error.receivedCode === (odd.inOwnForm && !service.wire.sendsCodes ? undefined : odd.receivedCode),
      "class of the error": service.is(error),
    };
    const wrong = Object.entries(isAs).flatMap(([field, isRight]) =>
      isRight ? [] : `${field} as ${service.name} reads it: ${show(error)}`,
    );
    return { error, wrong };
  });
  const read = await Promise.all(readings);
  return {
    name,
    status: `${odd.status}`,
    errors: read.map(({ error }) => error),
    calls: read.length,
    mismatches: read.flatMap(({ wrong }) => wrong),
  };
}

async function runClose(name: string, kind: Kind | undefined, services: readonly Service[], url: string): Promise<OddOutcome> {
  const frame = await closeFrom(`${url}/odd/${name}`);
  const errors = services.flatMap((service) => service.fromClose?.(frame) ?? []);
  const wrong = errors.filter((error) => error.kind !== kind || error.code !== UNRECOGNIZED || error.codeFrom !== "close");
  const missing =
    errors.length === (kind ? services.length : 0) ? [] : [`asked for ${kind ?? "no error"}, decoded ${errors.length} errors`];
  return { name, status: `${frame.code}`, errors, calls: 1, mismatches: [...wrong.map(show), ...missing] };
}

/** A stream that breaks off reports nothing by itself: there is no frame to decode, and `fetch` says that the connection ended. */
async function runBrokenStream(services: readonly Service[], url: string): Promise<OddOutcome> {
  const response = await fetch(`${url}/odd/stream-cut`);
  let received = "";
  let isCut = false;
  try {
    for await (const part of response.body ?? []) received += Buffer.from(part).toString();
  } catch {
    isCut = true;
  }
  const errors = services.flatMap((service) => framesOf(received).flatMap((frame) => service.fromEvent?.(frame) ?? []));
  const mismatches = [...errors.map(show), ...(isCut ? [] : ["the stream ended as if it were complete"])];
  return { name: "stream-cut", status: `${response.status}`, errors, calls: 1, mismatches };
}

function show({ id, kind, status, retry, message }: ServiceError): string {
  return `${id}, ${kind}, ${status ?? "no status"}, ${retry.policy}, "${message}"`;
}
