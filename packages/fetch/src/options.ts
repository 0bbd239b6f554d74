import { DEFAULT_BACKOFF } from "./backoff.js";
import { HOOKS, type Hooks } from "./hooks.js";
import { type RetryBudget, createRetryBudget } from "./retry-budget.js";
import { RetryLine } from "./retry-line.js";
import type { RetryLimits } from "./retry-policy.js";
import { LONGEST_TIMEOUT_MS, type Runtime, platform } from "./runtime.js";

/** How failed attempts are retried. */
export interface RetryOptions {
  /** Maximum number of attempts per call, including the first. Default 3; 1 switches retries off. */
  readonly attempts?: number | undefined;
  /** Upper bound of the first wait, in milliseconds; it doubles with every attempt. Waits are random between 0 and the bound. Default 500. */
  readonly baseDelayMs?: number | undefined;
  /** Upper bound of a random wait, and of what the service may ask for, in milliseconds. If it asks for more, the call gives up. Default 60,000. */
  readonly maxDelayMs?: number | undefined;
  /** A budget to share with other clients. Default: a separate one for every service of the client. */
  readonly budget?: RetryBudget | undefined;
  /**
   * How long a call may wait in line, in milliseconds, for a rate limiter that refuses some calls and says when to come back. Refusals do not count
   * as attempts while it waits. For batches. Default 0: no line.
   */
  readonly patienceMs?: number | undefined;
}

/** How a client behaves. */
export interface FetchOptions {
  readonly retry?: RetryOptions | undefined;
  /**
   * Time limit of one attempt, in milliseconds, up to the headers of a success or the end of an error's body. Default 120,000; Infinity for no limit.
   */
  readonly attemptTimeoutMs?: number | undefined;
  /** Time limit of the whole call with all attempts and waits, in milliseconds. Default 300,000; Infinity for no limit. */
  readonly totalTimeoutMs?: number | undefined;
  /**
   * Whether to add an `Idempotency-Key` to requests that have none and whose method is not idempotent, so that they can be retried. Only for servers
   * that support the header. Default false.
   */
  readonly idempotencyKeys?: boolean | undefined;
  /** The function that sends the requests. Default: the platform's `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Whether failures are thrown as typed errors. `false` is for the `fetch` option of clients that throw their own errors and retry (openai, AI SDK,
   * LangChain, ky): a failed response is returned to them after the retries, and an event stream with an error frame fails with the service's error.
   * Default true.
   */
  readonly throws?: boolean | undefined;
  /** Functions to call on attempts, retries and calls that give up. Default: none. */
  readonly hooks?: Hooks | undefined;
  /** Clock, timers and random numbers; for tests. Default: the platform's. */
  readonly runtime?: Partial<Runtime> | undefined;
}

/** What all calls of a client to one service share. */
export interface SharedRetries {
  readonly budget: RetryBudget;
  /** Undefined if calls do not wait for one another. */
  readonly line: RetryLine | undefined;
}

/** The options with everything filled in. */
export interface Settings {
  readonly limits: RetryLimits;
  /** How long a call may wait in line, in milliseconds. */
  readonly patienceMs: number;
  /** What all calls to a service share. */
  readonly retriesOf: (service: object) => SharedRetries;
  readonly attemptTimeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly idempotencyKeys: boolean;
  readonly send: typeof globalThis.fetch;
  readonly throws: boolean;
  readonly hooks: Hooks;
  readonly runtime: Runtime;
}

/** Looked up at every call, so that a later replacement of the platform's fetch is used. */
const platformFetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init);

/** Checks that a number is at least this large. */
function checked(name: string, value: number, least: number): number {
  // Written so that NaN and words are refused too.
  if (typeof value === "number" && value >= least) return value;
  throw new TypeError(`createFetch(): ${name} is a number of at least ${least}.`);
}

/** Checks the type of a value. Absent values have their default by then. */
function typed<Value>(name: string, value: Value, type: "boolean" | "function" | "object", hint = ""): Value {
  if (value !== null && typeof value === type) return value;
  const article = type === "object" ? "an" : "a";
  throw new TypeError(`createFetch(): ${name} is ${article} ${type}${hint}.`);
}

/** Rejects an unknown option: with `retries: 0`, the defaults would go on to retry. */
function refuseOthers([name]: readonly string[], prefix = ""): void {
  if (name !== undefined) throw new TypeError(`createFetch() has no option ${prefix}${name}.`);
}

/** Nobody would notice a hook that is never called. Other members are allowed, because the hooks may be an instance of a class. */
function checkedHooks(hooks: Hooks): Hooks {
  typed("hooks", hooks, "object");
  for (const name of HOOKS) if (hooks[name] !== undefined) typed(`hooks.${name}`, hooks[name], "function");
  const others = Object.keys(hooks).filter((name) => name.startsWith("on") && !HOOKS.some((one) => one === name));
  refuseOthers(others, "hooks.");
  return hooks;
}

/**
 * Fills in the defaults.
 * @throws TypeError for a number out of range, a value of the wrong type, or an unknown option.
 */
export function settingsOf(options: FetchOptions): Settings {
  typed("options", options, "object");
  const {
    retry = {},
    attemptTimeoutMs = 120_000,
    totalTimeoutMs = 300_000,
    idempotencyKeys = false,
    fetch: send = platformFetch,
    throws = true,
    hooks = {},
    runtime: given,
    ...others
  } = options;
  refuseOthers(Object.keys(others));
  const {
    attempts = 3,
    baseDelayMs = DEFAULT_BACKOFF.baseDelayMs,
    maxDelayMs = DEFAULT_BACKOFF.maxDelayMs,
    budget,
    patienceMs = 0,
    ...otherRetry
  } = typed("retry", retry, "object", "; { attempts: 1 } switches retries off");
  refuseOthers(Object.keys(otherRetry), "retry.");
  if (budget !== undefined) typed("retry.budget", budget, "object");
  const runtime = { ...platform, ...given };
  const shared = new WeakMap<object, SharedRetries>();
  const limits = {
    attempts: checked("retry.attempts", attempts, 1),
    baseDelayMs: checked("retry.baseDelayMs", baseDelayMs, 0),
    // With what is added to it, it has to fit into a timer: with a longer one it would fire at once.
    maxDelayMs: Math.min(checked("retry.maxDelayMs", maxDelayMs, 0), LONGEST_TIMEOUT_MS / 2),
  };
  const hasLine = checked("retry.patienceMs", patienceMs, 0) > 0 && limits.attempts > 1;
  return {
    limits,
    // Its end is a timer, too.
    patienceMs: Math.min(patienceMs, LONGEST_TIMEOUT_MS),
    retriesOf: (service) => {
      const own = shared.get(service) ?? { budget: budget ?? createRetryBudget(), line: hasLine ? new RetryLine(runtime) : undefined };
      shared.set(service, own);
      return own;
    },
    attemptTimeoutMs: checked("attemptTimeoutMs", attemptTimeoutMs, 1),
    totalTimeoutMs: checked("totalTimeoutMs", totalTimeoutMs, 1),
    idempotencyKeys: typed("idempotencyKeys", idempotencyKeys, "boolean"),
    send: typed("fetch", send, "function"),
    throws: typed("throws", throws, "boolean"),
    hooks: checkedHooks(hooks),
    runtime,
  };
}
