import { type FieldIssue, type JsonValue, type Service, type ServiceError, UNRECOGNIZED } from "@scai-errors/core";
import { type AnswerOverrides, answer } from "@scai-errors/testing";
import { services } from "@scai-errors/workspace/services";
import * as fc from "fast-check";
import { type RelayOptions, relay } from "../src/index.js";

/** Everything opened. */
export const WHOLE = { credential: "caller", message: true, details: true } as const satisfies RelayOptions;

interface ServiceAndCode {
  readonly service: Service;
  readonly code: string;
}

/** Every code of every service that a failed answer can report, `UNRECOGNIZED` among them. */
export const answeredCodes: readonly ServiceAndCode[] = services.flatMap((service) =>
  [...Object.keys(service.codes), UNRECOGNIZED]
    .filter((code) => {
      try {
        return answer(service, code).status > 0;
      } catch {
        // Reported by a close, or found in a download.
        return false;
      }
    })
    .map((code) => ({ service, code })),
);

/** What the client of the backend makes of the backend's answer. */
export async function received(service: Service, error: ServiceError, options?: RelayOptions): Promise<ServiceError> {
  const { status, headers, body } = relay(error, options);
  return service.fromResponse(new Response(body, { status, headers }));
}

/** All fields of an error that the client of a backend is to get too. The rate limit is the backend's own. */
export function crossing(error: ServiceError): object {
  const { id, kind, status, message, details, issues, requestId, retry, receivedCode, codeFrom } = error;
  return { id, kind, status, message, details, issues, requestId, retry, receivedCode, codeFrom };
}

const name = fc.stringMatching(/^[a-z][a-z_]{0,10}$/);
/** A sentence, as services write their messages. */
export const words = fc.stringMatching(/^[A-Z][a-z]{2,8} [a-zé]{2,8} [a-z0-9'"]{1,8}$/);
const requestId = fc.stringMatching(/^[!-~]{1,20}$/);

const issue: fc.Arbitrary<FieldIssue> = fc.record(
  {
    in: fc.constantFrom("body", "query", "path", "header", "cookie"),
    path: fc.array(fc.oneof(name, fc.nat(99), fc.constantFrom("body", "a.b", "0", "naïve")), { minLength: 1, maxLength: 4 }),
    message: words,
    type: fc.constantFrom("missing", "value_error.number"),
  },
  { requiredKeys: ["path", "message"] },
);

/** Details as services write them: names of fields that mean nothing elsewhere in a body. */
const details: fc.Arbitrary<JsonValue> = fc
  .dictionary(name, fc.oneof(fc.jsonValue({ maxDepth: 2 }), words), { maxKeys: 4 })
  // fc.jsonValue gives JSON values, under a type of its own.
  .map((value) => JSON.parse(JSON.stringify(value)) as JsonValue);

/** What an answer says beyond its code. Whole seconds, since that is what a header can say. */
export const contents: fc.Arbitrary<AnswerOverrides> = fc.record(
  {
    details,
    issues: fc.array(issue, { minLength: 1, maxLength: 3 }),
    requestId: fc.oneof(requestId, fc.constant(null)),
    retryAfter: fc.oneof(fc.nat(100_000), fc.constant(null)),
  },
  { requiredKeys: [] },
);
