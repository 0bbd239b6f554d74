// A fetch that throws typed errors, and repeats a request only where the service's pages or the status say that it may be repeated.
import { createFetch } from "@scai-errors/fetch";
import { scaigrid } from "@scai-errors/scaigrid";
import { answer } from "@scai-errors/testing";

// Stands for the service: it is draining and then well; and it is over its quota whenever it is asked.
const drained = ["SERVICE_DRAINING"];
let sent = 0;
const service = async (url) => {
  sent += 1;
  const code = url.endsWith("/quota") ? "QUOTA_EXCEEDED" : drained.shift();
  if (code === undefined) return Response.json({ name: "well" });
  const { status, headers, body } = answer(scaigrid, code, { retryAfter: null });
  return new Response(body, { status, headers });
};

const gridFetch = createFetch(scaigrid, { fetch: service, retry: { maxDelayMs: 10 } });

const response = await gridFetch("https://grid.example.test/models/1");
console.log(await response.json(), `after ${sent} requests`); //=> { name: 'well' } after 2 requests

sent = 0;
try {
  await gridFetch("https://grid.example.test/quota");
} catch (error) {
  if (!gridFetch.isFailure(error)) throw error;
  console.log(`${error.id}, stopped by ${error.stoppedBy}, after ${sent} request`); //=> scaigrid/QUOTA_EXCEEDED, stopped by advice, after 1 request
}
