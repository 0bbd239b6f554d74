type Listener = (reason: unknown) => void;

/** The listeners of one signal, behind the only one that it knows. */
interface Shared {
  readonly listeners: Set<Listener>;
  /** Takes the one listener off the signal. */
  readonly stop: () => void;
}

const shared = new WeakMap<AbortSignal, Shared>();

/** What an abort rejects with. Where the platform knows no reasons, as in React Native, it is what others give by default. */
export function reasonOf(signal: AbortSignal): unknown {
  const hasReason = "reason" in signal && signal.reason !== undefined;
  return hasReason ? signal.reason : Object.assign(new Error("This operation was aborted"), { name: "AbortError" });
}

/** Begins to listen to a signal that nobody listens to yet. */
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
 * Calls back with the signal's reason when it is aborted, at once where it already is. All listeners of a signal share one: Node warns of a leak
 * where a signal has more than ten, and a client may well have more than ten calls under way.
 * @returns stops listening. With the last one nothing is left on the signal.
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
   * Stops following, so that nothing is left on the others. Undefined where there is nothing to stop: with `AbortSignal.any` a signal follows for as
   * long as somebody holds it, and costs the others no listener.
   */
  readonly stop: (() => void) | undefined;
}

/** A signal that is aborted with any of these. */
export function follow(signals: readonly AbortSignal[]): Following {
  if (typeof AbortSignal.any === "function") return { signal: AbortSignal.any([...signals]), stop: undefined };
  const controller = new AbortController();
  const stops = signals.map((signal) => onAbort(signal, (reason) => controller.abort(reason)));
  const stop = (): void => {
    for (const one of stops) one();
  };
  return { signal: controller.signal, stop };
}

/** What was found out about signals, by the AbortController that makes them. */
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
 * Whether the platform's `fetch` takes signals that are made here. Test environments such as jsdom replace AbortController and leave `fetch` as it is,
 * which then refuses every signal.
 */
export function signalsAreTaken(): boolean {
  const known = areTaken.get(AbortController) ?? isTaken(new AbortController().signal);
  areTaken.set(AbortController, known);
  return known;
}
