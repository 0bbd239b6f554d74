import { UNRECOGNIZED } from "@scai-errors/core";
import { services } from "@scai-errors/workspace/services";
import { describe, expect, it } from "vitest";
import { answer } from "../src/answer.js";
import { closeOf } from "../src/close.js";
import { eventOf } from "../src/event.js";
import { isAnswered } from "../src/reporting.js";
import { allCodes, installed, installedService } from "./installed.js";

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);

describe("every code of every service", () => {
  it("is here, with all services", () => {
    expect(installed.map(({ name }) => name).toSorted()).toEqual(services.map(({ name }) => name).toSorted());
  });

  const answered = allCodes.filter(([, service, , entry]) => isAnswered(service, entry));

  it.each(answered)("%s comes back from its answer", (id, service, code, entry) => {
    const sent = answer(service, code, { now: NOW });
    const error = service.decode(sent);
    expect(error.id).toBe(id);
    expect(error).toMatchObject({ status: sent.status, kind: entry.kind, rateLimit: service.wire.rateLimit ? { limit: 60 } : undefined });
    expect(error.status).toBe(entry.status ?? sent.status);
    expect(error.retry).toEqual({
      policy: entry.retry,
      source: entry.source,
      idempotentOnly: entry.idempotentOnly,
      afterMs: (sent.status === 429 || sent.status === 503) && entry.retry === "backoff" ? 15_000 : undefined,
    });
    expect(/^req_[\da-f]{8}$/.test(error.requestId ?? "")).toBe(service.wire.requestId !== undefined);
    expect(error.issues).toHaveLength(sent.status === 422 ? 1 : 0);
  });

  it.each(allCodes.filter(([, service, , entry]) => service.fromEvent && isAnswered(service, entry)))(
    "%s comes back from its stream frame",
    (id, service, code) => {
      expect(service.fromEvent?.(eventOf(service, code))?.id).toBe(id);
    },
  );

  it("comes back from the frame of a newer version as one that is not known", () => {
    const scaigrid = installedService("scaigrid");
    expect(scaigrid.fromEvent?.(eventOf(scaigrid, UNRECOGNIZED))).toMatchObject({
      code: UNRECOGNIZED,
      receivedCode: "CODE_OF_A_NEWER_RELEASE",
    });
  });

  it.each(allCodes.filter(([, , , { close }]) => close !== undefined))("%s comes back from its close", (id, service, code, { close }) => {
    expect(closeOf(service, code)).toEqual({ code: close, reason: "" });
    expect(service.fromClose?.(closeOf(service, code, { reason: "bye" }))).toMatchObject({ id, message: "bye" });
  });

  it("has a request id of its own", () => {
    const ids = answered.flatMap(([, service, code]) => service.decode(answer(service, code)).requestId ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("an answer", () => {
  it("is written as the service writes it", async () => {
    const shown = [
      ["scaigrid", "MODEL_NOT_FOUND"],
      ["scaigrid", "RATE_LIMITED"],
      ["scaigrid", "VALIDATION_ERROR"],
      ["scaigrid", UNRECOGNIZED],
      ["scaikey", "secret_not_found"],
      ["scaikey", "validation_error"],
      ["scaikey", "rate_limited"],
      ["scaiwave", "SW_ROOM_NOT_FOUND"],
      ["scaidrive", "INSUFFICIENT_STORAGE"],
      ["scaidrive", "UNPROCESSABLE_CONTENT"],
      ["scaidrive", "SERVICE_UNAVAILABLE"],
      ["dns", "RECORD_EXISTS"],
      ["dns", "PERMISSION_REQUIRED"],
      ["dns", "TXT_RECORD_MISSING"],
    ].map(([name = "", code = ""]) => {
      const { status, headers, body } = answer(installedService(name), code, { now: NOW });
      const lines = Object.entries(headers).map((header) => header.join(": "));
      return [`### ${name}/${code}`, `HTTP ${status}`, ...lines, "", JSON.stringify(JSON.parse(body), undefined, 2), ""].join("\n");
    });
    await expect(shown.join("\n")).toMatchFileSnapshot("golden/answers.txt");
  });

  it("makes a response", async () => {
    const sent = answer(installedService("scaigrid"), "BACKEND_TIMEOUT");
    const error = await installedService("scaigrid").fromResponse(new Response(sent.body, sent));
    expect(error).toMatchObject({ code: "BACKEND_TIMEOUT", status: 504 });
  });

  it.each(installed.map((service) => [service.name, service] as const))(
    "may be one that this version of %s does not know",
    (_, service) => {
      const error = service.decode(answer(service, UNRECOGNIZED));
      expect(error).toMatchObject({ code: UNRECOGNIZED, status: 418 });
      expect(error.receivedCode).toBe(service.wire.sendsCodes ? "CODE_OF_A_NEWER_RELEASE" : undefined);
    },
  );
});

describe("overrides", () => {
  const scaigrid = installedService("scaigrid");
  const dns = installedService("dns");

  it("replace what is usual", () => {
    const sent = answer(scaigrid, "RATE_LIMITED", {
      status: 503,
      message: "Slow down",
      requestId: "req_mine",
      retryAfter: 3,
      details: { hint: "batch" },
      receivedCode: "RATE_LIMITED_V2",
      headers: { "x-gateway": "a", "content-type": null },
      now: NOW,
    });
    expect(sent.headers).toEqual({
      "retry-after": "3",
      "x-gateway": "a",
      "x-scaigrid-ratelimit-limit": "60",
      "x-scaigrid-ratelimit-remaining": "59",
      "x-scaigrid-ratelimit-reset": `${(NOW + 55_000) / 1000}`,
    });
    expect(scaigrid.decode(sent)).toMatchObject({
      code: UNRECOGNIZED,
      receivedCode: "RATE_LIMITED_V2",
      status: 503,
      message: "Slow down",
      requestId: "req_mine",
      details: { hint: "batch" },
    });
    expect(JSON.parse(sent.body)).toMatchObject({ error: { retry_after: 3 } });
  });

  it("leave out with null what a service may leave out", () => {
    const sent = answer(scaigrid, "RATE_LIMITED", { requestId: null, retryAfter: null });
    expect(sent.headers).not.toHaveProperty("retry-after");
    expect(JSON.parse(sent.body)).toEqual({ status: "error", error: { code: "RATE_LIMITED", message: "Rate limited" } });
  });

  it("fill in the variable parts of a message, dollar signs and all", () => {
    const sent = answer(dns, "TXT_RECORD_MISSING", { parameters: { name: "$&.example.test" } });
    expect(JSON.parse(sent.body)).toEqual({ detail: "No DNS record found for $&.example.test" });
    expect(dns.decode(sent).details).toMatchObject({ name: "$&.example.test" });
  });

  it("fill in each variable part once, whatever its value reads like", () => {
    const sent = answer(dns, "CNAME_EXISTS", { parameters: { type: "<name>", name: "a.example" } });
    expect(JSON.parse(sent.body)).toEqual({ detail: "Cannot create <name> record: CNAME exists at a.example" });
    expect(dns.decode(sent).details).toMatchObject({ type: "<name>", name: "a.example" });
  });

  it("become an object beside the message, where the service answers in the detail family", () => {
    const sent = answer(dns, "RECORD_EXISTS", { details: { field: "content", conflicts: ["rec_1"] } });
    expect(JSON.parse(sent.body)).toEqual({ detail: { message: "Record already exists", field: "content", conflicts: ["rec_1"] } });
    expect(dns.decode(sent)).toMatchObject({ code: "RECORD_EXISTS", details: { field: "content", conflicts: ["rec_1"] } });
    expect(answer(dns, "RECORD_EXISTS", { details: "as it stands" }).body).toBe('{"detail":"as it stands"}');
  });

  it("name the fields in the service's own form", () => {
    const issues = [{ path: ["slug"], message: "Too short" }];
    expect(scaigrid.decode(answer(scaigrid, "VALIDATION_ERROR", { issues })).issues).toEqual(issues);
    expect(dns.decode(answer(dns, "UNPROCESSABLE_CONTENT", { issues })).issues).toEqual([{ ...issues[0], type: "value_error" }]);
  });

  it("put a request id into the header, where the service has no place for it", () => {
    expect(answer(dns, "NOT_FOUND", { requestId: "req_gateway" }).headers).toMatchObject({ "x-request-id": "req_gateway" });
  });
});
