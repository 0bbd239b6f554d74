export { type RelayOptions, type RelayedAnswer, relay } from "./relay.js";
export { isServiceError } from "@scai-errors/core";
