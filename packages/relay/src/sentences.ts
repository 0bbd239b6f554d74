import type { Kind } from "@scai-errors/core";

/** What may always be said about a failure: nothing that its kind does not say. None of them reads like a message by which a service is told apart. */
export const sentenceOfKind: { readonly [K in Kind]: string } = {
  cancelled: "The request was cancelled.",
  unknown: "The request failed.",
  invalid_argument: "The request is not valid.",
  deadline_exceeded: "The service took too long to answer.",
  not_found: "There is no such resource.",
  already_exists: "There is such a resource already.",
  permission_denied: "This is not allowed.",
  rate_limited: "Too many requests; try again later.",
  quota_exceeded: "A limit is used up.",
  failed_precondition: "The present state does not allow this.",
  aborted: "Something else changed this at the same time.",
  out_of_range: "The request is too large or out of range.",
  unimplemented: "This is not supported.",
  internal: "The service failed.",
  unavailable: "The service is not available.",
  data_loss: "The data is incomplete or damaged.",
  unauthenticated: "A valid sign-in is needed.",
};
