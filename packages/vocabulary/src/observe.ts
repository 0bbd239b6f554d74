import { type CodeDocs, type CodeText, type Service, type ServiceError, UNRECOGNIZED } from "@scai-errors/core";
import { BadInput } from "./bad-input.js";
import type { DetailsSchema } from "./details-schema.js";
import { foundBy, probe, probeStatus } from "./probe.js";
import type { Classification, CodeRecord, VocabularyRecord } from "./record.js";

/** What a record keeps of a code's docs. Core's kinds, which are no codes that anybody meets, have neither cause nor fix. */
export type RecordedDocs = Pick<CodeDocs, "meaning" | "group" | "since" | "deprecated"> & Partial<CodeText>;

/** What a record is made from. */
export interface Observed {
  readonly service: Service;
  readonly version: string;
  readonly docs: Readonly<Record<string, RecordedDocs>>;
  readonly details: ReadonlyMap<string, DetailsSchema>;
}

/**
 * The record of a vocabulary, made from how the service behaves: an answer is built and decoded for every code, and for every status. So a
 * change in core that makes a service classify otherwise shows, although no row has changed.
 */
export function observe({ service, version, docs, details }: Observed): VocabularyRecord {
  const codes: Record<string, CodeRecord> = {};
  for (const code of Object.keys(service.codes).sort()) {
    const entry = service.codes[code];
    const text = docs[code];
    if (!entry || !text) throw new BadInput(`${service.name}: ${code} has no row in docs.ts. Write what it means.`);
    const error = probe(service, code, entry);
    codes[code] = {
      status: entry.status ?? null,
      ...(error ? classificationOf(error) : pick(entry)),
      foundBy: foundBy(error),
      ...(entry.message !== undefined && { message: entry.message }),
      ...(entry.close !== undefined && { close: entry.close }),
      details: details.get(code) ?? {},
      meaning: text.meaning,
      ...(text.cause !== undefined && { cause: text.cause }),
      ...(text.fix !== undefined && { fix: text.fix }),
      ...(text.origin !== undefined && { origin: text.origin }),
      group: text.group,
      since: text.since,
      ...(text.deprecated !== undefined && { deprecated: text.deprecated }),
    };
  }
  return { service: service.name, version, codes, unrecognized: unrecognizedOf(service) };
}

function pick({ kind, retry, source, idempotentOnly }: Classification): Classification {
  return { kind, retry, source, idempotentOnly };
}

function classificationOf({ kind, retry: { policy, source, idempotentOnly } }: ServiceError): Classification {
  return { kind, retry: policy, source, idempotentOnly };
}

/** A status of each class that no specification gives a meaning, so that it shows what the class alone means. */
const CLASS_STATUS = { "3xx": 399, "4xx": 498, "5xx": 599 } as const;

function unrecognizedOf(service: Service): Readonly<Record<string, Classification>> {
  const unrecognized: Record<string, Classification> = {};
  for (const [name, typical] of Object.entries(CLASS_STATUS)) {
    const first = Math.floor(typical / 100) * 100;
    const ofClass = classificationOf(probeStatus(service, typical));
    unrecognized[name] = ofClass;
    for (let status = first; status < first + 100; status += 1) {
      const error = probeStatus(service, status);
      const found = classificationOf(error);
      if (error.code === UNRECOGNIZED && !isSame(found, ofClass)) unrecognized[status] = found;
    }
  }
  return unrecognized;
}

function isSame(one: Classification, other: Classification): boolean {
  return one.kind === other.kind && one.retry === other.retry && one.source === other.source && one.idempotentOnly === other.idempotentOnly;
}
