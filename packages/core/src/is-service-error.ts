import type { ServiceError } from "./error.js";
import { MARK } from "./mark.js";

/**
 * Whether a value is an error of any service or of a connection, from any copy, build or version of the packages. For loggers and error trackers,
 * which do not know the services. False for look-alikes, and for objects that inherit from an error.
 */
export function isServiceError(value: unknown): value is ServiceError {
  try {
    const marks = Object.getOwnPropertySymbols(Object.getPrototypeOf(value));
    return marks.some((mark) => Symbol.keyFor(mark)?.startsWith(MARK));
  } catch {
    // Nothing that has a prototype, or one that cannot be looked at.
    return false;
  }
}
