import { expect, it } from "vitest";
import { answer, closeOf, createEmulator, eventOf } from "../src/index.js";
import { installedService } from "./installed.js";

/** What a call throws or rejects with, as people see it. */
async function sentenceOf(call: () => unknown): Promise<string> {
  try {
    await call();
  } catch (error) {
    return String(error);
  }
  return "nothing was thrown";
}

it("is answered with sentences that name the next step", async () => {
  const scaigrid = installedService("scaigrid");
  const scaidrive = installedService("scaidrive");
  // What the types refuse can still come from JavaScript.
  const anything = (value: unknown): never => value as never;
  const calls: Readonly<Record<string, () => unknown>> = {
    "answer(undefined, …)": () => answer(anything(undefined), "NOT_FOUND"),
    "answer(module, …)": () => answer(anything({ scaigrid }), "NOT_FOUND"),
    'answer(scaigrid, "NO_SUCH_CODE")': () => answer(scaigrid, "NO_SUCH_CODE"),
    'answer(scaigrid, "constructor")': () => answer(scaigrid, "constructor"),
    "answer(scaigrid, 404)": () => answer(scaigrid, anything(404)),
    "answer(scaigrid, …, { status: 99 })": () => answer(scaigrid, "MODEL_NOT_FOUND", { status: 99 }),
    "answer(scaigrid, …, { status: 204 })": () => answer(scaigrid, "MODEL_NOT_FOUND", { status: 204 }),
    "answer(scaigrid, …, { status: NaN })": () => answer(scaigrid, "MODEL_NOT_FOUND", { status: NaN }),
    "answer(scaigrid, …, { status: 503n })": () => answer(scaigrid, "MODEL_NOT_FOUND", { status: anything(503n) }),
    "answer(scaigrid, …, { retryAfter: NaN })": () => answer(scaigrid, "RATE_LIMITED", { retryAfter: NaN }),
    "answer(scaigrid, …, { retryAfter: -1 })": () => answer(scaigrid, "RATE_LIMITED", { retryAfter: -1 }),
    "answer(scaigrid, …, { retryAfter: 1e21 })": () => answer(scaigrid, "RATE_LIMITED", { retryAfter: 1e21 }),
    'answer(scaigrid, …, { retryAfter: "2" })': () => answer(scaigrid, "RATE_LIMITED", { retryAfter: anything("2") }),
    "answer(scaigrid, …, { retryAfter: 0 })": () => answer(scaigrid, "RATE_LIMITED", { retryAfter: 0 }),
    'answer(scaigrid, "\\u001b[31mRED")': () => answer(scaigrid, "\u001b[31mRED"),
    "answer({ …, codes: null }, …)": () => answer(anything({ ...scaigrid, codes: null }), "NOT_FOUND"),
    'answer(scaidrive, "CONNECTION_FORBIDDEN")': () => answer(scaidrive, "CONNECTION_FORBIDDEN"),
    'answer(scaidrive, "DOWNLOAD_TRUNCATED")': () => answer(scaidrive, "DOWNLOAD_TRUNCATED"),
    'closeOf(scaidrive, "NOT_FOUND")': () => closeOf(scaidrive, "NOT_FOUND"),
    'closeOf(scaidrive, "DOWNLOAD_TRUNCATED")': () => closeOf(scaidrive, "DOWNLOAD_TRUNCATED"),
    'eventOf(scaidrive, "NOT_FOUND")': () => eventOf(scaidrive, "NOT_FOUND"),
    'eventOf(scaidrive, "CONNECTION_FORBIDDEN")': () => eventOf(scaidrive, "CONNECTION_FORBIDDEN"),
    'eventOf({ ...scaidrive, fromEvent }, "DOWNLOAD_TRUNCATED")': () =>
      eventOf({ ...scaidrive, fromEvent: () => undefined }, "DOWNLOAD_TRUNCATED"),
    'eventOf({ ...scaidrive, fromEvent }, "CONNECTION_FORBIDDEN")': () =>
      eventOf({ ...scaidrive, fromEvent: () => undefined }, "CONNECTION_FORBIDDEN"),
    "createEmulator()": () => createEmulator(anything(undefined)),
    "createEmulator({ services: [module] })": () => createEmulator({ services: [anything({ scaigrid })] }),
    "createEmulator({ services: [scaigrid, scaigrid] })": () => createEmulator({ services: [scaigrid, scaigrid] }),
    'createEmulator({ port: "80" })': () => createEmulator({ services: [], port: anything("80") }),
    "createEmulator({ port: 80n })": () => createEmulator({ services: [], port: anything(80n) }),
    "createEmulator({ port: 70000 })": () => createEmulator({ services: [], port: 70_000 }),
  };
  const lines: string[] = [];
  for (const [call, run] of Object.entries(calls)) lines.push(call, `  ${await sentenceOf(run)}`);
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("golden/wrong-use.txt");
});

it("says that a port is taken", async () => {
  const first = await createEmulator({ services: [] });
  const sentence = await sentenceOf(() => createEmulator({ services: [], port: first.port }));
  await first.close();
  expect(sentence).toBe(`Error: Port ${first.port} of 127.0.0.1 is taken; choose another, or 0 for any free one.`);
});
