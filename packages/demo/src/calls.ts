import type { Service } from "@scai-errors/core";
import type { Scaidrive } from "@scai-errors/scaidrive";
import type { Call, Received, Via } from "./call.js";
import { closeFrom } from "./web-socket.js";
import { receiveDownload } from "./download.js";
import { framesOf } from "./frames.js";

/** Asked for wherever trying again with pauses is the advice, so that what is printed was really read. */
const RETRY_AFTER_SECONDS = 7;

/** What the emulator's route for a download proves, by the code that has to be found. */
const downloadRoutes: Readonly<Record<string, readonly string[]>> = {
  DOWNLOAD_TRUNCATED: ["download-cut", "download-short"],
  CHECKSUM_MISMATCH: ["download-corrupt"],
};

/**
 * Every failure that a service documents, in every way in which it reports it.
 * @param routes the paths that the emulator has.
 * @param first the number of the first request id, so that every answer has one of its own.
 */
export function callsOf(service: Service, routes: ReadonlySet<string>, first: number): readonly Call[] {
  const calls: Call[] = [];
  for (const [at, [code, entry]] of Object.entries(service.codes).entries()) {
    const add = (via: Via, run: Call["run"], asked: Partial<Pick<Call, "requestId" | "afterMs">> = {}): void => {
      calls.push({ service, code, entry, via, run, requestId: undefined, afterMs: undefined, ...asked });
    };
    const path = `/${service.name}/${code}`;
    if (routes.has(path)) {
      const requestId = service.wire.requestId && `req_${`${first + at}`.padStart(4, "0")}`;
      const seconds = entry.retry === "backoff" ? RETRY_AFTER_SECONDS : undefined;
      const query = new URLSearchParams({ ...(requestId && { requestId }), ...(seconds && { retryAfter: `${seconds}` }) });
      add("answer", (url) => receiveAnswer(service, `${url}${path}?${query}`), { requestId, afterMs: seconds && seconds * 1000 });
    }
    if (routes.has(`${path}/events`)) add("frame", (url) => receiveFrame(service, `${url}${path}/events`));
    if (routes.has(`${path}/close`)) add("close", (url) => receiveClose(service, `${url}${path}/close`));
    for (const route of downloadRoutes[code] ?? []) {
      // Only ScaiDrive has these codes, and a reader for them.
      if (service.name === "scaidrive") add("download", (url) => receiveDownload(service as Scaidrive, url, route));
    }
    // A code that the emulator cannot report must not be left out in silence.
    if (calls.at(-1)?.code !== code) add("answer", () => Promise.reject(new Error("the emulator has no route for this code")));
  }
  return calls;
}

async function receiveAnswer(service: Service, url: string): Promise<Received> {
  const response = await fetch(url);
  return { status: response.status, error: await service.fromResponse(response) };
}

async function receiveFrame(service: Service, url: string): Promise<Received> {
  const response = await fetch(url);
  const errors = framesOf(await response.text()).flatMap((frame) => service.fromEvent?.(frame) ?? []);
  return { error: errors[0] };
}

async function receiveClose(service: Service, url: string): Promise<Received> {
  return { error: service.fromClose?.(await closeFrom(url)) };
}
