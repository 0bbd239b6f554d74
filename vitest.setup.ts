import fc from "fast-check";

// How often every property of every package is tried: FC_RUNS, else a thousand times.
fc.configureGlobal({ numRuns: Number(process.env["FC_RUNS"] ?? 1000) });
