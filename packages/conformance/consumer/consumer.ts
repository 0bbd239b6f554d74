// What an application writes, as ESM. Compiled by every supported compiler against the installed packages; never run.
import { DnsError, dns } from "@scai-errors/dns";
import { docs } from "@scai-errors/dns/docs";
import { type JsonOf, type ScaidriveCode, ScaidriveError, scaidrive } from "@scai-errors/scaidrive";
import {
  type ScaigridDetails,
  ScaigridError,
  type TransportError,
  UNRECOGNIZED,
  assertNever,
  errorFrom,
  match,
  scaigrid,
} from "@scai-errors/scaigrid";
import { ScaiwaveError, scaiwave } from "@scai-errors/scaiwave";

export async function ask(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (!response.ok) throw await scaigrid.fromResponse(response, { maxBytes: 1000, timeoutMs: 1000, signal: new AbortController().signal });
  return response;
}

/** A code narrows the details, the kind and the policy. */
export function narrows(error: unknown): string {
  if (!scaigrid.is(error)) throw error;
  switch (error.code) {
    case "VALIDATION_ERROR": {
      const problems: readonly { readonly field: string; readonly message: string }[] = error.details;
      const kind: "invalid_argument" = error.kind;
      return `${kind}: ${problems.map(({ field }) => field).join()}`;
    }
    case "RATE_LIMITED": {
      const afterMs: number | undefined = error.retry.afterMs;
      // @ts-expect-error -- may be undefined
      const certain: number = error.retry.afterMs;
      return `${afterMs ?? certain}`;
    }
    case UNRECOGNIZED:
      return `${error.receivedCode ?? "none"} ${error.requestId ?? "none"}`;
    // @ts-expect-error -- no such code
    case "RATE_LIMITTED":
      return "";
    default:
      // @ts-expect-error -- many codes are left
      return assertNever(error);
  }
}

/** So it does of an error as plain data, down to the last code. */
export function narrowsPlainData(): string {
  const described = scaidrive.describe({ status: 404 });
  const problem = scaigrid.describe({ status: 422 });
  if (problem.code === "VALIDATION_ERROR") return problem.details.map(({ field }) => field satisfies string).join();
  // @ts-expect-error -- left by now
  if (problem.code === "VALIDATION_ERROR") return "";
  if (problem.id === "scaigrid/RATE_LIMITED") return problem.kind satisfies "rate_limited";
  if (described.code === UNRECOGNIZED) return described.receivedCode ?? "none";
  const known: ScaidriveCode = described.code;
  const any: JsonOf<ScaidriveError> = described;
  return `${known} ${any.name satisfies "ScaidriveError"}`;
}

/** A closed vocabulary can be handled to the last code. */
export function closes(error: ScaidriveError): ScaidriveCode | "UNRECOGNIZED" {
  const { code } = error;
  // @ts-expect-error -- a code of another service
  if (code === "RATE_LIMITED_BY_GRID") return code;
  return code;
}

type AppError = ScaigridError | ScaiwaveError | ScaidriveError | DnsError;

export function severalServices(error: AppError): string {
  switch (error.id) {
    case "scaigrid/RATE_LIMITED":
      return (error satisfies ScaigridError & { code: "RATE_LIMITED" }) ? "grid" : "";
    case "dns/PERMISSION_REQUIRED": {
      const { permission } = error.details;
      return permission satisfies string;
    }
    // @ts-expect-error -- no such id
    case "dns/RATE_LIMITED":
      return "";
    default:
      return error.message;
  }
}

export const byService = (error: AppError): string =>
  match(error, "service", {
    scaigrid: (one) => one.code satisfies keyof typeof scaigrid.codes | "UNRECOGNIZED",
    scaiwave: (one) => one.id satisfies `scaiwave/${string}`,
    scaidrive: (one) => one.message,
    dns: (one) => docs[one.code === UNRECOGNIZED ? "NOT_FOUND" : one.code].meaning,
  });

export const byKind = (error: AppError): number | undefined =>
  match(error, "kind", {
    rate_limited: ({ retry }) => retry.afterMs,
    unavailable: ({ retry }) => retry.afterMs,
    otherwise: () => undefined,
  });

export function wrongMaps(error: AppError): void {
  // @ts-expect-error -- three services have no handler
  match(error, "service", { dns: () => 1 });
  // @ts-expect-error -- no such kind
  match(error, "kind", { resource_exhausted: () => 1, otherwise: () => 2 });
  // @ts-expect-error -- no such discriminant
  match(error, "colour", { otherwise: () => 2 });
}

/** `instanceof` is for narrowing alone. */
export function byInstance(error: unknown): string | undefined {
  if (error instanceof ScaidriveError) return error.id satisfies `scaidrive/${string}`;
  if (error instanceof DnsError) return error.id satisfies `dns/${string}`;
  if (error instanceof ScaiwaveError) return error.name satisfies "ScaiwaveError";
  return error instanceof ScaigridError ? error.excerpt : undefined;
}

// @ts-expect-error -- errors come from the service's readers
export const made: unknown = new ScaigridError("x");

export const wire: readonly (AppError | undefined)[] = [
  scaigrid.decode({ status: 404, headers: new Headers(), body: new Uint8Array() }),
  scaigrid.decode({ status: 404, headers: { a: "b" }, body: { error: 1 } }),
  scaigrid.decode({ status: 404, headers: [["a", "b"]] }),
  scaigrid.fromEvent({ event: "error", data: "{}" }),
  scaigrid.fromJSON(JSON.parse("{}")),
  scaiwave.fromClose({ code: 4001, reason: "" }),
  scaidrive.fromClose({ code: 4401 }),
  dns.decode({ status: 409, body: "{}" }),
];

export const status: 429 = scaigrid.codes.RATE_LIMITED.status;
// @ts-expect-error -- the vocabulary is frozen
scaigrid.codes.RATE_LIMITED.status = 500;
// @ts-expect-error -- a status is needed
scaigrid.decode({ body: "" });

export const problems = (details: ScaigridDetails<"VALIDATION_ERROR">): string | undefined => details[0]?.field;

/** What the READMEs advise: UNRECOGNIZED is in no table of codes. */
export const documented = (error: ScaigridError): number | undefined =>
  error.code === UNRECOGNIZED ? undefined : scaigrid.codes[error.code].status;
// @ts-expect-error -- not without asking
export const undocumented = (error: ScaigridError): unknown => scaigrid.codes[error.code];

/** Whichever service a program has called, of a table of them. */
export async function ofAnyHost(host: "grid" | "drive", caught: unknown, maxBytes: number | undefined): Promise<string | undefined> {
  const service = { grid: scaigrid, drive: scaidrive }[host];
  const error: ScaigridError | ScaidriveError | TransportError | undefined = await errorFrom(service, caught, { maxBytes });
  return error?.service satisfies "scaigrid" | "scaidrive" | "transport" | undefined;
}

export function unread(response: Response, read: unknown): void {
  // @ts-expect-error -- the body has to be awaited
  scaigrid.decode({ status: response.status, body: response.json() });
  // @ts-expect-error -- the body is a stream
  dns.describe({ status: response.status, body: response.body });
  scaigrid.decode({ status: response.status, body: read });
}
