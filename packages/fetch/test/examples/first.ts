import { createFetch } from "@scai-errors/fetch";
import { scaigrid } from "@scai-errors/scaigrid";

const gridFetch = createFetch(scaigrid);

export async function nameOfModel(url: string): Promise<string> {
  try {
    const response = await gridFetch(url); // a successful response, after retries if needed
    return ((await response.json()) as { name: string }).name;
  } catch (error) {
    if (!gridFetch.isFailure(error)) throw error; // an abort, or a mistake such as a bad URL
    if (error.id === "scaigrid/MODEL_NOT_FOUND") return "unknown";
    throw new Error(`${error.message} (${error.attempts} attempts, stopped by ${error.stoppedBy})`, { cause: error });
  }
}
