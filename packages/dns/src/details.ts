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

type Members = Readonly<Record<string, unknown>>;

/** A member of what was received, as one clean line; empty where there is none, which no message with a variable part leaves it. */
function textOf(received: unknown, name: string): string {
  return cleanLine((Object(received) as Members)[name]) ?? "";
}

function fieldOf(received: unknown): string | undefined {
  return cleanLine((Object(received) as Members)["field"]);
}

function conflictsOf(received: unknown): readonly JsonValue[] {
  const { conflicts } = Object(received) as Members;
  // The copy of an array is an array.
  return Array.isArray(conflicts) ? (copyJson(conflicts) as readonly JsonValue[]) : [];
}

// Written out in each, because adding members to an object that was just made takes five times as long as making it with them.

/** The details of every error. */
export function conflict(received: unknown): Conflict {
  return { field: fieldOf(received), conflicts: conflictsOf(received) };
}

export function namedDomain(received: unknown): NamedDomain {
  return { field: fieldOf(received), conflicts: conflictsOf(received), name: textOf(received, "name") };
}

export function blockingCname(received: unknown): BlockingCname {
  return { field: fieldOf(received), conflicts: conflictsOf(received), name: textOf(received, "name"), type: textOf(received, "type") };
}

export function expectedValue(received: unknown): ExpectedValue {
  return { field: fieldOf(received), conflicts: conflictsOf(received), expected: textOf(received, "expected") };
}

export function missingPermission(received: unknown): MissingPermission {
  return { field: fieldOf(received), conflicts: conflictsOf(received), permission: textOf(received, "permission") };
}
