import { type ScaidriveError, scaidrive } from "@scai-errors/scaidrive";
import { type ScaigridError, scaigrid } from "@scai-errors/scaigrid";
import createClient from "openapi-fetch";
import { describe, expectTypeOf, test } from "vitest";
import {
  type Failed,
  type FetchOptions,
  type StoppedBy,
  type TransportError,
  createFetch,
  createRouter,
  whenClosed,
} from "../src/index.js";
import { readEvents } from "../src/sse.js";

const gridFetch = createFetch(scaigrid);

describe("types", () => {
  test("a service's fetch is a fetch", () => {
    expectTypeOf(gridFetch).toExtend<typeof fetch>();
    expectTypeOf<typeof fetch>().toExtend<NonNullable<FetchOptions["fetch"]>>();
    expectTypeOf(gridFetch("x")).toEqualTypeOf<Promise<Response>>();
    createClient({ fetch: gridFetch });
  });

  test("an option may be undefined, which programs have that pass on their own options", () => {
    expectTypeOf<{ attempts: number | undefined }>().toExtend<NonNullable<FetchOptions["retry"]>>();
    expectTypeOf<{ fetch: typeof fetch | undefined; throws: boolean | undefined }>().toExtend<FetchOptions>();
  });

  test("isFailure narrows to the service's errors and the connection's", () => {
    const error: unknown = undefined;
    if (!gridFetch.isFailure(error)) return;
    expectTypeOf(error.attempts).toEqualTypeOf<number>();
    expectTypeOf(error.stoppedBy).toEqualTypeOf<Exclude<StoppedBy, "aborted">>();
    if (error.id === "scaigrid/VALIDATION_ERROR") expectTypeOf(error.details[0]?.field).toEqualTypeOf<string | undefined>();
    if (error.id === "transport/TIMEOUT") {
      expectTypeOf(error.kind).toEqualTypeOf<"deadline_exceeded">();
      expectTypeOf(error.details.mayHaveReachedServer).toEqualTypeOf<boolean>();
    }
    // @ts-expect-error No service has this code.
    if (error.id === "scaigrid/NO_SUCH_CODE") return;
    if (error.service === "transport") expectTypeOf(error).toExtend<TransportError>();
    else expectTypeOf(error).toExtend<Failed<ScaigridError>>();
  });

  test("with routes, to the errors of all their services", () => {
    const both = createFetch(createRouter({ "https://grid.example": scaigrid, "https://drive.example": scaidrive }));
    const error: unknown = undefined;
    if (!both.isFailure(error)) return;
    expectTypeOf(error.service).toEqualTypeOf<"scaigrid" | "scaidrive" | "transport">();
    if (error.service === "scaidrive") expectTypeOf(error).toExtend<ScaidriveError>();
  });

  test("mistakes do not compile", () => {
    // @ts-expect-error Not a service.
    createFetch({ name: "x" });
    // @ts-expect-error No such option.
    createFetch(scaigrid, { retries: 3 });
    // @ts-expect-error In milliseconds, as a number.
    createFetch(scaigrid, { totalTimeoutMs: "10s" });
    // @ts-expect-error ScaiDrive has no event streams.
    readEvents(new Response(), scaidrive);
    // @ts-expect-error ScaiGrid has no WebSockets.
    void whenClosed(new WebSocket("ws://a.example"), scaigrid);
    expectTypeOf(whenClosed(new WebSocket("ws://a.example"), scaidrive)).toEqualTypeOf<Promise<ScaidriveError | undefined>>();
  });
});
