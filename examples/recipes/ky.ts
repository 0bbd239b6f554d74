// A hook, so that every call of a client rejects with the typed error. ky's own retries are off: they go by the status, and not by what ScaiGrid says.
import { scaigrid } from "@scai-errors/scaigrid";
import ky, { type KyInstance } from "ky";

export function gridClient(prefixUrl: string): KyInstance {
  return ky.create({
    prefixUrl,
    retry: 0,
    hooks: {
      afterResponse: [
        async (_request, _options, response) => {
          if (!response.ok) throw await scaigrid.fromResponse(response);
        },
      ],
    },
  });
}
