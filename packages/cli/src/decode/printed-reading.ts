import { UNRECOGNIZED, cleanLine } from "@scai-errors/core";
import { explanationOf } from "../explain/find.js";
import type { PrintedError } from "../printed-error.js";
import { type DocumentedCodes, type DocumentedService, connections } from "../services.js";
import type { Reading } from "./reading.js";

/** What the services make of an error of theirs that was printed; undefined where it is nobody's of them, nor a connection's. */
export function printedReading(printed: PrintedError, services: readonly DocumentedService[]): Reading | undefined {
  const isOwner = ({ service }: DocumentedCodes): boolean => service.name === printed.service;
  if (isOwner(connections)) return knownReading(printed, connections);
  const owner = services.find(isOwner);
  return owner && (knownReading(printed, owner) ?? unknownReading(printed, owner));
}

function whatStands({ message, status, requestId }: PrintedError): Pick<Reading, "message" | "status" | "requestId" | "issues"> {
  return { message: cleanLine(message), status, requestId: cleanLine(requestId), issues: [] };
}

/** Its kind and the advice are those of the installed package. */
function knownReading(printed: PrintedError, owner: DocumentedCodes): Reading | undefined {
  const { service, code, receivedCode, afterMs } = printed;
  const known = explanationOf(owner, code);
  if (!known) return undefined;
  const { kind, retry: policy, idempotentOnly, source } = known.entry;
  return {
    id: `${service}/${code}`,
    service,
    code,
    receivedCode,
    kind,
    retry: { policy, afterMs, idempotentOnly, source },
    ...whatStands(printed),
  };
}

/** A code that the installed package does not have: what is left follows from the status, where it was printed. */
function unknownReading(printed: PrintedError, { service }: DocumentedService): Reading {
  const { code, afterMs, receivedCode = code === UNRECOGNIZED ? undefined : code } = printed;
  const { kind, retry } = service.describe({ status: printed.status ?? 0 });
  return {
    id: `${service.name}/${UNRECOGNIZED}`,
    service: service.name,
    code: UNRECOGNIZED,
    receivedCode,
    kind,
    retry: { ...retry, afterMs },
    ...whatStands(printed),
  };
}
