import { createFetch } from "@scai-errors/fetch";
import { isServiceError, relay } from "@scai-errors/relay";
import { scaigrid } from "@scai-errors/scaigrid";
import { initTRPC } from "@trpc/server";

const fetchScaigrid = createFetch(scaigrid);

const t = initTRPC.create({
  errorFormatter({ shape, error }) {
    if (!isServiceError(error.cause)) return shape;
    // The shape's own message is that of the service, and its stack, outside of production, that of the backend.
    const { code, path } = shape.data;
    return { ...shape, message: code, data: { code, path, relayed: relay(error.cause) } };
  },
});

export function createRouter(scaigridUrl) {
  return t.router({
    ask: t.procedure
      .input((code) => String(code))
      .query(async ({ input }) => {
        const answer = await fetchScaigrid(`${scaigridUrl}/${input}`);
        return answer.json();
      }),
  });
}

/** Goes into the adapter's options: the status and the headers for what is between the backend and its clients. */
export function responseMeta({ errors }) {
  const failed = errors.find(({ cause }) => isServiceError(cause));
  if (!failed) return {};
  const { status, headers } = relay(failed.cause);
  return { status, headers };
}

/** In the client: the typed error of what a call of a procedure threw; undefined where it is about something else. */
export function errorOf(caught) {
  const relayed = caught?.data?.relayed;
  return relayed && scaigrid.decode(relayed);
}
