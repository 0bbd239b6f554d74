import type { Kind } from "@scai-errors/core";
import { kindOfStatus, UNRECOGNIZED } from "@scai-errors/core";
import { describe, expect, it } from "vitest";
import { members } from "@scai-errors/workspace/members";

/** A kind that is missing here, or is no kind any more, does not compile. */
const KINDS = {
  cancelled: true,
  unknown: true,
  invalid_argument: true,
  deadline_exceeded: true,
  not_found: true,
  already_exists: true,
  permission_denied: true,
  rate_limited: true,
  quota_exceeded: true,
  failed_precondition: true,
  aborted: true,
  out_of_range: true,
  unimplemented: true,
  internal: true,
  unavailable: true,
  data_loss: true,
  unauthenticated: true,
} satisfies Record<Kind, true>;

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at);

describe("all vocabularies together", () => {
  it("share no service name and no id", () => {
    expect(repeated(members.map(({ service }) => service.name))).toEqual([]);
    expect(repeated(members.flatMap(({ service }) => Object.keys(service.codes).map((code) => `${service.name}/${code}`)))).toEqual([]);
  });

  it("produce every kind, by a code, a status or a close", () => {
    const produced = new Set<string>(members.flatMap(({ service }) => Object.values(service.codes).map(({ kind }) => kind)));
    for (const status of range(100, 599)) produced.add(kindOfStatus(status));
    for (const { service } of members) for (const code of range(1000, 4999)) produced.add(service.fromClose?.({ code })?.kind ?? "unknown");
    expect([...produced].toSorted()).toEqual(Object.keys(KINDS).toSorted());
  });
});

describe.each(members)("$service.name", ({ service, docs, brand }) => {
  it("has docs for every code and a code for all docs", () => {
    expect(Object.keys(docs).toSorted()).toEqual(Object.keys(service.codes).toSorted());
  });

  it("says something of its own about every code", () => {
    const meanings = Object.values(docs).map(({ meaning }) => meaning);
    expect(repeated(meanings)).toEqual([]);
    expect(meanings.filter((meaning) => !/^\p{Lu}.*[^.]\.$/u.test(meaning))).toEqual([]);
  });

  it(`does not claim the code ${UNRECOGNIZED}, nor names that objects have`, () => {
    const taken = [UNRECOGNIZED, ...Object.getOwnPropertyNames(Object.prototype)];
    expect(Object.keys(service.codes).filter((code) => taken.includes(code))).toEqual([]);
  });

  it("gives errors that only it takes for its own", () => {
    const error = service.decode({ status: 500 });
    expect(members.filter((other) => other.service.is(error)).map((other) => other.service.name)).toEqual([service.name]);
    expect(members.filter((other) => error instanceof other.brand).map((other) => other.service.name)).toEqual([service.name]);
    expect(error).toBeInstanceOf(brand);
  });
});
