import { SpanKind, SpanStatusCode, type TracerProvider, metrics, trace } from "@opentelemetry/api";
import { AggregationTemporality, InMemoryMetricExporter, MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { describe, expect, test, vi } from "vitest";
import { createFetch } from "../src/create-fetch.js";
import { openTelemetryHooks } from "../src/opentelemetry.js";
import { fakeRuntime } from "./fake-runtime.js";
import { type SampleCode, answer, sample } from "./sample-service.js";
import { thrownBy } from "./thrown.js";

const ADDRESS = "https://a.example/path?token=secret";

/** Calls that are recorded, and what was. */
function recorded(...codes: readonly (SampleCode | undefined)[]): {
  call: (init?: RequestInit, url?: string) => Promise<Response>;
  spans: InMemorySpanExporter;
  counts: () => Promise<Record<string, unknown>>;
} {
  const spans = new InMemorySpanExporter();
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
  let sent = 0;
  const fetch = (): Promise<Response> => {
    const code = codes[sent++];
    return Promise.resolve(code ? answer(code) : new Response());
  };
  const hooks = openTelemetryHooks({
    tracerProvider: new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }),
    meterProvider: new MeterProvider({ readers: [reader] }),
  });
  const sampleFetch = createFetch(sample, { fetch, hooks, runtime: fakeRuntime() });
  return {
    call: (init, url = ADDRESS) => sampleFetch(url, init),
    spans,
    counts: async () => {
      await reader.forceFlush();
      const all = exporter.getMetrics().at(-1)?.scopeMetrics[0]?.metrics ?? [];
      await reader.shutdown();
      return Object.fromEntries(
        all.map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints.map(({ attributes, value }) => ({ attributes, value }))]),
      );
    },
  };
}

describe("OpenTelemetry", () => {
  test("a span for every attempt, with the error's id and the number of the retry", async () => {
    const { call, spans } = recorded("AGAIN", undefined);
    await call();
    const [first, second] = spans.getFinishedSpans();
    const all = {
      "http.request.method": "GET",
      "url.full": "https://a.example/path",
      "server.address": "a.example",
      "server.port": 443,
      "scai.service": "sample",
    };
    expect(first).toMatchObject({ name: "GET", kind: SpanKind.CLIENT, status: { code: SpanStatusCode.ERROR, message: "It is AGAIN." } });
    expect(first?.attributes).toEqual({ ...all, "http.response.status_code": 503, "error.type": "sample/AGAIN" });
    expect(second?.attributes).toEqual({ ...all, "http.response.status_code": 200, "http.request.resend_count": 1 });
    expect(second?.status.code).toBe(SpanStatusCode.UNSET);
  });

  test.each([
    ["https://a.example/path", "a.example", 443],
    ["http://a.example/", "a.example", 80],
    ["http://user:pw@a.example:8080/", "a.example", 8080],
    ["https://[::1]:8443/x:1", "[::1]", 8443],
  ])("a span of %s says where the request went", async (url, address, port) => {
    const { call, spans } = recorded(undefined);
    await call(undefined, url);
    expect(spans.getFinishedSpans()[0]?.attributes).toMatchObject({ "server.address": address, "server.port": port });
  });

  test("a span where URL takes nothing apart, as React Native's", async () => {
    vi.stubGlobal(
      "URL",
      class {
        constructor(readonly href: string) {}
        get hostname(): string {
          throw new Error("URL.hostname is not implemented");
        }
      },
    );
    try {
      const { call, spans } = recorded("AGAIN", undefined, undefined);
      await call();
      await call(undefined, "HTTPS://a.example/");
      const place = { "url.full": "https://a.example/path", "server.address": "a.example", "server.port": 443 };
      expect(spans.getFinishedSpans().map(({ attributes }) => attributes)).toMatchObject([
        place,
        place,
        { ...place, "url.full": "HTTPS://a.example/" },
      ]);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test("a span also where there is no URL, or the address is none; it says no place", async () => {
    const { call, spans } = recorded(undefined, undefined);
    await call(undefined, "nowhere");
    vi.stubGlobal("URL", undefined);
    try {
      await call();
    } finally {
      vi.unstubAllGlobals();
    }
    const bare = { "http.request.method": "GET", "scai.service": "sample", "http.response.status_code": 200 };
    expect(spans.getFinishedSpans().map(({ attributes }) => attributes)).toEqual([bare, bare]);
  });

  test("errors and retries are counted by id", async () => {
    const { call, counts } = recorded("AGAIN", "NEVER");
    await thrownBy(call());
    expect(await counts()).toEqual({
      "scai.client.errors": [{ attributes: { "error.type": "sample/NEVER", "scai.stopped_by": "advice" }, value: 1 }],
      "scai.client.retries": [{ attributes: { "error.type": "sample/AGAIN" }, value: 1 }],
    });
  });

  test("an abort is no error, and leaves no span open", async () => {
    const { call, spans, counts } = recorded();
    const controller = new AbortController();
    controller.abort();
    await thrownBy(call({ signal: controller.signal }));
    expect(spans.getFinishedSpans().map(({ status }) => status.code)).toEqual([SpanStatusCode.UNSET]);
    expect(await counts()).toEqual({});
  });

  test("a span that has ended is forgotten", () => {
    let ended = 0;
    const span = { setAttribute: () => span, setStatus: () => span, end: () => ended++ };
    const tracerProvider = { getTracer: () => ({ startSpan: () => span }) } as unknown as TracerProvider;
    const hooks = openTelemetryHooks({ tracerProvider });
    const attempt = { call: 1, service: "sample", method: "GET", url: ADDRESS, attempt: 1 };
    hooks.onAttempt(attempt);
    for (let outcomes = 0; outcomes < 3; outcomes++) hooks.onOutcome({ ...attempt, status: 200, failure: undefined });
    expect(ended).toBe(1);
  });

  test("the global providers are used where none is given", async () => {
    const spans = new InMemorySpanExporter();
    trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }));
    await createFetch(sample, { fetch: () => Promise.resolve(new Response()), hooks: openTelemetryHooks() })(ADDRESS);
    expect(spans.getFinishedSpans()).toHaveLength(1);
    trace.disable();
    metrics.disable();
  });
});
