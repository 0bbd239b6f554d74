import { basename } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The tests of the file that is mutated come first, and what takes long comes last: the first test that fails ends the run. */
class OwnTestsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const mutated = (this.ctx.config.related ?? []).map((path) => basename(path, ".ts"));
    const isOwn = ({ moduleId }: TestSpecification): boolean => mutated.includes(basename(moduleId, ".test.ts"));
    const shortestFirst = (await super.sort(files)).reverse();
    return [...shortestFirst.filter(isOwn), ...shortestFirst.filter((file) => !isOwn(file))];
  }
}

// The tests without the types (a mutant that does not compile is the compiler's to find, and would cost seconds each) and without those that read files.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/readme.test.ts"],
    setupFiles: ["./test/setup/mutation.ts"],
    env: { MANY: "50000" },
    // Every mutant has a new worker, and its test files share it: each has core loaded once, and not thirty times.
    isolate: false,
    sequence: { sequencer: OwnTestsFirst },
  },
});
