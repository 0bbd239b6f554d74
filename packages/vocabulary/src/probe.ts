import type { CodeEntry, Service, ServiceError } from "@scai-errors/core";
import type { CodeRecord } from "./record.js";

/** The simplest answers that can make a service find a code, the most specific first. */
function* attempts(service: Service, code: string, { status, message, close }: CodeEntry): Generator<ServiceError | undefined> {
  const answer = { status: status ?? 418, headers: {} };
  if (message !== undefined) yield service.decode({ ...answer, body: { detail: message.replace(/[<>]/g, "") } });
  const error = { code, message: "Probe." };
  yield service.decode({ ...answer, body: service.wire.sendsCodes ? { error } : { detail: error } });
  if (close !== undefined) yield service.fromClose?.({ code: close, reason: "" });
  yield service.decode({ ...answer, body: {} });
}

/** The error of a code as a client gets it, from an answer that is made for it; undefined where no answer leads to the code. */
export function probe(service: Service, code: string, entry: CodeEntry): ServiceError | undefined {
  for (const error of attempts(service, code, entry)) if (error?.code === code) return error;
  return undefined;
}

const WAYS = ["wire", "message", "status", "close"] as const;

/** How the code of a probe was found, in the words of the record. */
export function foundBy(error: ServiceError | undefined): CodeRecord["foundBy"] {
  return WAYS.find((way) => way === error?.codeFrom) ?? "program";
}

/** The error of an answer that says nothing beyond its status. */
export function probeStatus(service: Service, status: number): ServiceError {
  return service.decode({ status, headers: {}, body: {} });
}
