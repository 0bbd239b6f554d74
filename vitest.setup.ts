import fc from "fast-check";

// How often every property of every package is tried: FC_RUNS, else a thousand times. With no runs at all every property would hold.
const numRuns = Number(process.env["FC_RUNS"] ?? 1000);
if (!(Number.isInteger(numRuns) && numRuns > 0))
  throw new Error(`FC_RUNS is "${process.env["FC_RUNS"] ?? ""}"; give it a whole number of runs, such as 1000.`);
fc.configureGlobal({ numRuns });
