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
  /** Stops following, so that nothing is left on the others. Without effect where the platform follows by itself. */
  readonly stop: () => void;
}

/**
 * A signal that is aborted with any of these. Where the platform has `AbortSignal.any`, it follows for as long as somebody holds it, which costs the
 * others no listener. Elsewhere it follows until it is told to stop.
 */
export function follow(signals: readonly AbortSignal[]): Following {
  if (typeof AbortSignal.any === "function") return { signal: AbortSignal.any([...signals]), stop: () => undefined };
  const controller = new AbortController();
  const stops = signals.map((signal) => onAbort(signal, (reason) => controller.abort(reason)));
  return { signal: controller.signal, stop: () => stops.forEach((stop) => stop()) };
}
