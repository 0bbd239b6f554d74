type Listener = (reason: unknown) => void;

/** All listeners of one signal, behind the single one that the signal has. */
interface Shared {
  readonly listeners: Set<Listener>;
  /** Removes that listener from the signal. */
  readonly stop: () => void;
}

const shared = new WeakMap<AbortSignal, Shared>();

/** The reason of an abort. On platforms without abort reasons, such as React Native, it is the usual default. */
export function reasonOf(signal: AbortSignal): unknown {
  const hasReason = "reason" in signal && signal.reason !== undefined;
  return hasReason ? signal.reason : Object.assign(new Error("This operation was aborted"), { name: "AbortError" });
}

/** Starts to listen to a signal that has no listener yet. */
function listenTo(signal: AbortSignal): Shared {
  const listeners = new Set<Listener>();
  const tell = (): void => {
    const reason = reasonOf(signal);
    for (const listener of [...listeners]) listener(reason);
  };
  const stop = (): void => {
    shared.delete(signal);
    signal.removeEventListener("abort", tell);
  };
  signal.addEventListener("abort", tell);
  return { listeners, stop };
}

/**
 * Calls back with the signal's reason when it is aborted, or at once if it already is. All listeners of a signal share one: Node warns of a leak if a
 * signal has more than ten, and a client may well have more than ten calls at once.
 * @returns stops listening. After the last one, nothing is left on the signal.
 */
export function onAbort(signal: AbortSignal | null | undefined, listener: Listener): () => void {
  if (!signal) return () => undefined;
  if (signal.aborted) {
    listener(reasonOf(signal));
    return () => undefined;
  }
  const entry = shared.get(signal) ?? listenTo(signal);
  shared.set(signal, entry);
  entry.listeners.add(listener);
  return () => {
    entry.listeners.delete(listener);
    if (entry.listeners.size === 0) entry.stop();
  };
}

/** A signal that follows others. */
export interface Following {
  readonly signal: AbortSignal;
  /**
   * Stops following, so that nothing is left on the other signals. Undefined if there is nothing to stop: with `AbortSignal.any`, a signal follows as
   * long as somebody holds it, and adds no listener to the others.
   */
  readonly stop: (() => void) | undefined;
}

/** A signal that is aborted when any of these is. */
export function follow(signals: readonly AbortSignal[]): Following {
  if (typeof AbortSignal.any === "function") return { signal: AbortSignal.any([...signals]), stop: undefined };
  const controller = new AbortController();
  const stops = signals.map((signal) => onAbort(signal, (reason) => controller.abort(reason)));
  const stop = (): void => {
    for (const one of stops) one();
  };
  return { signal: controller.signal, stop };
}

/** What was found out about signals, per AbortController that makes them. */
const areTaken = new WeakMap<typeof AbortController, boolean>();

function isTaken(signal: AbortSignal): boolean {
  if (typeof Request === "undefined") return true;
  try {
    return Boolean(new Request("http://localhost/", { signal }));
  } catch {
    return false;
  }
}

/**
 * Whether the platform's `fetch` accepts signals that are made here. Test environments such as jsdom replace AbortController but not `fetch`, which
 * then rejects every signal.
 */
export function signalsAreTaken(): boolean {
  const known = areTaken.get(AbortController) ?? isTaken(new AbortController().signal);
  areTaken.set(AbortController, known);
  return known;
}
