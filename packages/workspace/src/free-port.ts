import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** A port of the loopback interface that nothing listens on: for servers that cannot be told to choose one themselves. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  // It listens on a TCP port, so it has the address of one.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
