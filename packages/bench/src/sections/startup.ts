import { markdownTable } from "@scai-errors/workspace/table";
import { peerVersions } from "../peer-versions.js";
import { type Progress, type Section, verdict } from "../proof-page.js";
import { EMPTY_PAIR, SERVICES, measureStartup } from "../startup.js";

/** The most that a service may take longer than two empty packages. */
const CEILING_MS = 2.5;

/** Start-up of every package, in so many rounds of fresh processes. */
export function startup(rounds: number): Section {
  const measure = (progress: Progress): string => {
    const rows = measureStartup(rounds, (round) => {
      progress(`start-up, round ${round} of ${rounds}`);
    });
    const lines = rows.map(({ name, ms, least, most }) => {
      const target = SERVICES.includes(name) ? CEILING_MS : undefined;
      return [name, `${ms.toFixed(1)} (${least.toFixed(1)} to ${most.toFixed(1)})`, String(target ?? ""), verdict(ms, target)];
    });
    return `Milliseconds that \`import()\` takes longer than that of ${EMPTY_PAIR} of which one imports the other, in fresh processes by turns: what the loader takes for a service and its core before it has read a line of them is not counted. The median of ${rounds} rounds, with the fastest and the slowest. ${peerVersions()}

${markdownTable(["import", "ms", "target", ""], lines)}`;
  };
  return { title: "Start-up", name: "startup", measure };
}
