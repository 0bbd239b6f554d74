import type { Service } from "@scai-errors/core";
import { dns } from "@scai-errors/dns";
import { scaidrive } from "@scai-errors/scaidrive";
import { scaigrid } from "@scai-errors/scaigrid";
import { describe, expectTypeOf, it } from "vitest";
import { type AnswerOverrides, type CodeOf, answer, closeOf, createEmulator, eventOf } from "../src/index.js";

describe("codes", () => {
  it("are those of the service, and the one for newer versions", () => {
    expectTypeOf<"RATE_LIMITED" | "UNRECOGNIZED">().toExtend<CodeOf<typeof scaigrid>>();
    expectTypeOf<"RATE_LIMITTED">().not.toExtend<CodeOf<typeof scaigrid>>();
    expectTypeOf<"RECORD_EXISTS">().not.toExtend<CodeOf<typeof scaigrid>>();
    // @ts-expect-error -- a typing error
    answer(scaigrid, "RATE_LIMITTED");
  });

  it("are any string, where the service is any service", () => {
    expectTypeOf<CodeOf<Service>>().toEqualTypeOf<string>();
  });
});

describe("what comes back", () => {
  it("fits the readers of the services", () => {
    expectTypeOf(answer(scaigrid, "RATE_LIMITED")).toExtend<Parameters<typeof scaigrid.decode>[0]>();
    expectTypeOf(eventOf(scaigrid, "BACKEND_ERROR")).toExtend<Parameters<typeof scaigrid.fromEvent>[0]>();
    expectTypeOf(closeOf(scaidrive, "CONNECTION_FORBIDDEN")).toExtend<Parameters<typeof scaidrive.fromClose>[0]>();
  });

  it("fits Response", () => {
    expectTypeOf(answer(scaigrid, "RATE_LIMITED")).toExtend<ResponseInit>();
  });
});

it("takes services of any sort", () => {
  const services = [scaigrid, scaidrive, dns];
  expectTypeOf({ services }).toExtend<Parameters<typeof createEmulator>[0]>();
});

it("has overrides that may be undefined", () => {
  expectTypeOf<{ retryAfter: undefined; requestId: null }>().toExtend<AnswerOverrides>();
});
