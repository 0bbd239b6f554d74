import { errorEnvelope, once } from "@scai-errors/core/schema";
import * as z from "zod/mini";

const secretPath = /* @__PURE__ */ once(() => z.object({ path: z.optional(z.string()) }));

/** ScaiKey's documented error body. The members of `details` depend on the code. */
export const envelope = /* @__PURE__ */ once(() =>
  errorEnvelope({ details: z.optional(z.record(z.string(), z.json())), request_id: z.optional(z.string()) }),
);

/** The details of the codes that have some of their own, as `error.details` holds them. */
export const details = {
  secret_not_found: secretPath,
  version_not_found: secretPath,
  secret_exists: secretPath,
  version_conflict: secretPath,
  secret_expired: secretPath,
  invalid_path: secretPath,
  access_denied: /* @__PURE__ */ once(() => z.object({ failed_condition: z.optional(z.string()) })),
  /** The page names `fields` without showing it. This is the form that the other services have. */
  validation_error: /* @__PURE__ */ once(() =>
    z.object({ fields: z.array(z.object({ field: z.string(), message: z.string() })).check(z.maxLength(1000)) }),
  ),
};
