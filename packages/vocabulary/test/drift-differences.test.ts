import { readFileSync } from "node:fs";
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
import { compare } from "../src/drift/differences.js";
import { KNOWN, reasonOf } from "../src/drift/known.js";
import { observe } from "../src/observe.js";
import { understandPage } from "../src/page/understand.js";

function page(name: string): string {
  return readFileSync(new URL(`../fixtures/pages/${name}`, import.meta.url), "utf8");
}

function drift(name: string, rows: Readonly<Record<string, CodeRow>>, file: string): string[] {
  const isDetail = name === "garden";
  const service = defineService({
    name,
    rows,
    findCode: isDetail ? () => (parts) => byMessage(rows)(parts) ?? byStatus(rows)(parts) : byWireCode,
    wire: isDetail ? { layers: detailFirst, sendsCodes: false } : { layers: errorFirst, sendsCodes: true },
    readers: (create) => ({
      fromClose: (close: CloseFrame) => create(partsOfClose(rows, close)),
    }),
  });
  const docs = Object.fromEntries(Object.keys(rows).map((code) => [code, { meaning: code, group: "All", since: "1.0.0", page: "x" }]));
  const record = observe({ service, version: "1.0.0", docs, details: new Map() });
  return compare(record, understandPage(page(file)).rows).differences.map(
    ({ what, key, entry, here }) => `${key}: ${what} (page: ${entry?.status ?? "none"}, here: ${here ?? "none"})`,
  );
}

const HOTEL = {
  ROOM_LOCKED: { status: 409 },
  ROOM_GONE: { status: 410 },
  ROOM_NEW: { status: 423 },
  KITCHEN_COLD: { kind: "unavailable" },
  KITCHEN_CLOSED: { kind: "unavailable" },
} as const satisfies Readonly<Record<string, CodeRow>>;

const GARDEN = {
  BED_FULL: { message: "Bed is full", status: 409 },
  NO_PLANT: { message: "No plant called <name>" },
  OTHER_SEED: { message: "Seed of <kind> expected" },
  HEDGE: { message: "Hedge too high", status: 409 },
  NOT_FOUND: { status: 404 },
  GONE: { status: 410 },
  LATER: { status: 503 },
  BROKEN: { status: 500 },
  SHUT: { close: 4401, kind: "unauthenticated" },
} as const satisfies Readonly<Record<string, CodeRow>>;

describe("a service with codes", () => {
  it.each(["hotel.md", "hotel.html", "hotel-broken.txt"])("no drift in %s", (file) => {
    expect(drift("hotel", HOTEL, file)).toEqual([]);
  });

  it("codes that only the page has, that only we have, and other statuses", () => {
    const { ROOM_NEW: _, ...others } = HOTEL;
    expect(drift("hotel", { ...others, ROOM_GONE: { status: 404 }, ROOM_OWN: { status: 400 } }, "hotel.md")).toEqual([
      "ROOM_GONE: another status (page: 410, here: 404)",
      "ROOM_NEW: not in the vocabulary (page: 423, here: none)",
      "ROOM_OWN: not on the page (page: none, here: 400)",
    ]);
  });

  it("a status that only we have is a difference, too", () => {
    expect(drift("hotel", { ...HOTEL, KITCHEN_COLD: { status: 503 } }, "hotel.md")).toEqual([
      "KITCHEN_COLD: another status (page: none, here: 503)",
    ]);
  });
});

describe("a service with messages, statuses and closes", () => {
  it("no drift", () => expect(drift("garden", GARDEN, "garden.txt")).toEqual([]));

  it("a message, a status and a close that we lack, and a row that the page lacks", () => {
    const { BED_FULL: _bed, LATER: _later, SHUT: _shut, ...others } = GARDEN;
    expect(
      drift("garden", { ...others, OWN: { message: "Own words" }, SHUT: { close: 4403, kind: "unauthenticated" } }, "garden.txt"),
    ).toEqual([
      "503: not in the vocabulary (page: 503, here: none)",
      "4401: not in the vocabulary (page: none, here: none)",
      "Bed is full: not in the vocabulary (page: 409, here: none)",
      "OWN: not on the page (page: none, here: none)",
      "SHUT: not on the page (page: none, here: none)",
    ]);
  });

  it("another status of a message", () => {
    expect(drift("garden", { ...GARDEN, HEDGE: { message: "Hedge too high", status: 400 } }, "garden.txt")).toEqual([
      "HEDGE: another status (page: 409, here: 400)",
    ]);
  });
});

describe("known differences", () => {
  it("have a reason each, and no key twice", () => {
    const ids = KNOWN.flatMap(({ service, what, keys }) => keys.map((key) => `${service} ${what} ${key}`));
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
    expect(KNOWN.filter(({ why }) => !/^[A-Z].+\.$/.test(why))).toEqual([]);
  });

  it("count for their service, their kind and their key alone", () => {
    expect(reasonOf("scaiwave", "not on the page", "CONNECTION_ABORTED")).toContain("WebSocket");
    expect(reasonOf("scaigrid", "not on the page", "CONNECTION_ABORTED")).toBeUndefined();
    expect(reasonOf("scaiwave", "another status", "CONNECTION_ABORTED")).toBeUndefined();
  });
});
