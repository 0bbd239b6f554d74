// `pino({ serializers })`: the fields of a service's error as members that a log can be searched by.
import { isServiceError } from "@scai-errors/scaigrid";
import pino from "pino";

export const serializers = {
  err: (value: unknown): unknown => {
    if (!isServiceError(value)) return value instanceof Error ? pino.stdSerializers.err(value) : value;
    return { type: value.name, ...value.toJSON(), stack: value.stack };
  },
};
