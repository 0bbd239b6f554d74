import { type Caught, isCaught } from "./chain.js";
import type { CloseFrame } from "./close.js";
import type { EventFrame } from "./event.js";
import { firstOf } from "./first-of.js";
import { hasOwn } from "./has-own.js";
import { memberOf } from "./member-of.js";

/** What is needed from a service to read what a stream or a socket said. */
export interface FrameService<E> {
  readonly codes: Readonly<Record<string, unknown>>;
  decode(answer: { readonly status: number }): E;
  fromEvent?(frame: EventFrame): E | undefined;
  fromClose?(close: CloseFrame): E | undefined;
}

/** The code of an object that also has a message. */
function codeOf(object: unknown): string | undefined {
  const [code, message] = [memberOf(object, "code"), memberOf(object, "message")];
  return typeof code === "string" && typeof message === "string" ? code : undefined;
}

/**
 * The error in a frame's data: an object with a code and a message, or one that has such an object as its `error`. Every program has objects like
 * these, so only a code of the service counts.
 */
function ownFrame<E>(service: FrameService<E>, data: unknown): E | undefined {
  const code = codeOf(data) ?? codeOf(memberOf(data, "error"));
  const isOwn = code !== undefined && hasOwn(service.codes, code);
  return isOwn ? service.fromEvent?.({ event: "error", data }) : undefined;
}

function isInteger(value: unknown): value is number {
  return Number.isInteger(value);
}

/** How a client exposes what a stream or a socket said; undefined if it is something else. */
type FrameReader = <E>(service: FrameService<E>, one: Caught) => E | undefined;

const frameReaders: readonly FrameReader[] = [
  // openai and LangChain: an error with headers and without a status, whose `error` is the frame's. It has the id of the request that was answered.
  (service, one) => {
    const [status, headers, error, id] = ["status", "headers", "error", "requestID"].map((name) => memberOf(one, name));
    if (status !== undefined || !isCaught(headers) || !isCaught(error) || codeOf(error) === undefined) return undefined;
    return service.fromEvent?.({ event: "error", data: typeof id === "string" ? { request_id: id, ...error } : error });
  },
  // AI SDK: an error of its validation, whose `value` is the frame's data
  (service, one) => ownFrame(service, memberOf(one, "value")),
  // the data themselves: openai 6 hands them out as a chunk, hey-api throws the parsed body
  (service, one) => (memberOf(one, "stack") === undefined ? ownFrame(service, one) : undefined),
  // eventsource: a MessageEvent
  (service, one) => {
    const [type, data] = [memberOf(one, "type"), memberOf(one, "data")];
    return type === "error" && typeof data === "string" && data !== "" ? service.fromEvent?.({ event: "error", data }) : undefined;
  },
  // eventsource: an ErrorEvent, which has kept nothing of the response but its status
  (service, one) => {
    const [type, code] = [memberOf(one, "type"), memberOf(one, "code")];
    return type === "error" && isInteger(code) && code >= 400 && code < 600 ? service.decode({ status: code }) : undefined;
  },
  // WebSocket and ws: a CloseEvent
  (service, one) => {
    const [type, code, reason] = ["type", "code", "reason"].map((name) => memberOf(one, name));
    if (type !== "close" || !isInteger(code)) return undefined;
    return service.fromClose?.({ code, reason: typeof reason === "string" ? reason : undefined });
  },
];

/** The error of a stream's frame or a socket's close, as a client exposes it; undefined if it is neither. */
export function errorOfFrame<E>(service: FrameService<E>, one: Caught): E | undefined {
  try {
    return firstOf(frameReaders, (read) => read(service, one));
  } catch {
    // A member throws when it is looked at, so the object tells nothing.
    return undefined;
  }
}
