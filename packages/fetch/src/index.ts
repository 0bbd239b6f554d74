export { type BackoffLimits, delayMs } from "./backoff.js";
export { type RetryBudget, type RetryBudgetOptions, createRetryBudget } from "./retry-budget.js";
export { type CallState, type Decision, type RetryLimits, type StoppedBy, decideRetry } from "./retry-policy.js";
