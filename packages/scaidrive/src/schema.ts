import { once, validationEntry } from "@scai-errors/core/schema";
import * as z from "zod/mini";

/** The documented answer: a text, or FastAPI's list of problems for 422. */
export const envelope = /* @__PURE__ */ once(() => z.object({ detail: z.union([z.string(), z.array(validationEntry())]) }));

const download = /* @__PURE__ */ once(() => {
  const bytes = z.optional(z.int().check(z.nonnegative()));
  const sha256 = z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/)));
  return z.object({ expectedBytes: bytes, receivedBytes: bytes, expectedSha256: sha256, receivedSha256: sha256 });
});

/** The details of the codes that have typed ones. Those of rate limits come only from routes that answer as the rate-limiting page shows. */
export const details = {
  TOO_MANY_REQUESTS: /* @__PURE__ */ once(() =>
    z.object({
      dimension: z.enum(["token", "user", "tenant"]),
      limit: z.int().check(z.positive()),
      window_seconds: z.int().check(z.positive()),
    }),
  ),
  DOWNLOAD_TRUNCATED: download,
  CHECKSUM_MISMATCH: download,
};
