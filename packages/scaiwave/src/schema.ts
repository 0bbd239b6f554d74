import { errorEnvelope, once } from "@scai-errors/core/schema";
import * as z from "zod/mini";

/**
 * The documented answer. The page shows neither of the last two members: validation failures are said to have details, of a shape that is not
 * given, and internal errors a request id.
 */
export const envelope = /* @__PURE__ */ once(() => errorEnvelope({ details: z.optional(z.unknown()), request_id: z.optional(z.string()) }));

/** The details of the codes that have typed ones. */
export const details = {
  CONNECTION_ABORTED: /* @__PURE__ */ once(() => z.object({ reason: z.optional(z.enum(["ping_timeout", "duplicate_connection"])) })),
};
