import { type Answer, type Kind, type RetryPolicy, type ServiceError, UNRECOGNIZED } from "@scai-errors/core";
import { type Received, idIn, readInput } from "./read-input.js";

/** What the decoder needs of a service, which the failures of connections have too, but for answers. */
export interface Readable {
  readonly name: string;
  readonly codes: Readonly<Record<string, { readonly status?: number | undefined; readonly kind: Kind; readonly retry: RetryPolicy }>>;
  fromJSON(value: unknown): ServiceError | undefined;
  decode?(answer: Answer): ServiceError;
}

/** What one service makes of what was pasted. */
export interface Reading {
  readonly service: Readable;
  /** The error; undefined where only its code was named. */
  readonly error: ServiceError | undefined;
  readonly code: string;
  /** Whether the service knows the code by itself, and not only by the status. */
  readonly isSure: boolean;
}

export interface Readings {
  readonly form: string;
  readonly status: number | undefined;
  readonly readings: readonly Reading[];
}

function fromJson(service: Readable, { candidates }: Received): Reading | undefined {
  for (const candidate of candidates) {
    const error = service.fromJSON(candidate);
    if (error) return { service, error, code: error.code, isSure: true };
  }
  return undefined;
}

/** What a service that is asked without a status says of codes that follow from the status is worth nothing. */
const ANY_STATUS = 500;

function fromAnswer(service: Readable, { status, headers, body }: Received): Reading | undefined {
  const error = service.decode?.({ status: status ?? ANY_STATUS, headers, body });
  if (!error) return undefined;
  const isSure = error.code !== UNRECOGNIZED && error.codeFrom !== "status";
  if (!isSure && status === undefined) return undefined;
  return { service, error, code: error.code, isSure };
}

function named(service: Readable, text: string): Reading | undefined {
  const id = idIn(text);
  if (id?.service !== service.name || !Object.hasOwn(service.codes, id.code)) return undefined;
  return { service, error: undefined, code: id.code, isSure: true };
}

/**
 * Reads pasted text as each of the services would. Those that know it come first; those that only know the status come after.
 * @param status what the text does not say itself
 */
export function readingsOf(text: string, services: readonly Readable[], status: number | undefined): Readings {
  if (text.trim() === "") return { form: "nothing", status, readings: [] };
  const received = readInput(text);
  const known = { ...received, status: received.status ?? status };
  const readings = services.flatMap((service) => fromJson(service, known) ?? named(service, text) ?? fromAnswer(service, known) ?? []);
  return {
    form: known.form,
    status: known.status,
    readings: [...readings.filter(({ isSure }) => isSure), ...readings.filter(({ isSure }) => !isSure)],
  };
}
