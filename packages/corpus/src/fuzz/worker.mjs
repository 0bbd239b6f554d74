// Runs one target in a thread of its own until it is stopped. Inputs that reach code that no input has reached before are kept, and changed further.
// The input of the moment is in shared memory, where it can be seen even if the target hangs.
import { Session } from "node:inspector";
import { parentPort, workerData } from "node:worker_threads";
import { seededRandom } from "@scai-errors/workspace/random";
import { changed } from "./mutate.mjs";

const { target, seeds, seed, longest, shared } = workerData;
/** Asking for the coverage takes longer than running an input, so it is asked for once for so many. */
const BATCH = 64;

const executions = new Int32Array(shared, 0, 1);
const length = new Int32Array(shared, 4, 1);
const input = new Uint8Array(shared, 8);

const session = new Session();
session.connect();

/** The inspector of one's own thread answers before `post` returns. */
function ask(method, parameters) {
  let answer;
  session.post(method, parameters, (error, result) => {
    if (error) throw new Error(`The inspector refused ${method}: ${error.message}`);
    answer = result;
  });
  return answer;
}

/** The places of the packages that were reached since the last time that this was asked. */
function reached() {
  return ask("Profiler.takePreciseCoverage")
    .result.filter(({ url }) => /\/packages\/[^/]+\/dist\//.test(url))
    .flatMap(({ url, functions }) =>
      functions.flatMap(({ ranges }) =>
        ranges.filter(({ count }) => count > 0).map(({ startOffset, endOffset }) => `${url}:${startOffset}-${endOffset}`),
      ),
    );
}

const { fuzz } = await import(target);

function execute(bytes) {
  length[0] = bytes.length;
  input.set(bytes);
  fuzz(Buffer.from(bytes));
  Atomics.add(executions, 0, 1);
}

function crash(error) {
  parentPort.postMessage({ crash: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  process.exit(1);
}

ask("Profiler.enable");
ask("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
const dice = seededRandom(seed);
const kept = [...seeds];
try {
  for (const bytes of seeds) execute(bytes);
  const known = new Set(reached());
  for (;;) {
    const batch = Array.from({ length: BATCH }, () => changed(kept[Math.floor(dice() * kept.length)], seeds, dice, longest));
    for (const bytes of batch) execute(bytes);
    const unseen = new Set(reached().filter((place) => !known.has(place)));
    for (const place of unseen) known.add(place);
    // Which of them it was shows when they run once more, one by one.
    for (const bytes of unseen.size > 0 ? batch : []) {
      execute(bytes);
      const firsts = reached().filter((place) => unseen.has(place));
      if (firsts.length > 0) kept.push(bytes);
      for (const place of firsts) unseen.delete(place);
    }
    parentPort.postMessage({ coverage: known.size });
  }
} catch (error) {
  crash(error);
}
