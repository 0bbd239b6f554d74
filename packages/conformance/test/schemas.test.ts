import { type Layer, type Service, isObject } from "@scai-errors/core";
import { type AnswerOverrides, answer, closeOf } from "@scai-errors/testing";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { samplesOf } from "../src/samples.js";
import { type Member, members } from "@scai-errors/workspace/members";

const COUNT = 300;

type Values = Readonly<Record<string, unknown>>;

/** What a documented body says, by the fields of the error that have to say the same. */
function saidBy({ wire }: Service, body: unknown): Values {
  const { meta } = body as Readonly<Record<string, unknown>>;
  // The place that the service believes first is the one that its documentation shows.
  const [said] = wire.layers(body as Layer, () => undefined) as readonly (string | readonly Values[] | Values)[];
  if (typeof said === "string") return { message: said };
  if (Array.isArray(said)) return said.length === 0 ? {} : { problems: said.map((entry: Values) => entry.msg) };
  const { code, message, request_id, retry_after } = said as Values;
  const requestId = wire.requestId === "meta" ? (meta as Values | undefined)?.request_id : request_id;
  return { receivedCode: code, message, requestId, afterMs: retry_after === undefined ? undefined : (retry_after as number) * 1000 };
}

/** The same fields of what the reader made of it. */
function readBy(service: Service, body: unknown, said: Values): Values {
  const { receivedCode, message, requestId, retry, issues } = service.describe({ status: 400, body });
  const read = { receivedCode, message, requestId, afterMs: retry.afterMs, problems: issues.map((issue) => issue.message) };
  return Object.fromEntries(Object.entries(read).filter(([name]) => name in said));
}

/** The details of a code, sent as the service sends them, as its reader gives them. */
function sent(service: Service, code: string, details: unknown): unknown {
  const { close, status, message } = service.codes[code] ?? {};
  const { reason, retry_after } = Object(details) as { readonly reason?: string; readonly retry_after?: number };
  if (close !== undefined) return service.fromClose?.(closeOf(service, code, reason === undefined ? {} : { reason }))?.details;
  if (status === undefined && message === undefined && !service.wire.sendsCodes) {
    // Found in downloads; the way that other programs can hand them over is as JSON.
    const json = { ...service.describe({ status: 400 }), code, id: `${service.name}/${code}`, status: undefined, codeFrom: "download" };
    const entry = service.codes[code];
    const retry = { policy: entry?.retry, afterMs: undefined, idempotentOnly: entry?.idempotentOnly, source: entry?.source };
    return service.fromJSON({ ...json, message: "Incomplete", kind: entry?.kind, retry, details })?.details;
  }
  const parameters = isObject(details) ? Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)])) : {};
  // What the schema accepts is JSON.
  const overrides = { details: details as AnswerOverrides["details"], parameters, retryAfter: retry_after ?? null };
  return service.decode(answer(service, code, overrides)).details;
}

describe.each(members)("the schemas of $service.name", ({ service, schema }: Member) => {
  const documented = Object.entries(service.codes).filter(([, { status }]) => status !== undefined);

  it.each(documented)("accept the answer for %s", (code) => {
    expect(z.safeParse(schema.envelope(), JSON.parse(answer(service, code).body)).error?.issues ?? []).toEqual([]);
  });

  it("accept no body that the reader misreads", () => {
    const bodies = samplesOf(schema.envelope(), COUNT);
    expect(bodies.length).toBeGreaterThan(COUNT / 2);
    for (const body of bodies) {
      const said = saidBy(service, body);
      expect(readBy(service, body, said), JSON.stringify(body)).toEqual(said);
    }
  });

  it("refuse what is no answer", () => {
    const strangers = [
      null,
      "",
      [],
      {},
      { error: "invalid_grant" },
      { error: { code: 7, message: "a" } },
      { detail: 7 },
      { detail: [{ msg: 1 }] },
    ];
    expect(strangers.filter((stranger) => z.safeParse(schema.envelope(), stranger).success)).toEqual([]);
  });

  it("have details for codes only, and for every code with a reader", () => {
    const withReader = Object.entries(service.codes).flatMap(([code, { details }]) => (details ? [code] : []));
    expect(Object.keys(schema.details ?? {}).toSorted()).toEqual(withReader.toSorted());
  });

  it.each(Object.entries(schema.details ?? {}))("accept no details of %s that the reader misreads", (code, detailsOf) => {
    const samples = samplesOf(detailsOf(), COUNT / 10);
    expect(samples.length).toBeGreaterThan(5);
    for (const sample of samples) {
      // Through JSON, where a member that is undefined is one that is absent.
      expect(JSON.parse(JSON.stringify(sent(service, code, sample))), JSON.stringify(sample)).toEqual(sample);
    }
  });
});
