import type { RetryBudget } from "./retry-budget.js";

/**
 * What one call takes out of its budget and gives back. A call holds at most one retry at a time. Nothing else changes a budget, so that none is
 * taken and forgotten.
 */
export class RetryAccount {
  readonly #budget: RetryBudget;
  #hasRetry = false;
  #isSent: boolean | undefined;

  constructor(budget: RetryBudget) {
    this.#budget = budget;
  }

  /** Takes one retry for the next attempt. False where the budget has none. */
  take(): boolean {
    this.#hasRetry = this.#budget.take();
    this.#isSent = false;
    return this.#hasRetry;
  }

  /** Notes that an attempt is sent. From now on a retry that was taken for it comes back by success alone. */
  sent(): void {
    this.#isSent = true;
  }

  /** Notes that the attempt failed: the retry that was taken for it is spent. */
  failed(): void {
    this.#hasRetry = false;
  }

  /** Notes that the call succeeded. A retry that helped has cost nothing. */
  succeeded(): void {
    this.#giveBack();
    this.#budget.succeeded();
  }

  /** Notes that the call is over, however it ended. A retry that was taken and never sent comes back. */
  close(): void {
    if (!this.#isSent) this.#giveBack();
  }

  #giveBack(): void {
    if (this.#hasRetry) this.#budget.giveBack();
    this.#hasRetry = false;
  }
}
