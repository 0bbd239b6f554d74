import { after } from "node:test";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dns } from "@scai-errors/dns";
import { scaidrive } from "@scai-errors/scaidrive";
import { scaigrid } from "@scai-errors/scaigrid";
import { answer, createEmulator } from "@scai-errors/testing";

/** An address at which a service of the emulator fails with a code, whatever an SDK puts behind it. */
export type FailingUrl = (code: string, service?: string) => string;

/** Starts the emulator until the tests of the file are over. */
export async function emulator(): Promise<FailingUrl> {
  const { url, close } = await createEmulator({ services: [scaigrid, scaidrive, dns] });
  after(close);
  return (code, service = "scaigrid") => `${url}/${service}/${code}`;
}

/** Starts a server that answers every request with what a function gives, until the tests of the file are over. */
export async function server(reply: (path: string, count: number, authorization: string | undefined) => Response): Promise<string> {
  let count = 0;
  const running = createServer((request, response) => {
    const given = reply(request.url ?? "", ++count, request.headers.authorization);
    request.resume();
    void given.text().then((text) => response.writeHead(given.status, Object.fromEntries(given.headers)).end(text));
  });
  await new Promise<void>((resolve) => running.listen(0, "127.0.0.1", resolve));
  after(() => {
    running.closeAllConnections();
    running.close();
  });
  return `http://127.0.0.1:${(running.address() as AddressInfo).port}`;
}

/** What ScaiGrid answers with a code. */
export function failing(code: keyof typeof scaigrid.codes & string): Response {
  const { status, headers, body } = answer(scaigrid, code);
  return new Response(body, { status, headers });
}
