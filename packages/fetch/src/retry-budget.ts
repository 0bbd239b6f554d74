/** How a budget fills and how much it holds, in retries. */
export interface RetryBudgetOptions {
  /** Maximum number of retries that can be saved up. Default 10. */
  readonly capacity?: number | undefined;
  /**
   * Retries available before anything has succeeded. Default 1: in an outage, a fleet of clients that each send little spends what each started with,
   * so a full budget at the start would protect nobody.
   */
  readonly start?: number | undefined;
  /** How much of a retry each success earns. Default 0.2: at most one retry for five successes. */
  readonly perSuccess?: number | undefined;
}

/**
 * Limits the retries of a client to a share of its successes, so that they stop by themselves if everything fails. To share a budget among clients,
 * pass the same one to each.
 */
export interface RetryBudget {
  /** The retries left, between 0 and the capacity. */
  readonly tokens: number;
  /** Takes one retry. False if less than a whole one is left; then nothing is taken. */
  take(): boolean;
  /** Returns a retry that was taken and never sent. */
  giveBack(): void;
  /** Notes that a call succeeded. */
  succeeded(): void;
}

/** Rounding errors of adding fractions: ten times a tenth is a little less than one, and the earned retry would be missing. */
const LOST = 1e-9;

class Budget implements RetryBudget {
  readonly #capacity: number;
  readonly #perSuccess: number;
  #tokens: number;

  constructor({ capacity = 10, start = 1, perSuccess = 0.2 }: RetryBudgetOptions = {}) {
    for (const [name, value] of Object.entries({ capacity, start, perSuccess })) {
      // Written so that NaN is refused too: it would make every comparison false and the budget either endless or dead.
      if (!(value >= 0)) throw new TypeError(`A retry budget's ${name} is a number of retries, 0 or more.`);
    }
    this.#capacity = capacity;
    this.#perSuccess = perSuccess;
    this.#tokens = Math.min(start, capacity);
  }

  get tokens(): number {
    return this.#tokens;
  }

  take(): boolean {
    const enough = this.#tokens >= 1 - LOST;
    if (enough) this.#tokens = Math.max(0, this.#tokens - 1);
    return enough;
  }

  giveBack(): void {
    this.#add(1);
  }

  succeeded(): void {
    this.#add(this.#perSuccess);
  }

  #add(tokens: number): void {
    this.#tokens = Math.min(this.#tokens + tokens, this.#capacity);
  }
}

/**
 * Makes a retry budget.
 * @throws TypeError if a number is negative or not a number.
 */
export function createRetryBudget(options?: RetryBudgetOptions): RetryBudget {
  return new Budget(options);
}
