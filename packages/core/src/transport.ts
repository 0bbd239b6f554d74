import { classify } from "./classify.js";
import { cleanLine } from "./text.js";
import { type TransportCode, type TransportError, isTransportError, transportCodes, transportError } from "./transport-error.js";

/** The failures of the connection, in the shape of a service that sends no answers. */
export const transport = {
  name: "transport",
  codes: transportCodes,
  /** Whether a value is such an error, from any copy or build of the package. */
  is: isTransportError,
  /** The inverse of `error.toJSON()`; undefined where the value is not such JSON, or from a version that has more codes. */
  fromJSON: (value: unknown): TransportError | undefined => {
    const { service, code, receivedCode } = Object(value) as Partial<Readonly<Record<string, unknown>>>;
    return service === "transport" && typeof code === "string" && Object.hasOwn(transportCodes, code)
      ? transportError(code as TransportCode, cleanLine(receivedCode))
      : undefined;
  },
  /**
   * The typed error of what a `fetch` threw; undefined where that is no failure of the connection: a bad URL or header, or an error of something
   * else. An error of this kind, also as a cause, is given as it is.
   */
  from: classify,
} as const;
