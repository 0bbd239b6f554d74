import { type FetchOptions, createFetch } from "@scai-errors/fetch";
import { scaigrid } from "@scai-errors/scaigrid";
import { StandardRetryStrategy } from "@smithy/core/retry";
import ky from "ky";
import OpenAI from "openai";
import { sleep } from "./virtual-time.js";

/** Makes one call. Rejects where it failed in the end. */
export type MakeCall = (path: string) => Promise<unknown>;

/** A client as a program makes it, with the service that it talks to. */
export interface CallerClient {
  readonly name: string;
  readonly make: (service: typeof fetch) => MakeCall;
}

const HOST = "http://service.example";

function ours(name: string, options: FetchOptions = {}): CallerClient {
  return {
    name,
    make: (service) => {
      const gridFetch = createFetch(scaigrid, { ...options, fetch: service });
      return (path) => gridFetch(HOST + path);
    },
  };
}

/** openai itself, at its defaults. */
const openai: CallerClient = {
  name: "openai",
  make: (service) => {
    const client = new OpenAI({ apiKey: "none", baseURL: HOST, fetch: service });
    return (path) => client.get(path);
  },
};

/** ky itself, at its defaults, but for its time limit: calls here may take longer than ten seconds. */
const kyClient: CallerClient = {
  name: "ky",
  make: (service) => {
    const client = ky.create({ fetch: service, timeout: false });
    return (path) => client.get(HOST + path);
  },
};

/** Seconds of `Retry-After`, in milliseconds. */
function hintOf(response: Response): number | undefined {
  const seconds = response.headers.get("retry-after");
  return seconds === null ? undefined : 1000 * Number(seconds);
}

/** got's defaults for GET, after its `calculate-retry-delay`: two retries, the hint as it is, else a second, doubled, and up to 100 ms of noise. */
const got: CallerClient = {
  name: "got",
  make: (service) => async (path) => {
    for (let attempts = 1; ; attempts++) {
      const response = await service(HOST + path);
      if (response.ok) return response;
      if (attempts > 2) throw new Error(`Response code ${response.status}`);
      await sleep(hintOf(response) ?? 1000 * 2 ** (attempts - 1) + 100 * Math.random());
    }
  },
};

/** The AWS SDK's standard mode: the strategy of the npm package itself, in the loop that the SDK puts around it. */
const aws: CallerClient = {
  name: "AWS standard",
  make: (service) => {
    const strategy = new StandardRetryStrategy(3);
    return async (path) => {
      let token = await strategy.acquireInitialRetryToken("caller");
      for (;;) {
        const response = await service(HOST + path);
        if (response.ok) {
          strategy.recordSuccess(token);
          return response;
        }
        const hintMs = hintOf(response);
        token = await strategy.refreshRetryTokenForRetry(token, {
          errorType: response.status === 429 ? "THROTTLING" : "TRANSIENT",
          ...(hintMs !== undefined && { retryAfterHint: new Date(Date.now() + hintMs) }),
        });
      }
    };
  },
};

/** What `@scai-errors/fetch` does by default, and with the option for batches. */
export const oursByDefault = ours("@scai-errors/fetch");
export const oursInLine = ours("@scai-errors/fetch, patienceMs 60,000", { retry: { patienceMs: 60_000 } });

/** Ours, if every hint were free: a drain, told as a limiter's refusal. */
const everyHintFree: CallerClient = {
  name: "if every hint were free",
  make: (service) =>
    oursByDefault.make(async (...request) => {
      const response = await service(...request);
      if (response.status !== 503 || !response.headers.has("retry-after")) return response;
      const { headers } = response;
      return Response.json(
        { status: "error", error: { code: "RATE_LIMITED", message: "Refused" } },
        { status: 429, headers: { "retry-after": headers.get("retry-after") ?? "" } },
      );
    }),
};

export const callerClients: readonly CallerClient[] = [openai, kyClient, got, aws, everyHintFree, oursByDefault, oursInLine];
