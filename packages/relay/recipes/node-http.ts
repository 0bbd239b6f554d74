import { type Server, type ServerResponse, createServer } from "node:http";
import { createFetch } from "@scai-errors/fetch";
import { isServiceError, relay } from "@scai-errors/relay";
import { scaigrid } from "@scai-errors/scaigrid";

const fetchScaigrid = createFetch(scaigrid);

async function handle(url: string, response: ServerResponse): Promise<void> {
  try {
    const answer = await fetchScaigrid(url);
    response.writeHead(200, { "content-type": "application/json" }).end(await answer.text());
  } catch (caught) {
    if (!isServiceError(caught)) {
      response.writeHead(500).end();
      return;
    }
    const { status, headers, body } = relay(caught);
    response.writeHead(status, headers).end(body);
  }
}

/** A backend that calls ScaiGrid, and passes its errors on. */
export function createBackend(scaigridUrl: string): Server {
  return createServer((request, response) => void handle(`${scaigridUrl}${request.url}`, response));
}
