import { type DocsOf, type Kind, type UNRECOGNIZED, assertNever, match } from "@scai-errors/core";
import type { ScaidriveError } from "@scai-errors/scaidrive";
import type { memberByName } from "@scai-errors/workspace/members";
import type { AnyError, ServiceName } from "@scai-errors/workspace/services";
import { describe, expectTypeOf, it } from "vitest";

type Members = typeof memberByName;
type CodesOf<S extends ServiceName> = keyof Members[S]["service"]["codes"] & string;

declare const error: AnyError;

describe("docs", () => {
  it("have exactly the rows of the codes", () => {
    expectTypeOf<{ [S in ServiceName]: keyof Members[S]["docs"] }>().toEqualTypeOf<{ [S in ServiceName]: CodesOf<S> }>();
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
    expectTypeOf<AnyError["id"]>().toEqualTypeOf<{ [S in ServiceName]: `${S}/${CodesOf<S> | typeof UNRECOGNIZED}` }[ServiceName]>();
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
    type Handlers = { [S in ServiceName]: (one: Extract<AnyError, { service: S }>) => S };
    const handlers = {} as Handlers;
    expectTypeOf(match(error, "service", handlers)).toEqualTypeOf<ServiceName>();
    const { dns: _dropped, ...missing } = handlers;
    // @ts-expect-error -- dns has no handler
    match(error, "service", missing);
    // @ts-expect-error -- what is handled as an error of dns is one of another service, too
    match(error, "service", { ...handlers, scaigrid: handlers.dns });
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
