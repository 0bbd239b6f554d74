import { byWireCode, defineService, errorFirst } from "@scai-errors/core";

const rows = {
  AGAIN: { status: 503, retry: "backoff" },
  ONCE: { status: 502, retry: "once" },
  NEVER: { status: 503, retry: "never" },
  CHANGE: { status: 409, retry: "after_change" },
  LIMITED: { status: 429, retry: "backoff" },
} as const;

/** A service with one code for each piece of advice, so that these tests depend on no real service's table. */
export const sample = defineService({ name: "sample", rows, findCode: byWireCode, wire: { layers: errorFirst, sendsCodes: true } });

export type SampleCode = keyof typeof rows;

/** The answer that reports a code. */
export function answer(code: SampleCode, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ error: { code, message: `It is ${code}.` } }), { status: rows[code].status, headers });
}
