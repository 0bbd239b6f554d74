import { pathToFileURL } from "node:url";
import { toolFolder } from "@scai-errors/workspace/tools";

/** What is measured beside ours. The libraries are installed when they are measured, in `tools/bench-peers`. */
interface Peers {
  /** What a peer makes of a text in hand. */
  readonly textPeers: Readonly<Record<string, (text: string, status: number, headers: Headers) => Error>>;
  /** A peer's whole call, with `fetch` replaced by a stub that answers at once. It rejects with the peer's error. */
  readonly clientPeers: (answer: () => Response) => Readonly<Record<string, () => Promise<unknown>>>;
}

export async function loadPeers(): Promise<Peers> {
  // The module is our own, and no type of it is known here.
  return (await import(pathToFileURL(`${toolFolder("bench-peers")}/peers.mjs`).href)) as Peers;
}
