import { classifyFetch } from "./classify.js";
import { UNRECOGNIZED } from "./error.js";
import { hasOwn } from "./has-own.js";
import { memberOf } from "./member-of.js";
import { readJson } from "./read-json.js";
import { cleanLine } from "./text.js";
import {
  type TransportCode,
  type TransportError,
  isTransportError,
  transportCodes,
  transportError,
  unrecognizedTransportError,
} from "./transport-error.js";

function isCode(value: string): value is TransportCode {
  return hasOwn(transportCodes, value);
}

/** The error of its JSON. Of a code that this version has, everything follows from the code and from what the runtime called the failure. */
function fromJSON(value: unknown): TransportError | undefined {
  const written = readJson("transport", value, isCode);
  if (!written) return undefined;
  const { code, receivedCode, kind = "unknown", message, details } = written.parts;
  const mayHaveReachedServer = memberOf(details, "mayHaveReachedServer");
  if (isCode(code)) return typeof mayHaveReachedServer === "boolean" ? transportError(code, receivedCode) : undefined;
  // What the code of a newer version is, says more than what the runtime called the failure. Where nothing proves that it was unsent, the cautious is assumed.
  const theirs = written.json["code"] === UNRECOGNIZED ? receivedCode : cleanLine(written.json["code"]);
  return unrecognizedTransportError({ receivedCode: theirs, kind, message, mayHaveReachedServer: mayHaveReachedServer !== false });
}

/** Failed connections, in the shape of a service that sends no responses. */
export interface Transport {
  readonly name: "transport";
  /** Every code with its kind, its retry policy, and whether the server may have started to process the request. */
  readonly codes: typeof transportCodes;
  /** Whether a value is such an error, from any copy or build of the package. */
  is(value: unknown): value is TransportError;
  /**
   * The inverse of `error.toJSON()`; undefined if the value is not such JSON. A code of a newer version becomes `UNRECOGNIZED`, with that code as
   * `receivedCode`.
   */
  fromJSON(value: unknown): TransportError | undefined;
  /**
   * Turns what a `fetch` threw because its connection failed into the typed error; for other clients use `errorFrom`. Returns a `TransportError`
   * unchanged, also if it is a cause. Undefined for anything else: the caller's own abort, a mistake such as a bad URL or header, or an error that is
   * not about a connection.
   */
  from(caught: unknown): TransportError | undefined;
}

/** Recognizes failed connections. */
export const transport: Transport = {
  name: "transport",
  codes: transportCodes,
  is: isTransportError,
  fromJSON,
  from: classifyFetch,
};
