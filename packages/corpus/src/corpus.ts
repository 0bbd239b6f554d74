import type { HostileCase } from "./case.js";
import { bodyBytes } from "./cases/body-bytes.js";
import { fieldReports } from "./cases/field-reports.js";
import { jsonShape } from "./cases/json-shape.js";
import { notJson } from "./cases/not-json.js";
import { retryAndTime } from "./cases/retry-and-time.js";
import { statusAndProtocol } from "./cases/status-and-protocol.js";
import { text } from "./cases/text.js";

/** Every hostile answer that can be handed to `decode`, by section. */
export const corpus: readonly HostileCase[] = [
  ...retryAndTime,
  ...statusAndProtocol,
  ...bodyBytes,
  ...jsonShape,
  ...notJson,
  ...text,
  ...fieldReports,
];

/** The catalogue's number in a case's id. */
export function itemOf(id: string): number {
  return Number(/^[A-E](\d\d)/.exec(id)?.[1]);
}
