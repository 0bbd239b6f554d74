import type { HeaderLookup } from "./headers.js";
import { isObject, parseJson } from "./json.js";
import { type Layer, errorWordIn } from "./layer-fields.js";
import { mayHoldJson, sentenceOf } from "./sentence.js";

/**
 * The places where a service's bodies say what failed, in the order in which they are believed. A text stands for a message, a list for problems
 * of fields; what is absent is passed over. A service whose body is in other words, or whose answers say it in headers, writes its own.
 */
export type FindLayers = (body: Layer, header: HeaderLookup) => readonly unknown[];

/** What stands under `error`: an envelope or a text. A word there that is a code is neither; the layer itself answers with it when asked for its code. */
function underError(layer: Layer): unknown {
  return errorWordIn(layer) === undefined ? layer["error"] : undefined;
}

/** `{"error": {code, message, …}, "meta": {…}}` first, FastAPI's `detail` after it. */
export const errorFirst: FindLayers = (body) => [underError(body), body["detail"], body, body["meta"]];

/** FastAPI's `{"detail": …}` first, `error` after it. */
export const detailFirst: FindLayers = (body) => [body["detail"], underError(body), body, body["meta"]];

/** How many envelopes within each other are opened: `{"detail": {"error": {…}}}` are two. */
const LEVELS = 3;

/** How many times JSON within a JSON string is opened. */
const TEXTS = 2;

/** Whether an entry of a list speaks for the whole failure. One that names a field is a problem of that field. */
function isWhole(entry: unknown): boolean {
  return typeof entry === "string" ? mayHoldJson(entry) : isObject(entry) && !("loc" in entry || "field" in entry || "path" in entry);
}

/** Whether what stands where a message belongs is an envelope itself, as JSON text or as an object. */
function isEnvelope(message: unknown): boolean {
  return typeof message === "string" ? mayHoldJson(message) : isObject(message);
}

/** The envelopes that a layer may hold, below what it says itself. */
function envelopesIn(layer: Layer): readonly unknown[] {
  const { errors, detail, meta, fault, message, errorMessage } = layer;
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const said = [message, errorMessage].find(isEnvelope);
  return [underError(layer), isWhole(first) ? first : undefined, detail, meta, fault, said];
}

/** What was opened of a body so far. */
interface Opened {
  /** Each value once, so that no layer stands twice among the layers, and a circle ends. */
  readonly values: unknown[];
  readonly layers: Layer[];
}

/**
 * Opens a value and what lies within it.
 * @param levels how many levels may still be opened below it.
 * @param texts how many times JSON in a string may still be opened. The text itself is no level.
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

/** A text holds JSON, or is a message. */
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
 * The layers of a body, the most believed first: what the service's own way of writing finds, each followed by the envelopes within it. The list is
 * bounded, however the body is nested.
 * @param body the parsed body; anything.
 */
export function layersOf(body: unknown, find: FindLayers, header: HeaderLookup): readonly Layer[] {
  const opened: Opened = { values: [], layers: [] };
  // A service may read headers, also where the body is none of its own.
  const found = isObject(body) ? find(body, header) : [...find({}, header), body];
  // What the service names first is believed first, so the body itself must not bring in its envelopes before they are asked for by name.
  for (const value of found) open(value, LEVELS, TEXTS, opened);
  return opened.layers;
}
