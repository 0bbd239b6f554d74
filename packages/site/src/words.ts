import type { CodeEntry, Kind, Origin, RetryPolicy } from "@scai-errors/core";

/** A kind in words; one that is missing does not compile. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  cancelled: "The request was cancelled before there was a response.",
  unknown: "Nothing is known about why it failed; newer services and broken proxies look like this.",
  invalid_argument: "The request says something that is wrong whatever the state of the service.",
  deadline_exceeded: "It took too long. Whether it was processed is not known.",
  not_found: "What the request is about is not there, or not visible to the caller.",
  already_exists: "What you want to create exists already, or its name is taken.",
  permission_denied: "The caller is known, but not allowed to do this.",
  rate_limited: "Too many requests in a short time: slow down and come back.",
  quota_exceeded: "A fixed allowance is used up: slowing down does not help.",
  failed_precondition: "The state of things does not allow it now; something has to change first.",
  aborted: "It collided with another change: read the state again before trying again.",
  out_of_range: "A value is beyond a limit, such as a size or an age.",
  unimplemented: "The service does not support this, or it is turned off.",
  internal: "Something in the service broke.",
  unavailable: "The service, or something that it needs, cannot be used at the moment.",
  data_loss: "Data arrived incomplete or damaged.",
  unauthenticated: "The credentials are missing, wrong or expired.",
};

/** A retry policy in a sentence; one that is missing does not compile. */
export const POLICY_WORDS: Readonly<Record<RetryPolicy, string>> = {
  never: "Do not retry: the same request will fail again.",
  after_change: "Do not repeat it unchanged. Retry once after you have removed the cause.",
  once: "Retry once. If that fails too, report it.",
  backoff: "Retry with increasing delays, and never earlier than `Retry-After` says.",
};

export const POLICY_TITLES: Readonly<Record<RetryPolicy, string>> = {
  never: "Never",
  after_change: "After a change",
  once: "Once",
  backoff: "With increasing delays",
};

/** What to do about repeating a request, in sentences; literal names are in backticks. */
export function retryWords({ retry, idempotentOnly }: Pick<CodeEntry, "retry" | "idempotentOnly">, ground: string): string {
  const open = "The request may have been processed: retry it only if it is idempotent or has an `Idempotency-Key`.";
  return [POLICY_WORDS[retry], ...(idempotentOnly ? [open] : []), ground].join(" ");
}

/** Where the advice on repeating comes from, for a service's codes. */
export function groundWords({ source }: Pick<CodeEntry, "source">, title: string): string {
  return source === "documented"
    ? `The documentation of ${title} says so for this code.`
    : `The documentation of ${title} says nothing about retrying this code, so the advice follows from its kind.`;
}

/** On whose side a failure arises. */
export function originWords(origin: Origin, title: string): string {
  if (origin === "caller") return "The caller";
  return origin === "service" ? title : `Something behind ${title}`;
}
