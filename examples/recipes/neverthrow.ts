// A Result instead of an exception. What is none of the service's business is still thrown, since nobody here can handle it.
import { type ScaigridError, type TransportError, errorFrom, scaigrid } from "@scai-errors/scaigrid";
import { type Result, err, ok } from "neverthrow";

export async function request(url: string): Promise<Result<unknown, ScaigridError | TransportError>> {
  try {
    const response = await fetch(url);
    return response.ok ? ok(await response.json()) : err(await scaigrid.fromResponse(response));
  } catch (caught) {
    const error = await errorFrom(scaigrid, caught);
    if (error) return err(error);
    throw caught;
  }
}
