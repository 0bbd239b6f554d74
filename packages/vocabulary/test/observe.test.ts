import {
  type CloseFrame,
  type CodeRow,
  byMessage,
  byStatus,
  byWireCode,
  defineService,
  partsOfClose,
  detailFirst,
  errorFirst,
} from "@scai-errors/core";
import { describe, expect, it } from "vitest";
import { coreVocabulary } from "../src/core-vocabulary.js";
import { diff } from "../src/diff.js";
import { observe } from "../src/observe.js";
import type { VocabularyRecord } from "../src/record.js";

type Rows = Readonly<Record<string, CodeRow>>;

function docsOf(rows: Rows): Parameters<typeof observe>[0]["docs"] {
  return Object.fromEntries(Object.keys(rows).map((code) => [code, { meaning: `${code}.`, group: "All", since: "1.0.0" }]));
}

/** A service that finds codes in every way there is, as observed. */
function observed(rows: Rows, docs = docsOf(rows)): VocabularyRecord {
  const sent = Object.fromEntries(Object.entries(rows).filter(([, { close }]) => close === undefined));
  const service = defineService({
    name: "hotel",
    rows,
    findCode: () => (parts) => byWireCode(sent)(parts) ?? byMessage(rows)(parts) ?? byStatus(rows)(parts),
    wire: { layers: detailFirst, sendsCodes: false },
    readers: (create) => ({
      fromClose: (close: CloseFrame) => create(partsOfClose(rows, close)),
    }),
  });
  return observe({ service, version: "1.0.0", docs, details: new Map() });
}

describe("a record", () => {
  it("says how each code is found and classified", () => {
    const { codes } = observed({
      ROOM_LOCKED: { status: 409, kind: "failed_precondition" },
      ROOM_TAKEN: { message: "Room <name> is taken", status: 409, retry: "never" },
      SIGNED_OUT: { close: 4401, kind: "unauthenticated" },
    });
    expect(codes.ROOM_LOCKED).toMatchObject({
      foundBy: "wire",
      status: 409,
      kind: "failed_precondition",
      retry: "after_change",
      source: "status",
    });
    expect(codes.ROOM_TAKEN).toMatchObject({ foundBy: "message", message: "Room <name> is taken", retry: "never", source: "documented" });
    expect(codes.SIGNED_OUT).toMatchObject({ foundBy: "close", close: 4401, status: null, retry: "after_change" });
  });

  it("keeps what people read about a code, and of docs without cause and fix nothing in their place", () => {
    const text = {
      meaning: "Taken.",
      cause: "Somebody was faster.",
      fix: "Take another.",
      origin: "caller",
      group: "Rooms",
      since: "1.0.0",
    } as const;
    const rows = { ROOM_TAKEN: { status: 409 } };
    expect(observed(rows, { ROOM_TAKEN: text }).codes.ROOM_TAKEN).toMatchObject(text);
    expect(Object.keys(observed(rows).codes.ROOM_TAKEN!)).toEqual(expect.not.arrayContaining(["cause", "fix", "origin"]));
  });

  it("is in alphabetical order, so that moving a row changes nothing", () => {
    const one = observed({ A: { status: 400 }, B: { status: 500 } });
    const other = observed({ B: { status: 500 }, A: { status: 400 } });
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });

  it("refuses a code without docs", () => {
    const service = defineService({
      name: "hotel",
      rows: { A: {} },
      findCode: () => () => undefined,
      wire: { layers: errorFirst, sendsCodes: true },
    });
    expect(() => observe({ service, version: "1.0.0", docs: {}, details: new Map() })).toThrow("hotel: A has no row in docs.ts.");
  });

  it("has a code that no answer leads to as the program's own", () => {
    const service = defineService({
      name: "hotel",
      rows: { A: { kind: "data_loss" } },
      findCode: () => () => undefined,
      wire: { layers: errorFirst, sendsCodes: true },
    });
    const { codes } = observe({ service, version: "1.0.0", docs: docsOf({ A: {} }), details: new Map() });
    expect(codes.A).toMatchObject({ foundBy: "program", kind: "data_loss", retry: "once" });
  });
});

describe("behaviour that no row shows", () => {
  it("a finder that no longer finds a code changes how it is found", () => {
    const rows = { GONE: { status: 410 } } as const;
    const find = (findCode: typeof byWireCode) => {
      const service = defineService({ name: "hotel", rows, findCode, wire: { layers: errorFirst, sendsCodes: true } });
      return observe({ service, version: "1.0.0", docs: docsOf(rows), details: new Map() });
    };
    expect(diff(find(byWireCode), find(byStatus))).toMatchObject([{ id: "found", subject: "GONE", was: "wire", is: "status" }]);
  });

  it("a service that classifies otherwise than its rows say is recorded as it behaves", () => {
    const rows = { GONE: { status: 410 } } as const;
    const service = defineService({ name: "hotel", rows, findCode: byWireCode, wire: { layers: errorFirst, sendsCodes: true } });
    const changed: typeof service = {
      ...service,
      // What a change in core would do: the row is as it was, and the error is another.
      decode: (answer) => Object.assign(service.decode(answer), { kind: "internal" }),
    };
    const { codes } = observe({ service: changed, version: "1.0.0", docs: docsOf(rows), details: new Map() });
    expect(codes.GONE?.kind).toBe("internal");
  });

  it("core's record has every kind, and every status that means more than its class", () => {
    const { codes, unrecognized } = observe(coreVocabulary("1.0.0"));
    expect(Object.keys(codes)).toHaveLength(17);
    expect(codes.unavailable).toMatchObject({ retry: "backoff", idempotentOnly: true });
    expect(unrecognized["503"]).toMatchObject({ kind: "unavailable" });
    expect(unrecognized["418"]).toBeUndefined();
    expect(unrecognized["4xx"]).toMatchObject({ kind: "invalid_argument", retry: "never" });
  });
});
