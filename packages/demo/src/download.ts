import { createHash } from "node:crypto";
import type { Scaidrive } from "@scai-errors/scaidrive";
import type { Received } from "./call.js";

/** Downloads a file and compares it with what its metadata announce. */
export async function receiveDownload(scaidrive: Scaidrive, url: string, route: string): Promise<Received> {
  // What the emulator documents for this route.
  const announced = (await (await fetch(`${url}/odd/download-metadata`)).json()) as { size: number; checksum_sha256: string };
  const hash = createHash("sha256");
  let receivedBytes = 0;
  try {
    const response = await fetch(`${url}/odd/${route}`);
    for await (const part of response.body ?? []) {
      hash.update(part);
      receivedBytes += part.length;
    }
  } catch {
    // The connection broke. How much has arrived until here is what the check is about.
  }
  return {
    error: scaidrive.fromDownload({
      expectedBytes: announced.size,
      receivedBytes,
      expectedSha256: announced.checksum_sha256,
      receivedSha256: hash.digest("hex"),
    }),
  };
}
