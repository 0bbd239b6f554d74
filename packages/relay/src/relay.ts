import { type ServiceError, isServiceError } from "@scai-errors/core";
import { problemOf } from "./problem.js";
import { inServiceFormat } from "./service-format.js";
import { shownOf } from "./shown.js";

/** What the client may see of an error. Each option reveals one thing; by default nothing extra is revealed. Any other value is a TypeError. */
export interface RelayOptions {
  /**
   * Whose credential the failed call used. `own` (default): the backend's, so a refusal of it (401, 403, 407) becomes a 502 that does not mention it.
   * `caller`: the client's own, passed on by the backend, so the client has to know.
   */
  readonly credential?: "own" | "caller" | undefined;
  /**
   * Whether to pass on the service's own texts: the message, those of issues with the full path of each field, and codes that this version does not
   * know. Default: false.
   */
  readonly message?: boolean | undefined;
  /** Whether to pass on `details`, which can contain other people's paths, names and ids. Default: false. */
  readonly details?: boolean | undefined;
  /** `service` (default): the service's own format. `problem`: `application/problem+json` (RFC 9457). Every service's `decode` reads both. */
  readonly format?: "service" | "problem" | undefined;
}

/** A response as plain data: `new Response(body, { status, headers })`, or whatever your framework calls these three. */
export interface RelayedAnswer {
  /** From 400 to 599. */
  readonly status: number;
  /** Names in lower case. Every value is valid in a header. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: string;
}

/** What may stand for an option. A typing error must not open anything, nor go unnoticed. */
const CHOICES = {
  credential: ["own", "caller"],
  message: [true, false],
  details: [true, false],
  format: ["service", "problem"],
} as const satisfies { readonly [Name in keyof RelayOptions]-?: readonly RelayOptions[Name][] };

const NAMES = Object.keys(CHOICES).join(", ");

function assertOptions(options: unknown): asserts options is RelayOptions {
  if (typeof options !== "object" || options === null) throw new TypeError(`relay() expects its options in an object; it has ${NAMES}.`);
  if (!Object.keys(options).every((name) => Object.hasOwn(CHOICES, name)))
    throw new TypeError(`relay() has no option of this name; it has ${NAMES}.`);
  for (const [name, choices] of Object.entries<readonly unknown[]>(CHOICES)) {
    // Looked up as it is used, so that an inherited one is looked at too.
    const given: unknown = Reflect.get(options, name);
    if (given !== undefined && !choices.includes(given))
      throw new TypeError(`relay() expects for ${name} one of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}.`);
  }
}

function sortOf(value: unknown): string {
  if (value instanceof Error) return "an error that no service reported";
  return value === null ? "null" : `a value of type ${typeof value}`;
}

/**
 * Makes the response with which a backend passes a failure on to its own client: what the client needs to act on it, and nothing that should stay
 * private. Takes an error of any service, or a `TransportError`, which becomes a 502 or 504.
 * @throws TypeError for anything else, and for unknown options.
 */
export function relay(error: ServiceError, options: RelayOptions = {}): RelayedAnswer {
  if (!isServiceError(error)) {
    throw new TypeError(
      `relay() was given ${sortOf(error)}; it takes the error of a service or of a failed connection. Check isServiceError() first, and leave the rest to your framework.`,
    );
  }
  assertOptions(options);
  const shown = shownOf(error, options);
  const { type, body } = options.format === "problem" ? problemOf(shown) : inServiceFormat(shown);
  return {
    status: shown.status,
    headers: {
      "content-type": type,
      // Some of these statuses are cached where nothing forbids it (RFC 9110, section 15.1), and one client's failure would be another's.
      "cache-control": "no-store",
      ...(shown.retryAfter !== undefined && { "retry-after": `${shown.retryAfter}` }),
      ...(canBeSent(shown.requestId) && { "x-request-id": shown.requestId }),
    },
    body,
  };
}

/** Whether a text can be a header's value everywhere: printable ASCII, with no space at its ends. Other ids are in the body alone. */
function canBeSent(text: string | undefined): text is string {
  return text !== undefined && /^[!-~](?:[ -~]*[!-~])?$/.test(text);
}
