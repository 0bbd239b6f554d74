import { createServer } from "node:http";
import { createFetch } from "@scai-errors/fetch";
import { isServiceError, relay } from "@scai-errors/relay";
import { scaigrid } from "@scai-errors/scaigrid";

const fetchScaigrid = createFetch(scaigrid);

/** A backend that asks ScaiGrid, and hands on what goes wrong there. */
export function createBackend(scaigridUrl) {
  return createServer(async (request, response) => {
    try {
      const answer = await fetchScaigrid(`${scaigridUrl}${request.url}`);
      response.writeHead(200, { "content-type": "application/json" }).end(await answer.text());
    } catch (caught) {
      if (!isServiceError(caught)) {
        response.writeHead(500).end();
        return;
      }
      const { status, headers, body } = relay(caught);
      response.writeHead(status, headers).end(body);
    }
  });
}
