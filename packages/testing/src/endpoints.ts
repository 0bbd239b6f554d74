import { type Service, UNRECOGNIZED, helpUrl } from "@scai-errors/core";
import { type WireAnswer, answer } from "./answer.js";
import { closeOf } from "./close.js";
import { downloads } from "./downloads.js";
import { eventOf } from "./event.js";
import { respondWithStream } from "./event-stream.js";
import { quoted } from "./in-words.js";
import { type OddAnswer, oddAnswers } from "./odd-answers.js";
import type { AnswerOverrides } from "./overrides.js";
import type { Endpoint, Exchange } from "./routes.js";
import { isAnswered } from "./reporting.js";
import { entryOf } from "./vocabulary.js";

/** Close codes of the standard, one that no table has, and a connection that ends without a close frame, which clients see as 1006. */
const closes: readonly (readonly [code: number, meaning: string])[] = [
  [1000, "normal: no failure"],
  [1001, "going away"],
  [1008, "policy violation"],
  [1011, "internal error"],
  [1012, "service restart"],
  [1013, "try again later"],
  [4999, "an application's own code that no service documents"],
];

/** What the emulator does for one service: an answer, a close and an event stream per code, as far as the service has them. */
export function endpointsOf(service: Service): readonly Endpoint[] {
  return [...Object.keys(service.codes), UNRECOGNIZED].flatMap((code) => {
    const entry = entryOf(service, code, "createEmulator()");
    const path = `/${service.name}/${code}`;
    const endpoints: Endpoint[] = [];
    if (isAnswered(service, entry)) {
      const { status } = answer(service, code);
      endpoints.push({
        path,
        protocol: "http",
        description: `${status} ${code}`,
        respond: ({ query, response }) => {
          // Not the service's: for whoever looks at the answer and asks what it means.
          const link = `<${helpUrl({ id: `${service.name}/${code}` })}>; rel="help"`;
          sendAnswer(response, link, answer(service, code, overridesOf(query)));
        },
      });
      if (service.fromEvent) {
        endpoints.push({
          path: `${path}/events`,
          protocol: "event-stream",
          description: `200, an event stream that fails with ${code}, then [DONE]`,
          respond: ({ response }) => {
            respondWithStream(response, eventOf(service, code));
          },
        });
      }
    }
    if (entry.close !== undefined) {
      const description = `opens, then closes with ${entry.close} for ${code}`;
      endpoints.push({ path: `${path}/close`, protocol: "websocket", description, close: closeOf(service, code) });
    }
    return endpoints;
  });
}

/** What the emulator does besides, whatever the services. */
export const oddEndpoints: readonly Endpoint[] = [
  ...Object.entries<OddAnswer>({ ...oddAnswers, ...downloads }).map(([name, odd]): Endpoint => ({
    path: `/odd/${name}`,
    protocol: "http",
    ...odd,
  })),
  ...closes.map(([code, meaning]): Endpoint => ({
    path: `/odd/close-${code}`,
    protocol: "websocket",
    description: `opens, then closes with ${code}, ${meaning}`,
    close: { code },
  })),
  { path: "/odd/close-drop", protocol: "websocket", description: "opens, then drops the connection without a close frame", close: "drop" },
];

function sendAnswer(response: Exchange["response"], link: string, { status, headers, body }: WireAnswer): void {
  // All headers at once: of those that were set before one is refused, the refusal would have to be cleaned.
  response.writeHead(status, { link, ...headers, "content-length": Buffer.byteLength(body) }).end(body);
}

/** `?status=503&retryAfter=2&message=…&requestId=…`: what the answer is to say instead of the usual. */
function overridesOf(query: URLSearchParams): AnswerOverrides {
  const overrides: Record<string, string | number> = {};
  for (const [name, value] of query) {
    if (name === "message" || name === "requestId") overrides[name] = value;
    else if (name !== "status" && name !== "retryAfter")
      throw new TypeError(`The emulator does not know ${quoted(name)}; the query may have status, message, requestId and retryAfter.`);
    else if (!/^\d{1,9}$/.test(value)) throw new TypeError(`The emulator expects a whole number for ${name}.`);
    else overrides[name] = Number(value);
  }
  return overrides;
}
