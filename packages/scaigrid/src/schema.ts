import { errorEnvelope, meta, once, retryAfter } from "@scai-errors/core/schema";
import * as z from "zod/mini";

const problems = /* @__PURE__ */ once(() => z.array(z.object({ field: z.string(), message: z.string() })).check(z.maxLength(1000)));

const errors = /* @__PURE__ */ once(() => z.array(z.json()));

const rateLimitHint = /* @__PURE__ */ once(() => z.object({ retry_after: z.optional(retryAfter()) }));

/**
 * ScaiGrid's documented error body. `meta` may be missing, as on the rate-limit page, and `context` stands in for `details` in ScaiSkills;
 * the bodies without status and message, which some pages show as well, are read but are no valid answers.
 */
export const envelope = /* @__PURE__ */ once(() =>
  errorEnvelope(
    {
      details: z.optional(problems()),
      context: z.optional(z.object({ errors: z.optional(errors()) })),
      retry_after: z.optional(retryAfter()),
    },
    { status: z.literal("error"), meta: z.optional(meta()) },
  ),
);

/** The details of the codes that have some of their own, as `error.details` holds them. */
export const details = {
  VALIDATION_ERROR: problems,
  RATE_LIMITED: rateLimitHint,
  BACKEND_RATE_LIMITED: rateLimitHint,
  SCAISKILLS_VALIDATION_FAILED: /* @__PURE__ */ once(() => z.object({ errors: errors() })),
};
