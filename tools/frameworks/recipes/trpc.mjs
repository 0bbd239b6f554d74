import { createFetch } from "@scai-errors/fetch";
import { isServiceError, relay } from "@scai-errors/relay";
import { scaigrid } from "@scai-errors/scaigrid";
import { initTRPC } from "@trpc/server";

const fetchScaigrid = createFetch(scaigrid);

const t = initTRPC.create({
  errorFormatter({ shape, error }) {
    if (!isServiceError(error.cause)) return shape;
    // By default the shape has the service's message and, outside production, the backend's stack. Replace both.
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

/** For the adapter's options: the status and headers of the HTTP response. */
export function responseMeta({ errors }) {
  const failed = errors.find(({ cause }) => isServiceError(cause));
  if (!failed) return {};
  const { status, headers } = relay(failed.cause);
  return { status, headers };
}

/** For the client: the typed error of what a procedure call threw, or undefined if it was something else. */
export function errorOf(caught) {
  const relayed = caught?.data?.relayed;
  return relayed && scaigrid.decode(relayed);
}
