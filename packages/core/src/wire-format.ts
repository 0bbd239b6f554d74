import type { FieldIssue } from "./issues.js";
import type { JsonValue } from "./json.js";
import type { FindLayers } from "./layers.js";

/** What a written response should say. */
export interface Content {
  readonly code: string;
  readonly message: string;
  readonly details: JsonValue | undefined;
  readonly issues: readonly FieldIssue[];
  readonly requestId: string | undefined;
  /** Seconds to wait. */
  readonly retryAfter: number | undefined;
}

/** A body in the format of a service, with the headers that belong to it; names in lower case. */
export interface WrittenBody {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How a service writes its responses. This is everything that core knows about a service's wire format. */
export interface WireFormat {
  /** Where its bodies say what failed: `errorFirst`, `detailFirst`, or a function for any other envelope. */
  readonly layers: FindLayers;
  /** Whether its responses have codes. If not, the code follows from the message or the status. */
  readonly sendsCodes: boolean;
  /**
   * The beginning of the names of the rate-limit headers, in lower case; left out if the service sends none. They are read if there is a
   * `<prefix>limit`.
   */
  readonly rateLimit?: string;
  /**
   * The member of the body with the `request_id`, if there is one. A body with `meta` also begins with `"status": "error"`, and repeats the header's
   * hint as `retry_after`.
   */
  readonly requestId?: "meta" | "error";
  /** Parses a body that is not JSON, such as XML or an event stream; returns undefined if it does not know the format. */
  readonly parse?: (text: string) => unknown;
  /** Writes the service's own envelope, if it is neither `{"error": …}` nor FastAPI's `{"detail": …}`. */
  readonly write?: (content: Content) => WrittenBody;
}
