import {
  type Attributes,
  type MeterProvider,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TracerProvider,
  metrics,
  trace,
} from "@opentelemetry/api";
import type { Hooks } from "./hooks.js";

/** Where spans and counts go. */
export interface OpenTelemetryOptions {
  /** Default: the global one. */
  readonly tracerProvider?: TracerProvider;
  /** Default: the global one. */
  readonly meterProvider?: MeterProvider;
}

const SCOPE = "@scai-errors/fetch";

/** Scheme, host and port of an absolute URL. Read by hand: in React Native, a URL has these members and throws where they are asked for. */
const PLACE = /^([a-z][\d+.a-z-]*):\/\/(\[[^\]]*\]|[^#/:?]+)(?::(\d+))?/i;

/** The attributes for the URL and the server of a request; none for an invalid URL. */
function placeOf(url: string): Attributes {
  const [, scheme, host, port] = PLACE.exec(url) ?? [];
  if (scheme === undefined) return {};
  return { "url.full": url, "server.address": host, "server.port": Number(port ?? (scheme.toLowerCase() === "https" ? 443 : 80)) };
}

/**
 * Hooks that record calls with OpenTelemetry, by the semantic conventions for HTTP clients. Every attempt is a span, a failed one with
 * `error.type`, which is the error's `id`, and from the second attempt on with `http.request.resend_count`. The counter `scai.client.errors` counts calls that gave up, by
 * `error.type` and `scai.stopped_by`; `scai.client.retries` counts retries by the `error.type` that caused them. The trace context is not written
 * into the request headers: the instrumentation of the platform's fetch does that.
 */
export function openTelemetryHooks({ tracerProvider = trace, meterProvider = metrics }: OpenTelemetryOptions = {}): Required<Hooks> {
  const tracer = tracerProvider.getTracer(SCOPE);
  const meter = meterProvider.getMeter(SCOPE);
  const errors = meter.createCounter("scai.client.errors", { description: "Calls that were given up", unit: "{call}" });
  const retries = meter.createCounter("scai.client.retries", { description: "Retries", unit: "{retry}" });
  const spans = new Map<number, Span>();
  return {
    onAttempt: ({ call, service, method, url, attempt }) => {
      const attributes: Attributes = { "http.request.method": method, ...placeOf(url), "scai.service": service };
      if (attempt > 1) attributes["http.request.resend_count"] = attempt - 1;
      spans.set(call, tracer.startSpan(method, { kind: SpanKind.CLIENT, attributes }));
    },
    onOutcome: ({ call, status, failure }) => {
      const span = spans.get(call);
      spans.delete(call);
      if (status !== undefined) span?.setAttribute("http.response.status_code", status);
      if (failure) {
        span?.setAttribute("error.type", failure.id).setStatus({ code: SpanStatusCode.ERROR, message: failure.message });
        if (failure.requestId !== undefined) span?.setAttribute("scai.request_id", failure.requestId);
      }
      span?.end();
    },
    onRetry: ({ failure }) => retries.add(1, { "error.type": failure.id }),
    // An abort is the caller's decision and no error.
    onGiveUp: ({ failure, stoppedBy }) => failure && errors.add(1, { "error.type": failure.id, "scai.stopped_by": stoppedBy }),
  };
}
