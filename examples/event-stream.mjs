// A stream that began well and fails in the middle: what came before is delivered, then the service's error is thrown.
import { readEvents } from "@scai-errors/fetch/sse";
import { scaigrid } from "@scai-errors/scaigrid";
import { createEmulator } from "@scai-errors/testing";

const emulator = await createEmulator({ services: [scaigrid] });
const response = await fetch(`${emulator.url}/scaigrid/BACKEND_ERROR/events`);
let events = 0;
try {
  for await (const event of readEvents(response, scaigrid)) if (event.data.length > 0) events += 1;
} catch (error) {
  if (!scaigrid.is(error)) throw error;
  console.log(`${events > 0 ? "some events" : "no event"}, then ${error.id}`); //=> some events, then scaigrid/BACKEND_ERROR
}
await emulator.close();
