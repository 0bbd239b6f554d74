import { type BodyStream, bodyStreamOf } from "./body-stream.js";
import { type Caught, isCaught } from "./chain.js";
import type { HeadersInput } from "./headers.js";
import { memberOf } from "./member-of.js";

/** A failed response as a client handed it out. */
export interface CaughtAnswer {
  readonly status: number;
  readonly headers: HeadersInput;
  /** Text, bytes, or the parsed JSON; undefined where the client threw it away. */
  readonly body: unknown;
  /** What is still to be read: a stream, or a `Response` that has its body as a whole. */
  readonly unread: BodyStream | "response" | undefined;
  /** The object that has the status and the headers. */
  readonly response: Caught;
}

/** Who has the body: what was thrown, or the response in it. Where a response was thrown or returned, both are one. */
type Holder = "thrown" | "response";

/** Where clients keep a body that they have read. The first that is there counts, so that what is nearest to the bytes stands first. */
const bodyPlaces: readonly (readonly [Holder, member: string])[] = [
  // AI SDK. Its `data` is what is left of the body after validation.
  ["thrown", "responseBody"],
  // got
  ["response", "rawBody"],
  // needle
  ["response", "raw"],
  // wretch 2
  ["thrown", "text"],
  // superagent, whose `body` is {} for everything that is no JSON
  ["response", "text"],
  // ky 2, ofetch
  ["thrown", "data"],
  // axios, with every responseType
  ["response", "data"],
  // openai and LangChain, which keep the member `error` of the body; openapi-fetch and hey-api, which return the body under this name
  ["thrown", "error"],
  // undici's request and its responseError interceptor
  ["response", "body"],
];

/** Whether a value is a body: functions such as the `text` of a Response are none, nor is what says that there is none. */
function isBody(value: unknown): boolean {
  return typeof value === "string" || isCaught(value);
}

const statusNames = ["status", "statusCode"];
const headersNames = ["headers", "responseHeaders"];

function statusIn(object: Caught): number | undefined {
  const statuses = statusNames.map((name) => memberOf(object, name));
  return statuses.find((status): status is number => Number.isInteger(status) && Number(status) >= 400);
}

/** Headers are what can be asked for names. What they hold is read with care elsewhere. */
function headersIn(object: Caught): HeadersInput | undefined {
  return headersNames.map((name) => memberOf(object, name)).find(isCaught) as HeadersInput | undefined;
}

/**
 * What a client has kept of a body that it has read. A `Response` keeps none, and no other member of it is touched, because node-fetch prints a
 * warning for `data`.
 */
function bodyIn(thrown: Caught, response: Caught, isFetched: boolean): unknown {
  const holders = { thrown, response };
  const places = bodyPlaces.map(([holder, member]) => [holders[holder], member] as const);
  const kept = places.filter(([holder]) => !(isFetched && holder === response));
  return kept.map(([holder, member]) => memberOf(holder, member)).find(isBody);
}

/**
 * The failed response of what a client threw, rejected with or returned: an object with a status from 400 on and headers, or with a `response` that
 * has both. Undefined for anything else, since a status alone is what many programs' own errors have.
 */
export function caughtAnswer(thrown: Caught): CaughtAnswer | undefined {
  const inner = memberOf(thrown, "response");
  const response = isCaught(inner) ? inner : thrown;
  const [status, headers] = [statusIn(response), headersIn(response)];
  if (status === undefined || headers === undefined) return undefined;
  const bodyUsed = memberOf(response, "bodyUsed");
  if (bodyUsed === false)
    return { status, headers, body: undefined, unread: bodyStreamOf(memberOf(response, "body")) ?? "response", response };
  const body = bodyIn(thrown, response, bodyUsed === true);
  // Of a Response that was read, and of which nobody has kept the body, the service's reader says so. Responses of Node are their own streams.
  const unread = body === undefined && bodyUsed === true ? "response" : bodyStreamOf(body ?? response);
  return { status, headers, body, unread, response };
}
