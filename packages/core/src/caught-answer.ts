import { type BodyStream, bodyStreamOf } from "./body-stream.js";
import { type Caught, isCaught } from "./chain.js";
import type { HeadersInput } from "./headers.js";
import { memberOf } from "./member-of.js";

/** A failed response as a client exposes it. */
export interface CaughtAnswer {
  readonly status: number;
  readonly headers: HeadersInput;
  /** Text, bytes, or the parsed JSON; undefined if the client discarded it. */
  readonly body: unknown;
  /** What is still unread: a stream, or a `Response` that has its whole body. */
  readonly unread: BodyStream | "response" | undefined;
  /** The object that has the status and the headers. */
  readonly response: Caught;
}

/** The objects that may have the body: what was thrown, and the response in it. If the response itself was thrown or returned, they are the same. */
type Holder = "thrown" | "response";

/** Where clients keep a body that they have read. The first one that exists counts, so the place nearest to the bytes comes first. */
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

/** Whether a value is a body. Functions, such as a Response's `text`, are not, nor is a value that means that there is none. */
function isBody(value: unknown): boolean {
  return typeof value === "string" || isCaught(value);
}

const statusNames = ["status", "statusCode"];
const headersNames = ["headers", "responseHeaders"];

function statusIn(object: Caught): number | undefined {
  const statuses = statusNames.map((name) => memberOf(object, name));
  return statuses.find((status): status is number => Number.isInteger(status) && Number(status) >= 400);
}

/** Headers are anything that can be asked for names. Their values are read with care elsewhere. */
function headersIn(object: Caught): HeadersInput | undefined {
  return headersNames.map((name) => memberOf(object, name)).find(isCaught) as HeadersInput | undefined;
}

/**
 * The body that a client has kept after reading it. A `Response` keeps none, and its other members are not touched, because node-fetch prints a
 * warning for `data`.
 */
function bodyIn(thrown: Caught, response: Caught, isFetched: boolean): unknown {
  const holders = { thrown, response };
  const places = bodyPlaces.map(([holder, member]) => [holders[holder], member] as const);
  const kept = places.filter(([holder]) => !(isFetched && holder === response));
  return kept.map(([holder, member]) => memberOf(holder, member)).find(isBody);
}

/**
 * The failed response in what a client threw, rejected with or returned: an object with headers and a status of 400 or above, or with a `response`
 * that has both. Undefined for anything else, because errors of many other programs have a status.
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
