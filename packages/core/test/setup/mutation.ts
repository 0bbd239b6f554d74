import fc from "fast-check";
import { afterAll, afterEach } from "vitest";

/** What the test files of one run have in common, since they share a worker. */
interface Shared {
  hasFailed?: boolean;
  /** What the mutation runner notes in its trial run: how often which mutant was executed, by its id. */
  readonly __stryker__?: {
    readonly mutantCoverage?: {
      readonly static: Record<string, number>;
      readonly perTest: Readonly<Record<string, Readonly<Record<string, number>>>>;
    };
  };
}
const shared = globalThis as Shared;

// One failed test is enough, but the runner would load all the other files before it ends. No error, because the stack of each would be looked at.
if (shared.hasFailed) throw "A test of another file has failed.";
afterEach(({ task }) => {
  shared.hasFailed ||= task.result?.state === "fail";
});

// The examples beside the properties find most mutants, and what is found has to be found again the next time.
fc.configureGlobal({ numRuns: 30, seed: 1, endOnFailure: true });

// Core makes tables, expressions and classes when they are first asked for, so that a mutant within them is executed in one test and shows in another, where
// the runner would not look. What is executed on loading it tries with all tests, and from the start: so be it for every mutant.
afterAll(() => {
  const coverage = shared.__stryker__?.mutantCoverage;
  for (const hits of Object.values(coverage?.perTest ?? {})) Object.assign(coverage!.static, hits);
});
