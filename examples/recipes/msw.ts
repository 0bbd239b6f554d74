// A failure of ScaiGrid in a test, exactly as the service sends it.
import { scaigrid } from "@scai-errors/scaigrid";
import { answer } from "@scai-errors/testing";
import { HttpResponse, http } from "msw";

export const busyModels = http.get("https://grid.example.com/v1/models/:name", () => {
  const { status, headers, body } = answer(scaigrid, "RATE_LIMITED", { retryAfter: 15 });
  return new HttpResponse(body, { status, headers });
});
