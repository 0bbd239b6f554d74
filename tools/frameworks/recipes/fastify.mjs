import { createFetch } from "@scai-errors/fetch";
import { isServiceError, relay } from "@scai-errors/relay";
import { scaigrid } from "@scai-errors/scaigrid";
import Fastify from "fastify";

const fetchScaigrid = createFetch(scaigrid);

export function createApp(scaigridUrl) {
  const app = Fastify();

  app.get("/ask/:code", async (request) => {
    const answer = await fetchScaigrid(`${scaigridUrl}/${request.params.code}`);
    return answer.json();
  });

  app.setErrorHandler((caught, request, reply) => {
    // Rethrown, it goes to Fastify's own handler.
    if (!isServiceError(caught)) throw caught;
    const { status, headers, body } = relay(caught);
    return reply.code(status).headers(headers).send(body);
  });
  return app;
}
