import type { PrintedError } from "../printed-error.js";

/** A failed answer as something recorded it. Whatever is not known is left out. */
export interface RecordedAnswer {
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Text, or the JSON value that was logged in its place. */
  readonly body?: unknown;
  /** The data of an error frame, where the body is an event stream that failed after its answer had begun. */
  readonly frame?: string | undefined;
  /** The JSON of one of our errors, where a program logged that. */
  readonly error?: unknown;
  /** One of our errors where a program printed it as text. */
  readonly printed?: PrintedError | undefined;
  /** When it arrived, in Unix milliseconds. */
  readonly at?: number | undefined;
}

/** Whether a status is a failure's. What recorded it may hold any number, and no service reads one that is not whole. */
export function isFailure(status: number | undefined): boolean {
  return status !== undefined && Number.isInteger(status) && status >= 400 && status < 600;
}

/** Header fields by lower-case name; repeated ones are joined by commas, as `Headers` does. What is no text counts as absent. */
export function headersOf(fields: Iterable<readonly [name: unknown, value: unknown]>): Readonly<Record<string, string>> {
  const headers = new Map<string, string>();
  for (const [name, value] of fields) {
    if (typeof name !== "string") continue;
    const text = Array.isArray(value) ? value.filter((one) => typeof one === "string").join(", ") : value;
    if (typeof text !== "string" && typeof text !== "number") continue;
    const before = headers.get(name.toLowerCase());
    headers.set(name.toLowerCase(), before === undefined ? `${text}` : `${before}, ${text}`);
  }
  // A record that inherits nothing, since the names come from outside; Object.create says nothing of its type.
  return Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(headers));
}
