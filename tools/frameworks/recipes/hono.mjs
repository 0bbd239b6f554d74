import { createFetch } from "@scai-errors/fetch";
import { isServiceError, relay } from "@scai-errors/relay";
import { scaigrid } from "@scai-errors/scaigrid";
import { Hono } from "hono";
import { cors } from "hono/cors";

const fetchScaigrid = createFetch(scaigrid);

export function createApp(scaigridUrl, origin) {
  const app = new Hono();
  // Pages of other origins can read these two headers only if they are listed here. The body says the same.
  app.use(cors({ origin, exposeHeaders: ["Retry-After", "X-Request-Id"] }));

  app.get("/ask/:code", async (c) => {
    const answer = await fetchScaigrid(`${scaigridUrl}/${c.req.param("code")}`);
    return c.json(await answer.json());
  });

  app.onError((caught) => {
    if (!isServiceError(caught)) return new Response("Internal Server Error", { status: 500 });
    const { status, headers, body } = relay(caught);
    return new Response(body, { status, headers });
  });
  return app;
}
