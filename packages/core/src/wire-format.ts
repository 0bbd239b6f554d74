import type { FieldIssue } from "./issues.js";
import type { JsonValue } from "./json.js";
import type { FindLayers } from "./layers.js";

/** What a written answer is to say. */
export interface Content {
  readonly code: string;
  readonly message: string;
  readonly details: JsonValue | undefined;
  readonly issues: readonly FieldIssue[];
  readonly requestId: string | undefined;
  /** Seconds to wait. */
  readonly retryAfter: number | undefined;
}

/** A body in the words of a service, with the headers that belong to it, their names in lower case. */
export interface WrittenBody {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How a service writes its answers. Everything that core knows about a service's wire is here. */
export interface WireFormat {
  /** Where its bodies say what failed: `errorFirst`, `detailFirst`, or a function of its own for another envelope. */
  readonly layers: FindLayers;
  /** Whether its answers have codes; if not, codes are derived from the message or the status. */
  readonly sendsCodes: boolean;
  /**
   * What the names of the rate-limit headers begin with, in lower case; left out where the service sends none. They are read where
   * `<prefix>limit` is among them.
   */
  readonly rateLimit?: string;
  /**
   * The member of the body that holds `request_id`, where one does. A body with `meta` also opens with `"status": "error"`, and repeats the
   * header's hint as `retry_after`.
   */
  readonly requestId?: "meta" | "error";
  /** Reads a body that is no JSON, such as XML or an event stream; gives undefined for what it does not know. */
  readonly parse?: (text: string) => unknown;
  /** Writes the service's own envelope, where it is neither `{"error": …}` nor FastAPI's `{"detail": …}`. */
  readonly write?: (content: Content) => WrittenBody;
}
