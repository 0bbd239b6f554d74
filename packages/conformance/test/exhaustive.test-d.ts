import { type DocsOf, type Kind, UNRECOGNIZED, assertNever, match } from "@scai-errors/core";
import type { DnsError, dns } from "@scai-errors/dns";
import type { docs as dnsDocs } from "@scai-errors/dns/docs";
import type { ScaidriveError, scaidrive } from "@scai-errors/scaidrive";
import type { docs as scaidriveDocs } from "@scai-errors/scaidrive/docs";
import type { scaigrid } from "@scai-errors/scaigrid";
import type { docs as scaigridDocs } from "@scai-errors/scaigrid/docs";
import type { scaikey } from "@scai-errors/scaikey";
import type { docs as scaikeyDocs } from "@scai-errors/scaikey/docs";
import type { scaiwave } from "@scai-errors/scaiwave";
import type { docs as scaiwaveDocs } from "@scai-errors/scaiwave/docs";
import { describe, expectTypeOf, it } from "vitest";
import type { AnyError } from "../src/services.js";

declare const error: AnyError;

describe("docs", () => {
  it("have exactly the rows of the codes", () => {
    expectTypeOf<keyof typeof scaigridDocs>().toEqualTypeOf<keyof typeof scaigrid.codes>();
    expectTypeOf<keyof typeof scaikeyDocs>().toEqualTypeOf<keyof typeof scaikey.codes>();
    expectTypeOf<keyof typeof scaiwaveDocs>().toEqualTypeOf<keyof typeof scaiwave.codes>();
    expectTypeOf<keyof typeof scaidriveDocs>().toEqualTypeOf<keyof typeof scaidrive.codes>();
    expectTypeOf<keyof typeof dnsDocs>().toEqualTypeOf<keyof typeof dns.codes>();
  });

  it("do not compile without a row, or with one too many", () => {
    const row = {
      meaning: "It broke.",
      cause: "It fell.",
      fix: "Glue it.",
      origin: "caller",
      group: "All",
      since: "1.0.0",
      page: "x",
    } as const;
    const { cause, ...withoutCause } = row;
    expectTypeOf({ A: { ...withoutCause, cause } } satisfies DocsOf<{ A: 1 }>).toBeObject();
    // @ts-expect-error -- A does not say its cause
    expectTypeOf({ A: withoutCause } satisfies DocsOf<{ A: 1 }>).toBeObject();
    // @ts-expect-error -- B has no docs
    expectTypeOf({ A: row } satisfies DocsOf<{ A: 1; B: 1 }>).toBeObject();
    // @ts-expect-error -- C has no code
    expectTypeOf({ A: row, C: row } satisfies DocsOf<{ A: 1 }>).toBeObject();
  });
});

describe("several services", () => {
  it("have one discriminant: every id of every service", () => {
    expectTypeOf<AnyError["id"]>().toEqualTypeOf<
      | `scaigrid/${keyof typeof scaigrid.codes | typeof UNRECOGNIZED}`
      | `scaikey/${keyof typeof scaikey.codes | typeof UNRECOGNIZED}`
      | `scaiwave/${keyof typeof scaiwave.codes | typeof UNRECOGNIZED}`
      | `scaidrive/${keyof typeof scaidrive.codes | typeof UNRECOGNIZED}`
      | `dns/${keyof typeof dns.codes | typeof UNRECOGNIZED}`
    >();
  });

  it("are handled by kind with a handler for each kind and no other", () => {
    const handled = () => "" as const;
    const all = {
      cancelled: handled,
      unknown: handled,
      invalid_argument: handled,
      deadline_exceeded: handled,
      not_found: handled,
      already_exists: handled,
      permission_denied: handled,
      rate_limited: handled,
      quota_exceeded: handled,
      failed_precondition: handled,
      aborted: handled,
      out_of_range: handled,
      unimplemented: handled,
      internal: handled,
      unavailable: handled,
      data_loss: handled,
      unauthenticated: handled,
    } satisfies Record<Kind, unknown>;
    expectTypeOf(match(error, "kind", all)).toEqualTypeOf<"">();
    const { data_loss: _dropped, ...missing } = all;
    // @ts-expect-error -- data_loss has no handler
    match(error, "kind", missing);
    // @ts-expect-error -- no such kind
    match(error, "kind", { ...all, resource_exhausted: handled });
  });

  it("are handled by service, each with its own errors", () => {
    match(error, "service", {
      scaigrid: (one) => expectTypeOf(one.service).toEqualTypeOf<"scaigrid">(),
      scaikey: () => undefined,
      scaiwave: () => undefined,
      scaidrive: () => undefined,
      dns: (one) => expectTypeOf(one).toEqualTypeOf<DnsError>(),
    });
    // @ts-expect-error -- dns has no handler
    match(error, "service", { scaigrid: () => 1, scaikey: () => 1, scaiwave: () => 1, scaidrive: () => 1 });
  });

  it("cannot be closed by assertNever while an id is left", () => {
    const one = error as Extract<AnyError, { id: "dns/UNRECOGNIZED" | "scaidrive/UNRECOGNIZED" }>;
    switch (one.id) {
      case "dns/UNRECOGNIZED":
        break;
      case "scaidrive/UNRECOGNIZED":
        expectTypeOf(one).toExtend<ScaidriveError>();
        break;
      default:
        assertNever(one);
    }
    // @ts-expect-error -- nothing was handled
    assertNever(one);
  });
});
