import { errorFromJson } from "@connectrpc/connect/protocol-connect";
import { Code, ConnectError } from "@connectrpc/connect";
import { request as octokitRequest } from "@octokit/request";
import { RequestError } from "@octokit/request-error";
import ky from "ky";
import { createFetch } from "ofetch";
import OpenAI, { APIError } from "openai";
import Stripe from "stripe";
import * as z from "zod";

/** What a peer makes of a text in hand. */
export const textPeers = {
  openai: (text, status, headers) => APIError.generate(status, JSON.parse(text), undefined, headers),
  // The raw type is what its own request sender passes on, which has the parsed body in it.
  stripe: (text) => Stripe.errors.StripeError.generate(JSON.parse(text).error),
  octokit: (text, status) =>
    new RequestError(JSON.parse(text).error.message, status, {
      request: { method: "GET", url: "http://127.0.0.1/", headers: {} },
    }),
  connect: (text, _status, headers) => errorFromJson(JSON.parse(text).error, headers, new ConnectError("unknown", Code.Unknown)),
  "zod safeParse": (text, status) => {
    const { data } = zodEnvelope.safeParse(JSON.parse(text));
    return Object.assign(new Error(data?.error.message), { status, code: data?.error.code, requestId: data?.meta?.request_id });
  },
};

const zodEnvelope = z.object({
  status: z.literal("error").optional(),
  error: z.object({ code: z.string(), message: z.string(), retry_after: z.number().optional(), details: z.unknown() }),
  meta: z.object({ request_id: z.string() }).optional(),
});

/** A peer's whole call, with `fetch` replaced by a stub that answers at once. It rejects with the peer's error. */
export function clientPeers(answer) {
  const stub = () => Promise.resolve(answer());
  const url = "http://127.0.0.1/v1/x";
  const kyClient = ky.create({ fetch: stub, retry: 0 });
  const ofetch = createFetch({ fetch: stub, Headers, AbortController });
  const openai = new OpenAI({ apiKey: "none", baseURL: url, fetch: stub, maxRetries: 0 });
  const stripe = new Stripe("sk_test_none", { httpClient: Stripe.createFetchHttpClient(stub), maxNetworkRetries: 0, telemetry: false });
  return {
    ky: async () => {
      try {
        return await kyClient.get(url);
      } catch (error) {
        // ky leaves the body to the caller; an error without its body is half a job.
        throw Object.assign(error, { data: await error.response.json() });
      }
    },
    ofetch: () => ofetch(url, { retry: 0 }),
    openai: () => openai.get("/x"),
    stripe: () => stripe.customers.retrieve("cus_1"),
    octokit: () => octokitRequest({ method: "GET", url, headers: {}, request: { fetch: stub } }),
  };
}
