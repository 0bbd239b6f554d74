import type { RetryBudget } from "./retry-budget.js";

/**
 * What one call takes from its budget and returns. A call holds at most one retry at a time. Nothing else changes a budget, so that no retry is taken
 * and forgotten.
 */
export class RetryAccount {
  readonly #budget: RetryBudget;
  #hasRetry = false;
  #isSent: boolean | undefined;

  constructor(budget: RetryBudget) {
    this.#budget = budget;
  }

  /** Takes one retry for the next attempt. False if the budget has none. */
  take(): boolean {
    this.#hasRetry = this.#budget.take();
    this.#isSent = false;
    return this.#hasRetry;
  }

  /** Notes that an attempt is sent. From now on, only success returns the retry that was taken for it. */
  sent(): void {
    this.#isSent = true;
  }

  /** Notes that the attempt failed: the retry that was taken for it is spent. */
  failed(): void {
    this.#hasRetry = false;
  }

  /** Notes that the call succeeded. A retry that helped costs nothing. */
  succeeded(): void {
    this.#giveBack();
    this.#budget.succeeded();
  }

  /** Notes that the call is over, however it ended. A retry that was taken and never sent is returned. */
  close(): void {
    if (!this.#isSent) this.#giveBack();
  }

  #giveBack(): void {
    if (this.#hasRetry) this.#budget.giveBack();
    this.#hasRetry = false;
  }
}
