import type { HeaderLookup } from "./headers.js";
import { isObject, parseJson } from "./json.js";
import { type Layer, errorWordIn } from "./layer-fields.js";
import { mayHoldJson, sentenceOf } from "./sentence.js";

/**
 * Where a service's bodies say what failed, the most trusted place first. A text stands for a message, and a list for field problems; absent values
 * are skipped. A service whose bodies use other words, or whose headers say what failed, writes its own function.
 */
export type FindLayers = (body: Layer, header: HeaderLookup) => readonly unknown[];

/**
 * The value of `error`: an envelope or a text. If it is a code in one word, it is neither; then the body itself answers when it is asked for its
 * code.
 */
function underError(layer: Layer): unknown {
  return errorWordIn(layer) === undefined ? layer["error"] : undefined;
}

/** `{"error": {code, message, …}, "meta": {…}}` first, FastAPI's `detail` after it. */
export const errorFirst: FindLayers = (body) => [underError(body), body["detail"], body, body["meta"]];

/** FastAPI's `{"detail": …}` first, `error` after it. */
export const detailFirst: FindLayers = (body) => [body["detail"], underError(body), body, body["meta"]];

/** How many nested envelopes are opened: `{"detail": {"error": {…}}}` has two. */
const LEVELS = 3;

/** How many times JSON within a JSON string is opened. */
const TEXTS = 2;

/** Whether an entry of a list describes the whole failure. An entry that names a field is a problem of that field. */
function isWhole(entry: unknown): boolean {
  return typeof entry === "string" ? mayHoldJson(entry) : isObject(entry) && !("loc" in entry || "field" in entry || "path" in entry);
}

/** Whether the value in the place of a message is itself an envelope, as JSON text or as an object. */
function isEnvelope(message: unknown): boolean {
  return typeof message === "string" ? mayHoldJson(message) : isObject(message);
}

/** The envelopes inside a layer, which count less than the layer itself. */
function envelopesIn(layer: Layer): readonly unknown[] {
  const { errors, detail, meta, fault, message, errorMessage } = layer;
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const said = [message, errorMessage].find(isEnvelope);
  return [underError(layer), isWhole(first) ? first : undefined, detail, meta, fault, said];
}

/** What has been opened of a body so far. */
interface Opened {
  /** Each value once, so that no layer is listed twice, and circular values end. */
  readonly values: unknown[];
  readonly layers: Layer[];
}

/**
 * Opens a value and the envelopes inside it.
 * @param levels how many more levels may be opened below it.
 * @param texts how many more times JSON in a string may be opened. The text itself is no level.
 */
function open(value: unknown, levels: number, texts: number, opened: Opened): void {
  if (value === undefined || value === null || opened.values.includes(value)) return;
  opened.values.push(value);
  if (typeof value === "string") {
    openText(value, levels, texts, opened);
  } else if (Array.isArray(value)) {
    // Nor is a list of one: what it holds is one level below.
    open({ errors: value }, levels, texts, opened);
  } else if (isObject(value)) {
    opened.layers.push(value);
    openWithin(envelopesIn(value), levels, texts, opened);
  }
}

/** A text contains JSON, or is a message. */
function openText(text: string, levels: number, texts: number, opened: Opened): void {
  const nested = texts > 0 && mayHoldJson(text) ? parseJson(text) : undefined;
  const message = nested === undefined ? sentenceOf(text) : undefined;
  if (message !== undefined) opened.layers.push({ message });
  open(nested, levels, texts - 1, opened);
}

function openWithin(values: readonly unknown[], levels: number, texts: number, opened: Opened): void {
  if (levels === 0) return;
  for (const value of values) open(value, levels - 1, texts, opened);
}

/**
 * The layers of a body, the most trusted first: what the service's own `layers` function finds, each followed by the envelopes inside it. The list is
 * bounded, however deeply the body is nested.
 * @param body the parsed body; anything.
 */
export function layersOf(body: unknown, find: FindLayers, header: HeaderLookup): readonly Layer[] {
  const opened: Opened = { values: [], layers: [] };
  // A service may read headers, even if the body is not its own.
  const found = isObject(body) ? find(body, header) : [...find({}, header), body];
  // The layers that the service names come first, so the body itself must not add its envelopes before they are asked for by name.
  for (const value of found) open(value, LEVELS, TEXTS, opened);
  return opened.layers;
}
