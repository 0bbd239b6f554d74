/** Milliseconds of processor time that a function takes; not the time on the clock, because a busy machine stretches that. */
export function cpuTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  return process.cpuUsage(before).user / 1000;
}
