import { type Service, type ServiceError, UNRECOGNIZED } from "@scai-errors/core";
import { type Received, idIn, readInput } from "./read-input.js";

/** What one service makes of what was pasted. */
export interface Reading {
  readonly service: Service;
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

function fromJson(service: Service, { candidates }: Received): Reading | undefined {
  for (const candidate of candidates) {
    const error = service.fromJSON(candidate);
    if (error) return { service, error, code: error.code, isSure: true };
  }
  return undefined;
}

/** What a service that is asked without a status says of codes that follow from the status is worth nothing. */
const ANY_STATUS = 500;

function fromAnswer(service: Service, { status, headers, body }: Received): Reading | undefined {
  const error = service.decode({ status: status ?? ANY_STATUS, headers, body });
  const isSure = error.code !== UNRECOGNIZED && error.codeFrom !== "status";
  if (!isSure && status === undefined) return undefined;
  return { service, error, code: error.code, isSure };
}

function named(service: Service, text: string): Reading | undefined {
  const id = idIn(text);
  if (id?.service !== service.name || !Object.hasOwn(service.codes, id.code)) return undefined;
  return { service, error: undefined, code: id.code, isSure: true };
}

/**
 * Reads pasted text as each of the services would. Those that know it come first; those that only know the status come after.
 * @param status what the text does not say itself
 */
export function readingsOf(text: string, services: readonly Service[], status: number | undefined): Readings {
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
