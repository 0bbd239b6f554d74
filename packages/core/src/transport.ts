import { hasOwn } from "./has-own.js";
import { classifyFetch } from "./classify.js";
import { UNRECOGNIZED } from "./error.js";
import { kindOf } from "./kinds.js";
import { memberOf } from "./member-of.js";
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
  if (memberOf(value, "service") !== "transport") return undefined;
  const [code, receivedCode, kind, details] = ["code", "receivedCode", "kind", "details"].map((name) => memberOf(value, name));
  const received = receivedCode ?? undefined;
  if (typeof code !== "string" || (received !== undefined && typeof received !== "string")) return undefined;
  if (isCode(code)) return transportError(code, received);
  const theirs = cleanLine(code === UNRECOGNIZED ? received : code) ?? UNRECOGNIZED;
  const isProvenUnsent = memberOf(details, "mayHaveReachedServer") === false;
  return unrecognizedTransportError(theirs, kindOf(kind) ?? "unknown", !isProvenUnsent);
}

/** The failures of the connection, in the shape of a service that sends no answers. */
export interface Transport {
  readonly name: "transport";
  /** Every code with its kind, its retry policy, and whether the server can have begun with the request. */
  readonly codes: typeof transportCodes;
  /** Whether a value is such an error, from any copy or build of the package. */
  is(value: unknown): value is TransportError;
  /**
   * The inverse of `error.toJSON()`; undefined where the value is not such JSON. A code of a newer version becomes `UNRECOGNIZED`, with that code as
   * `receivedCode`.
   */
  fromJSON(value: unknown): TransportError | undefined;
  /**
   * The typed error of what a `fetch` threw because the connection failed; what other clients throw is for `errorFrom`. An error of this kind is given as it is, also as a
   * cause. Undefined where it is no failure of the connection: an abort of the caller's own, a mistake such as a bad URL or header, and anything that
   * is not about a connection.
   */
  from(caught: unknown): TransportError | undefined;
}

/** Reads failures of the connection. */
export const transport: Transport = {
  name: "transport",
  codes: transportCodes,
  is: isTransportError,
  fromJSON,
  from: classifyFetch,
};
