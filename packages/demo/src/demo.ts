import { HELP_BASE_URL, type Service } from "@scai-errors/core";
import { createEmulator } from "@scai-errors/testing";
import type { Call, Outcome } from "./call.js";
import { callsOf } from "./calls.js";
import { compare } from "./compare.js";
import { type OddOutcome, oddCallsOf } from "./odd-calls.js";
import { progressOn } from "./progress.js";
import { countOf, mismatchesOf, oddReport, serviceReport, totalsReport } from "./report.js";
import { styleFor } from "./style.js";

/** Enough to keep one processor busy; every call on its own connection would only fill the machine's tables. */
const AT_A_TIME = 24;

/**
 * Asks an emulator of the services for every failure that they document, and for what no service means to send, over real connections. Prints
 * what came back, and gives the number of things that differ from what was asked for.
 * @param shown the names of the services whose every code is printed; of the others it is what differs.
 */
export async function runDemo(services: readonly Service[], out: NodeJS.WriteStream, shown: readonly string[] = []): Promise<number> {
  const began = performance.now();
  const emulator = await createEmulator({ services });
  try {
    const routes = new Set(emulator.routes.map(({ path }) => path));
    const calls: Call[] = [];
    let codes = 1;
    for (const service of services) {
      calls.push(...callsOf(service, routes, codes));
      codes += Object.keys(service.codes).length;
    }
    const oddCalls = oddCallsOf(services, routes);
    const progress = progressOn(out, calls.length + oddCalls.length);
    const outcomes: Outcome[] = [];
    const odd: OddOutcome[] = [];
    const tasks = [
      // First, because one of them waits in vain for a body.
      ...oddCalls.map(({ name, run }, at) => async () => {
        odd[at] = await run(emulator.url).catch((error: unknown) => ({
          name,
          status: "-",
          errors: [],
          calls: 1,
          mismatches: [failed(error)],
        }));
      }),
      ...calls.map((call, at) => async () => {
        outcomes[at] = await call.run(emulator.url).then(
          (received) => ({ call, ...received, mismatches: compare(call, received) }),
          (error: unknown) => ({ call, error: undefined, mismatches: [failed(error)] }),
        );
      }),
    ];
    await inTurns(tasks, AT_A_TIME, () => {
      progress.advance();
    });
    progress.end();

    const style = styleFor(out);
    const reports = services.flatMap((service) => {
      const own = outcomes.filter(({ call }) => call.service === service);
      if (shown.includes(service.name))
        return [
          serviceReport(
            `${service.name}, ${countOf(service)} codes, each explained at ${HELP_BASE_URL}/${service.name}/<code>/`,
            own,
            style,
          ),
        ];
      const wrong = own.filter(({ mismatches }) => mismatches.length > 0);
      return wrong.length === 0 ? [] : [serviceReport(`${service.name}, what differs`, wrong, style)];
    });
    out.write([...reports, oddReport(odd, style), totalsReport(services, outcomes, odd, style)].join("\n"));
    out.write(` in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    return mismatchesOf([...outcomes, ...odd]);
  } finally {
    await emulator.close();
  }
}

async function inTurns(tasks: readonly (() => Promise<void>)[], atATime: number, whenDone: () => void): Promise<void> {
  const queue = tasks.values();
  const work = async (): Promise<void> => {
    for (const task of queue) {
      await task();
      whenDone();
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
}

function failed(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : new Error("an unknown value was thrown");
  return `the call failed: ${message}${cause instanceof Error ? ` (${cause.message})` : ""}`;
}
