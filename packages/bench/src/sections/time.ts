import { markdownTable } from "@scai-errors/workspace/table";
import { peerVersions } from "../peer-versions.js";
import { barChart } from "../plot.js";
import { type Progress, type Section, verdict } from "../proof-page.js";
import { measureTimes } from "../time.js";
import { writePlot } from "../write-plot.js";

const LABELS: Readonly<Record<string, string>> = {
  decode: "text in hand → thrown error, over the floor",
  describe: "text in hand → plain data, over the throwing path",
  response: "Response → thrown error, over the floor",
  peer: "peer: text in hand → thrown error, over the floor",
  vocabulary: "the same body, over a service of 10 codes",
  "peer-response": "peer: whole call with a stubbed fetch → its error, over the floor",
};

function microseconds(nanoseconds: number): string {
  return `${(nanoseconds / 1000).toFixed(2)} µs`;
}

/** Times of every case, each in so many processes of its own. */
export function time(rounds: number): Section {
  const measure = (progress: Progress): string => {
    const rows = measureTimes(rounds, (done, total, label) => {
      progress(`timing ${done + 1} of ${total}: ${label}`);
    });
    const plot = writePlot(
      "time",
      "Time from a Response to a thrown error",
      barChart(
        "From a Response to a thrown typed error",
        rows
          .filter(({ kind }) => kind.endsWith("response"))
          .map((row) => ({ label: row.name, value: row.time, isOurs: row.kind === "response" })),
        microseconds,
      ),
    );
    const lines = rows.map(({ kind, name, time: nanoseconds, ratio, least, most, target }) => [
      LABELS[kind] ?? kind,
      name,
      microseconds(nanoseconds),
      `${ratio.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`,
      target === undefined ? "" : target.toFixed(2),
      verdict(ratio, target),
    ]);
    return `The floor is \`JSON.parse\`, checks with \`typeof\`, a lookup, and one class that extends Error, thrown and caught fourteen frames up; for responses, \`new Response\` and \`text()\` come before. Each case ran in ${rounds} processes of its own, by turns with its floor; the ratio is the median over the processes of the median over the turns, with the smallest and the largest process. ${peerVersions()}

${markdownTable(["what", "of", "time", "ratio", "target", ""], lines)}

${plot}`;
  };
  return { title: "Time", name: "time", measure };
}
