import * as ownCore from "@scai-errors/core";
import type { CodeRow, Kind } from "@scai-errors/core";
import type { Observed } from "./observe.js";

/** A row for every kind; one that is missing does not compile. */
const rows = {
  cancelled: { kind: "cancelled" },
  unknown: { kind: "unknown" },
  invalid_argument: { kind: "invalid_argument" },
  deadline_exceeded: { kind: "deadline_exceeded" },
  not_found: { kind: "not_found" },
  already_exists: { kind: "already_exists" },
  permission_denied: { kind: "permission_denied" },
  rate_limited: { kind: "rate_limited" },
  quota_exceeded: { kind: "quota_exceeded" },
  failed_precondition: { kind: "failed_precondition" },
  aborted: { kind: "aborted" },
  out_of_range: { kind: "out_of_range" },
  unimplemented: { kind: "unimplemented" },
  internal: { kind: "internal" },
  unavailable: { kind: "unavailable" },
  data_loss: { kind: "data_loss" },
  unauthenticated: { kind: "unauthenticated" },
} as const satisfies Readonly<Record<Kind, CodeRow>>;

/** What of core makes a service. */
export type Core = Pick<typeof ownCore, "defineService" | "byWireCode" | "errorFirst">;

/**
 * Core's own part in every vocabulary: what its kinds and statuses mean. Core has a record like the services, because a service takes
 * any core of its range: what core changes in a patch reaches installed programs without a release of their service.
 * @param core a copy of core, where it is not the working tree's that is looked at.
 */
export function coreVocabulary(version: string, { defineService, byWireCode, errorFirst }: Core = ownCore): Observed {
  const service = defineService({ name: "core", rows, findCode: byWireCode, wire: { layers: errorFirst, sendsCodes: true } });
  const docs = Object.fromEntries(
    Object.keys(rows).map((kind) => [kind, { meaning: `What is of the kind ${kind}.`, group: "Kinds", since: "1.0.0" }]),
  );
  return { service, version, docs, details: new Map() };
}
