import * as z from "zod/mini";

/**
 * A function that builds a value on its first call, and returns the same one afterwards. Schemas are built this way, because building them costs
 * start-up time that a program which only imports them should not pay.
 */
export function once<Value>(build: () => Value): () => Value {
  let built: { readonly value: Value } | undefined;
  return () => (built ??= { value: build() }).value;
}

/** One entry of FastAPI's list of problems. Members beyond these (`input`, `ctx`, `url`) depend on its version and are let through. */
export const validationEntry = /* @__PURE__ */ once(() =>
  z.looseObject({
    /** The part of the request (`body`, `query`, …), followed by the path of the field. */
    loc: z.array(z.union([z.string(), z.int()])),
    msg: z.string(),
    /** The validator's name for the problem, such as `missing`. */
    type: z.string(),
  }),
);

/** FastAPI's body: `{"detail": …}` with a text, an object or a list of problems. */
export const detailEnvelope = /* @__PURE__ */ once(() =>
  z.object({ detail: z.union([z.string(), z.array(validationEntry()), z.record(z.string(), z.unknown())]) }),
);

/** Whole or fractional seconds to wait, as in bodies. */
export const retryAfter = /* @__PURE__ */ once(() => z.number().check(z.nonnegative()));

/** The `meta` member of a body, which holds the request id. */
export const meta = /* @__PURE__ */ once(() => z.object({ request_id: z.optional(z.string()) }));

/** No members: an index signature would swallow all others. */
// eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type -- an object type without members is what is meant
type None = Record<never, z.core.SomeType>;

/**
 * The body `{"error": {"code", "message", …}}`.
 * @param error the members that a service has in `error` besides the code and the message, such as `details`, `request_id` and `retry_after`.
 * @param body the members that it has beside `error`, such as `status` and `meta`. What may be missing is `z.optional`.
 */
export function errorEnvelope<ErrorMembers extends z.core.$ZodLooseShape = None, BodyMembers extends z.core.$ZodLooseShape = None>(
  // Where a member is left out, its type is None, which an empty object is; the compiler cannot tie the default to the type.
  error = {} as ErrorMembers,
  body = {} as BodyMembers,
) {
  const members = { code: z.string(), message: z.string() };
  return z.object({ ...body, error: z.object({ ...members, ...error }) });
}
