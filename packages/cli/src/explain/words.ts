import type { CodeEntry, Origin, RetryPolicy } from "@scai-errors/core";
import { connections } from "../services.js";

const policies: Readonly<Record<RetryPolicy, string>> = {
  never: "No: the same request will fail again.",
  once: "Once more; if that fails too, report it.",
  backoff: "Yes, with increasing delays, and not before the time that the response names.",
  after_change: "Only after a change: the same request will fail again.",
};

function isOfConnections(service: string | undefined): boolean {
  return service === connections.service.name;
}

const ONLY_IDEMPOTENT = " Only idempotent requests: this one may have been processed.";

/**
 * The same after a failure of the connection, where no answer names a time, and a second try can do harm in other ways than failing.
 * `which` says which requests may be sent again, where some may.
 */
const policiesOfConnections: Readonly<Record<RetryPolicy, (which: string) => string>> = {
  never: () => "No.",
  once: (which) => `${policies.once}${which}`,
  backoff: (which) => `Yes, with increasing delays.${which}`,
  after_change: () => policies.after_change,
};

/** What is not begun with may be sent again, whatever it is. */
function connectionRetryInWords(policy: RetryPolicy, idempotentOnly: boolean): string {
  return policiesOfConnections[policy](idempotentOnly ? ONLY_IDEMPOTENT : " Any request: the server cannot have started processing it.");
}

/** The retry advice in words, on a code of a service or where none is known. */
export function retryInWords(
  service: string | undefined,
  { retry, idempotentOnly, source }: Pick<CodeEntry, "retry" | "idempotentOnly" | "source">,
): string {
  if (isOfConnections(service)) return connectionRetryInWords(retry, idempotentOnly);
  const ground = source === "documented" ? " (Documented by the service.)" : "";
  return `${policies[retry]}${idempotentOnly ? ONLY_IDEMPOTENT : ""}${ground}`;
}

const sides: Readonly<Record<Origin, string>> = {
  caller: "The caller's: its request, its credentials, its limits, or the state of what it asked for.",
  service: "The service's.",
  upstream: "That of something the service depends on.",
};

/** The same where there was no answer. */
const sidesOfConnections: typeof sides = {
  caller: "The caller's: its machine, its network, its settings, or what it asked for.",
  service: "The server's, or that of something on the way to it.",
  upstream: "That of something behind the server.",
};

/** On whose side a failure arises, in words. */
export function sideInWords(service: string, origin: Origin): string {
  return (isOfConnections(service) ? sidesOfConnections : sides)[origin];
}
