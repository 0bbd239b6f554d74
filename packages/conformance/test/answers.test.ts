import { type Service, UNRECOGNIZED } from "@scai-errors/core";
import { scaidrive } from "@scai-errors/scaidrive";
import { answer, closeOf, eventOf } from "@scai-errors/testing";
import { describe, expect, it } from "vitest";
import { members } from "@scai-errors/workspace/members";

/** Failures that nothing on the wire reports: they are found by looking at what was downloaded. */
const FOUND_IN_DOWNLOADS: readonly unknown[] = [
  scaidrive.fromDownload({ expectedBytes: 2, receivedBytes: 1 })?.id,
  scaidrive.fromDownload({ expectedSha256: "aa", receivedSha256: "bb" })?.id,
];

/** Every way by which a service reports a code, and the code that comes back. */
function waysOf(service: Service, code: string): Readonly<Record<string, string | undefined>> {
  const ways: Record<string, string | undefined> = {};
  const attempt = (way: string, read: () => string | undefined) => {
    try {
      ways[way] = read();
    } catch (error) {
      // The builders' own way of saying that the service does not report the code like this; what readers throw is a failure.
      if (!(error instanceof TypeError && error.message.startsWith(`${service.name} `))) throw error;
    }
  };
  attempt("answer", () => service.decode(answer(service, code)).code);
  attempt("parsed answer", () => {
    const { status, body } = answer(service, code);
    return service.decode({ status, body: JSON.parse(body) }).code;
  });
  const { fromClose, fromEvent } = service;
  if (fromClose) attempt("close", () => fromClose(closeOf(service, code))?.code);
  if (fromEvent) attempt("event", () => fromEvent(eventOf(service, code))?.code);
  if (FOUND_IN_DOWNLOADS.includes(`${service.name}/${code}`)) ways.download = code;
  return ways;
}

describe.each(members)("what $service.name sends", ({ service }) => {
  it.each([...Object.keys(service.codes), UNRECOGNIZED])("for %s decodes to it", (code) => {
    const ways = waysOf(service, code);
    expect(Object.keys(ways)).not.toEqual([]);
    expect(ways).toEqual(Object.fromEntries(Object.keys(ways).map((way) => [way, code])));
  });

  it("has the documented status", () => {
    const wrong = Object.entries(service.codes).filter(
      ([code, { status }]) => status !== undefined && answer(service, code).status !== status,
    );
    expect(wrong).toEqual([]);
  });
});
