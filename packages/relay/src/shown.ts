import {
  type FieldIssue,
  type JsonValue,
  type Kind,
  type Service,
  type ServiceError,
  UNRECOGNIZED,
  copyJson,
  isObject,
  serviceOf,
  statusOfKind,
  transport,
} from "@scai-errors/core";
import { shownIssue } from "./issues.js";
import type { RelayOptions } from "./relay.js";
import { sentenceOfKind } from "./sentences.js";

/** What of an error crosses. */
export interface Shown {
  /** Undefined for a failure that is the backend's own, and for an error that does not know its service. */
  readonly service: Service | undefined;
  /** Undefined for a failure that is the backend's own. */
  readonly id: ServiceError["id"] | undefined;
  readonly status: number;
  readonly kind: Kind;
  /** Undefined where there is none that may be shown. */
  readonly code: string | undefined;
  /** The code as it came over the wire, where it may be shown. */
  readonly receivedCode: string | undefined;
  /** What may always be said: the same for every failure of the code. */
  readonly title: string;
  /** The service's own words. */
  readonly message: string | undefined;
  readonly details: JsonValue | undefined;
  readonly issues: readonly FieldIssue[];
  readonly requestId: string | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;
}

/** The refusals of a credential, the one for a proxy among them. */
const REFUSED_STATUSES: readonly (number | undefined)[] = [401, 403, 407];
const REFUSED_KINDS: readonly Kind[] = ["unauthenticated", "permission_denied"];

/** What stands for the variable part of a message that may not be shown; core has the same for what it leaves out. */
const LEFT_OUT = "…";

/** Decides what crosses. Everything that is written comes from here. */
export function shownOf(error: ServiceError, { credential, message, details }: RelayOptions): Shown {
  const isRefusal = REFUSED_STATUSES.includes(error.status) || REFUSED_KINDS.includes(error.kind);
  if (transport.is(error)) return gatewayFailure(error, { message, details });
  return isRefusal && credential !== "caller" ? gatewayFailure(error, {}) : ofService(error, { message, details });
}

/** A failure between the backend and the service: the client only learns that its request got no further. */
function gatewayFailure(error: ServiceError, { message, details }: RelayOptions): Shown {
  const isLate = transport.is(error) && error.kind === "deadline_exceeded";
  return {
    service: undefined,
    id: undefined,
    status: isLate ? 504 : 502,
    kind: isLate ? "deadline_exceeded" : "unavailable",
    code: undefined,
    receivedCode: undefined,
    title: isLate ? "Gateway Timeout" : "Bad Gateway",
    message: message ? error.message : undefined,
    details: details ? copyJson(error.details) : undefined,
    issues: [],
    requestId: error.requestId,
    retryAfter: secondsOf(error),
  };
}

function ofService(error: ServiceError, { message, details }: RelayOptions): Shown {
  const service = serviceOf(error);
  const entry = service?.codes[error.code];
  const shownDetails = details ? copyJson(error.details) : undefined;
  // A known code is one of the vocabulary's names; any other is a text from the wire.
  const receivedCode = message ? error.receivedCode : undefined;
  return {
    service,
    id: error.id,
    status: statusOf(error, entry?.status),
    kind: error.kind,
    code: error.code === UNRECOGNIZED ? receivedCode : error.code,
    receivedCode,
    // A message that identifies its code has to cross for the code to do so.
    title: entry?.message === undefined ? sentenceOfKind[error.kind] : filledIn(entry.message, shownDetails),
    message: message ? error.message : undefined,
    details: shownDetails,
    issues: error.issues.map((issue) => (message ? issue : shownIssue(issue))),
    requestId: error.requestId,
    retryAfter: secondsOf(error),
  };
}

/**
 * The status that arrived, if it is that of a failed answer. Else the documented one or that of the kind: frames, closes and downloads have none, and
 * some services report failures under 200.
 */
function statusOf({ status, kind }: ServiceError, documented: number | undefined): number {
  if (status !== undefined && Number.isInteger(status) && status >= 400 && status <= 599) return status;
  return documented ?? statusOfKind[kind];
}

/** Whole seconds, rounded up: nobody is told to come back earlier than the service asked. */
function secondsOf({ retry }: ServiceError): number | undefined {
  return retry.afterMs === undefined ? undefined : Math.ceil(retry.afterMs / 1000);
}

/** A row's message, with those of its variable parts that the details may show. */
function filledIn(message: string, details: JsonValue | undefined): string {
  const known: Readonly<Record<string, unknown>> = isObject(details) ? details : {};
  // In one pass, so that a value that reads like a variable part stays what it is.
  return message.replace(/<(\w+)>/g, (_, name: string) => {
    const value = known[name];
    return typeof value === "string" && value !== "" ? value : LEFT_OUT;
  });
}
