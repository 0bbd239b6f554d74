import { describe, expect, it } from "vitest";
import { type Service, writeBody } from "../src/index.js";
import { flow, graph, remote, store } from "./foreign-services.js";

const codes = ["flow_not_found", "flow_locked", "too_many_runs"] as const;

describe.each<readonly [string, Service]>([
  ["FastAPI's detail with a code under error", flow],
  ["GraphQL's extensions.code", graph],
  ["gRPC's status headers", remote],
  ["an XML error", store],
])("%s", (_, service) => {
  it.each(codes)("there and back: %s", (code) => {
    const content = { code, message: "Said so.", details: undefined, issues: [], requestId: undefined, retryAfter: undefined };
    const status = service.codes[code]?.status ?? 500;
    const error = service.decode({ status, ...writeBody(service.wire, content) });
    expect(error).toMatchObject({ id: `${service.name}/${code}`, status, message: "Said so.", codeFrom: "wire" });
  });

  it("keeps the status of what is in no form that it knows", () => {
    for (const body of [undefined, "", "<html>", "[1,2", { errors: 7 }, { detail: [] }, "<Error>"]) {
      expect(service.decode({ status: 502, body })).toMatchObject({ code: "UNRECOGNIZED", status: 502, kind: "unavailable" });
    }
  });
});

it("what stands beside the known members is no part of the error", () => {
  const error = flow.decode({ status: 404, body: { detail: { error: "flow_not_found", message: "No such flow", fix: "Make one" } } });
  expect(error).toMatchObject({ code: "flow_not_found", message: "No such flow" });
});
