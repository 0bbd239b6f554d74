// What a program does about anything that it caught from three services and from the connections to them.
import { dns } from "@scai-errors/dns";
import { scaidrive } from "@scai-errors/scaidrive";
import { type Kind, anyOf, match, scaigrid, transport } from "@scai-errors/scaigrid";

const scai = anyOf(scaigrid, scaidrive, dns, transport);

export type Reaction = "sign in" | "correct" | "ask for more" | "wait" | "give up" | "report";

/** Exhaustive: a kind without a reaction does not compile. */
const reactions: Readonly<Record<Kind, Reaction>> = {
  unauthenticated: "sign in",
  permission_denied: "ask for more",
  quota_exceeded: "ask for more",
  invalid_argument: "correct",
  out_of_range: "correct",
  failed_precondition: "correct",
  already_exists: "correct",
  aborted: "correct",
  rate_limited: "wait",
  unavailable: "wait",
  deadline_exceeded: "wait",
  not_found: "give up",
  unimplemented: "give up",
  cancelled: "give up",
  data_loss: "report",
  internal: "report",
  unknown: "report",
};

export function react(caught: unknown): Reaction {
  const error = scai.find(caught);
  if (!error) throw caught;
  return reactions[error.kind];
}

/** The same by service, where each needs words of its own; `id` would tell single codes of all services apart. */
export function explain(caught: unknown): string {
  const error = scai.find(caught);
  if (!error) throw caught;
  return match(error, "service", {
    scaigrid: ({ message }) => `The model did not answer: ${message}`,
    scaidrive: ({ message }) => `The file could not be stored: ${message}`,
    dns: ({ message }) => `The name could not be changed: ${message}`,
    transport: ({ details }) => (details.mayHaveReachedServer ? "The connection broke." : "Nothing was sent."),
  });
}
