import {
  type ErrorJson,
  type FieldIssue,
  type Kind,
  type RetryAdvice,
  type Service,
  UNRECOGNIZED,
  errorNameOf,
  isObject,
  parseJson,
  transport,
} from "@scai-errors/core";
import type { DocumentedService } from "../services.js";
import { type RecordedAnswer, isFailure } from "./answer.js";
import { anyone } from "./anyone.js";
import { printedReading } from "./printed-reading.js";

/** `scaigrid/RATE_LIMITED` */
export type ErrorId = `${string}/${string}`;

/**
 * What is shown of a failure, and all that is: neither details nor excerpts, nor anything else of what was recorded. So a HAR with cookies in it
 * can be read, and the result pasted into a ticket.
 */
export interface Reading {
  /** Undefined where no service was named and none has such a code. */
  readonly id: ErrorId | undefined;
  readonly service: string | undefined;
  readonly code: string | undefined;
  readonly receivedCode: string | undefined;
  readonly status: number | undefined;
  readonly kind: Kind;
  readonly message: string | undefined;
  readonly requestId: string | undefined;
  readonly retry: RetryAdvice;
  readonly issues: readonly FieldIssue[];
}

/** How to read: the services to ask, and whether the user named them, in which case what they do not recognize is theirs as well. */
export interface Asked {
  readonly services: readonly DocumentedService[];
  readonly areNamed: boolean;
}

/** What a code may look like. Where something else stands in its place, a sentence or a token, it is not shown. */
const CODE = /^\w{1,64}$/;

function readingOf({ id, service, code, receivedCode, status, kind, message, requestId, retry, issues }: ErrorJson): Reading {
  const shownCode = receivedCode !== undefined && CODE.test(receivedCode) ? receivedCode : undefined;
  return { id, service, code, receivedCode: shownCode, status, kind, message, requestId, retry, issues };
}

/**
 * What the services make of an answer, one reading each. Where none was named, those count that know its code; where there is none, the status
 * speaks. Empty where it is no failure, or nothing at all can be told of it.
 */
export function readingsOf(answer: RecordedAnswer, { services, areNamed }: Asked): readonly Reading[] {
  // A failed connection is nobody's; a program that logs errors of ours logs it as well, whomever it called.
  const own = [...services.map(({ service }) => service), transport].flatMap((reader) => ownJson(answer, reader) ?? []);
  if (own.length > 0) return own.map(readingOf);
  if (answer.printed) return [printedReading(answer.printed, services) ?? []].flat();
  const parsed = { ...answer, body: parsedBody(answer.body) };
  const described = services.flatMap(({ service }) => describe(parsed, service) ?? []);
  const known = areNamed ? described : described.filter(isRecognized);
  if (known.length > 0) return known.map(readingOf);
  const ofStatus = describe(parsed, anyone);
  return ofStatus ? [readingOfStatus(ofStatus)] : [];
}

/** Whether the answer itself says which code it is. A status does not: every service has the same ones. */
function isRecognized({ code, codeFrom }: ErrorJson): boolean {
  return code !== UNRECOGNIZED && codeFrom !== "status";
}

/** What the status says, whoever sent it. What the body says is left out but for the request id: it is nobody's that we know. */
function readingOfStatus({ status, kind, requestId, retry }: ErrorJson): Reading {
  return {
    id: undefined,
    service: undefined,
    code: undefined,
    receivedCode: undefined,
    status,
    kind,
    message: undefined,
    requestId,
    retry,
    issues: [],
  };
}

/** An error of ours that a program has logged; undefined where it is another service's, or none. */
function ownJson({ error }: RecordedAnswer, service: Pick<Service, "name" | "fromJSON">): ErrorJson | undefined {
  if (!isObject(error)) return undefined;
  // Loggers keep the fields and drop the name. What they add besides is nothing to fromJSON, which also sees whose error it is.
  return service.fromJSON({ ...error, name: errorNameOf(service.name) })?.toJSON();
}

/** A body of JSON as its value, so that it is parsed once and not by every service that is asked. */
function parsedBody(body: unknown): unknown {
  return typeof body === "string" && /^\s*\{/.test(body) ? (parseJson(body) ?? body) : body;
}

function describe({ status, headers, body, frame, at: receivedAt }: RecordedAnswer, service: Service): ErrorJson | undefined {
  if (status !== undefined && isFailure(status)) return service.describe({ status, headers, body, receivedAt });
  if (frame !== undefined) return service.fromEvent?.({ event: "error", data: frame })?.toJSON();
  if (status !== undefined) return undefined;
  // Core reads no answer without a status. Of 0, which platforms have where none arrived, it says nothing: the code alone has to tell.
  const described = service.describe({ status: 0, headers, body, receivedAt });
  return isRecognized(described) ? { ...described, status: undefined } : undefined;
}
