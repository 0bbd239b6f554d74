"use server";

import { createFetch } from "@scai-errors/fetch";
import { isServiceError, relay } from "@scai-errors/relay";
import { scaigrid } from "@scai-errors/scaigrid";

const fetchScaigrid = createFetch(scaigrid);

export async function ask(code) {
  try {
    const answer = await fetchScaigrid(`${process.env.SCAIGRID_URL}/${code}`);
    return { answer: await answer.json() };
  } catch (caught) {
    if (!isServiceError(caught)) throw caught;
    // Returned, because in production the client gets no more than a digest of what an action throws.
    return { failed: relay(caught) };
  }
}
