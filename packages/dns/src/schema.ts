import { cleanLine } from "@scai-errors/core";
import { once, validationEntry } from "@scai-errors/core/schema";
import * as z from "zod/mini";

/** The documented answer: a text, the same with what stands in the way, or FastAPI's list of problems for 422. */
export const envelope = /* @__PURE__ */ once(() =>
  z.object({
    detail: z.union([
      z.string(),
      z.array(validationEntry()),
      z.object({ message: z.string(), field: z.optional(z.string()), conflicts: z.optional(z.array(z.json())) }),
    ]),
  }),
);

/** Text that survives being read: one line without control characters. JSON Schema has no word for that and shows it as any string. */
const line = /* @__PURE__ */ once(() => z.string().check(z.refine((text) => cleanLine(text) === text)));

const members = () => ({ field: z.optional(line()), conflicts: z.array(z.json()) });

/** The details of every code that has none of its own below. */
export const conflict = /* @__PURE__ */ once(() => z.object(members()));

const namedDomain = /* @__PURE__ */ once(() => z.object({ ...members(), name: line() }));

/** The details of the codes whose message has a variable part. */
export const details = {
  CNAME_EXISTS: /* @__PURE__ */ once(() => z.object({ ...members(), name: line(), type: line() })),
  TXT_RECORD_MISSING: namedDomain,
  TXT_VALUE_MISMATCH: /* @__PURE__ */ once(() => z.object({ ...members(), expected: line() })),
  DOMAIN_NOT_IN_DNS: namedDomain,
  PERMISSION_REQUIRED: /* @__PURE__ */ once(() => z.object({ ...members(), permission: line() })),
};
