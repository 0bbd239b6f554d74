// The bundle of the built packages beside a page, on a server of the loopback interface: browsers import modules from no file.
import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { wholeBundle } from "./bundles.mjs";

/**
 * @param page the HTML at every address but `/bundle.js`
 * @param onPost is given the text that a page posts
 */
export async function serveBundle(page, onPost = () => undefined) {
  const code = await wholeBundle(["browser"]);
  const server = createServer(async (request, response) => {
    if (request.method === "POST") onPost(await text(request));
    const isBundle = request.url === "/bundle.js";
    response.setHeader("content-type", isBundle ? "text/javascript" : "text/html; charset=utf-8");
    response.end(isBundle ? code : page);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      server.close();
      // A browser keeps its connections for a next request.
      server.closeAllConnections();
    },
  };
}
