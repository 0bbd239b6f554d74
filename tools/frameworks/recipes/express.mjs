import { createFetch } from "@scai-errors/fetch";
import { isServiceError, relay } from "@scai-errors/relay";
import { scaigrid } from "@scai-errors/scaigrid";
import express from "express";

const fetchScaigrid = createFetch(scaigrid);

export function createApp(scaigridUrl) {
  const app = express();

  app.get("/ask/:code", async (request, response) => {
    const answer = await fetchScaigrid(`${scaigridUrl}/${request.params.code}`);
    response.json(await answer.json());
  });

  // After all routes. Express recognizes an error handler by its four parameters.
  app.use((caught, request, response, next) => {
    if (!isServiceError(caught)) {
      next(caught);
      return;
    }
    const { status, headers, body } = relay(caught);
    response.status(status).set(headers).send(body);
  });
  return app;
}
