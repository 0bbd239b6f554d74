export { type WireAnswer, answer } from "./answer.js";
export { closeOf } from "./close.js";
export { type Emulator, type EmulatorOptions, createEmulator } from "./emulator.js";
export { eventOf } from "./event.js";
export type { AnswerOverrides } from "./overrides.js";
export type { Route } from "./routes.js";
export { summaryOf } from "./summary.js";
export type { CodeOf } from "./vocabulary.js";
