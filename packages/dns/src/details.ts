import { type JsonValue, cleanLine, copyJson } from "@scai-errors/core";

/** What Scai DNS says beyond the message, where it answers with an object. */
export interface Conflict {
  /** The field of the request that is wrong, as the answer names it. */
  readonly field: string | undefined;
  /** What stands in the way: ids, or whole records; empty where the answer names nothing. */
  readonly conflicts: readonly JsonValue[];
}

/** A failure about a name. */
export interface NamedDomain extends Conflict {
  readonly name: string;
}

/** A record that cannot be created beside a CNAME. */
export interface BlockingCname extends NamedDomain {
  /** The type of the record that was to be created. */
  readonly type: string;
}

/** A TXT record with another value than the expected one. */
export interface ExpectedValue extends Conflict {
  readonly expected: string;
}

/** A permission that the caller lacks on the domain. */
export interface MissingPermission extends Conflict {
  readonly permission: string;
}

/** A member of what was received, as one clean line; empty where there is none, which no message with a variable part leaves it. */
function textOf(received: unknown, name: string): string {
  return cleanLine((Object(received) as Readonly<Record<string, unknown>>)[name]) ?? "";
}

/** The details of every error. */
export function conflict(received: unknown): Conflict {
  const { field, conflicts } = Object(received) as Readonly<Record<keyof Conflict, unknown>>;
  return {
    field: cleanLine(field),
    // The copy of an array is an array.
    conflicts: Array.isArray(conflicts) ? (copyJson(conflicts) as readonly JsonValue[]) : [],
  };
}

// Assigned, because a copy of an object that was just made takes five times as long.

export function namedDomain(received: unknown): NamedDomain {
  return Object.assign(conflict(received), { name: textOf(received, "name") });
}

export function blockingCname(received: unknown): BlockingCname {
  return Object.assign(namedDomain(received), { type: textOf(received, "type") });
}

export function expectedValue(received: unknown): ExpectedValue {
  return Object.assign(conflict(received), { expected: textOf(received, "expected") });
}

export function missingPermission(received: unknown): MissingPermission {
  return Object.assign(conflict(received), { permission: textOf(received, "permission") });
}
