import { faultyServer, http } from "../faulty-server.js";

/** A ScaiGrid that has one model, is busy for the first request to it, and has no other. */
export async function busyGrid(): Promise<{ readonly url: string; readonly requests: string[] }> {
  let isBusy = true;
  return faultyServer((socket, request) => {
    const error = (status: number, code: string, message: string): string =>
      http(
        status,
        { "content-type": "application/json" },
        JSON.stringify({ status: "error", error: { code, message }, meta: { request_id: "req_1" } }),
      );
    if (!request.includes("/v1/models/small")) socket.write(error(404, "MODEL_NOT_FOUND", "There is no such model."));
    else if (isBusy) socket.write(error(429, "RATE_LIMITED", "Slow down."));
    else socket.write(http(200, { "content-type": "application/json" }, JSON.stringify({ name: "small" })));
    isBusy = false;
  });
}
