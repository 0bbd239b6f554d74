import { isObject } from "@scai-errors/core";
import type { VocabularyRecord } from "@scai-errors/vocabulary/diff";

/** Deeper than the type of any details, so that a file cannot end the program by its depth. */
const LEVELS = 32;

function isText(value: unknown): boolean {
  return typeof value === "string";
}

/** Whether a value is a type of details, with the parts that its words ask for. */
function isSchema(value: unknown, levels = LEVELS): boolean {
  if (!isObject(value) || levels === 0) return false;
  const { anyOf = [], type, items, properties, required, additionalProperties } = value;
  if (!Array.isArray(anyOf) || (type === "array" && items === undefined)) return false;
  if (type === "object" && !(isObject(properties) && Array.isArray(required))) return false;
  const alternatives: readonly unknown[] = anyOf;
  const parts = [...alternatives, items, additionalProperties, ...Object.values(isObject(properties) ? properties : {})];
  return parts.every((part) => part === undefined || isSchema(part, levels - 1));
}

function isClassification(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isObject(value)) return false;
  const { kind, retry, source, idempotentOnly } = value;
  return [kind, retry, source].every(isText) && typeof idempotentOnly === "boolean";
}

function isCode(value: unknown): boolean {
  if (!isClassification(value)) return false;
  const { status, foundBy, details, close, message, meaning, cause, fix, origin, group, since, deprecated } = value;
  const texts = [message, meaning, cause, fix, origin, group, since, deprecated];
  return (
    (status === null || typeof status === "number") &&
    (close === undefined || typeof close === "number") &&
    isText(foundBy) &&
    isSchema(details) &&
    texts.every((text) => text === undefined || isText(text))
  );
}

/**
 * The vocabulary that the codes.json of a package holds; undefined where it holds none. Looked at member by member: a folder or a tarball may be
 * anybody's, and what is of another type would end the program in the middle.
 */
export function vocabularyOf(value: Readonly<Record<string, unknown>>): VocabularyRecord | undefined {
  const { service, codes, unrecognized } = value;
  if (!isText(service) || !isObject(codes) || !isObject(unrecognized)) return undefined;
  if (!Object.values(codes).every(isCode) || !Object.values(unrecognized).every(isClassification)) return undefined;
  // Its members have the right types. A word that only a newer version has, such as another kind, is shown as it is.
  return value as unknown as VocabularyRecord;
}
