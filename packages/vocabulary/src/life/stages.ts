/** Where the whole gate is run: at the new versions of a round, and on the way to the first. */
export const STAGES = ["what was pending", "an added code", "everything that is pending", "first round", "second round"] as const;

export type Stage = (typeof STAGES)[number];
