import { ceilings } from "@scai-errors/workspace/ceilings";
import { markdownTable } from "@scai-errors/workspace/table";
import { measureBytes } from "../bytes.js";
import { peerVersions } from "../peer-versions.js";
import { barChart } from "../plot.js";
import { type Progress, type Section, verdict } from "../proof-page.js";
import { writePlot } from "../write-plot.js";

/** Peers that bring a whole SDK would make the others' bars too short to compare. */
const LONGEST_BAR = 20_000;

async function measure(progress: Progress): Promise<string> {
  progress("bytes");
  const rows = await measureBytes();
  const plot = writePlot(
    "bytes",
    "Bytes by import",
    barChart(
      "Bytes, minified and compressed",
      rows
        .filter(({ gzip }) => gzip < LONGEST_BAR)
        .map(({ name, gzip }) => ({ label: name, value: gzip, isOurs: ceilings.some((ceiling) => ceiling.name === name) })),
      (value) => `${(value / 1000).toFixed(1)} kB`,
    ),
  );
  const lines = rows.map(({ name, minified, gzip }) => {
    const { goal, ceiling } = ceilings.find((one) => one.name === name) ?? {};
    return [name, String(minified), String(gzip), String(goal ?? ""), String(ceiling ?? ""), verdict(gzip, goal)];
  });
  const notes = new Map<string, string[]>();
  for (const { name, notes: reasons } of ceilings) for (const reason of reasons) notes.set(reason, [...(notes.get(reason) ?? []), name]);
  return `Bundled by esbuild for browsers, minified, compressed by gzip at level 9, everything that the import pulls in. Bytes. The ceiling is what the tests allow. ${peerVersions()}

${markdownTable(["import", "minified", "gzip", "goal", "ceiling", ""], lines)}

${[...notes].map(([reason, names]) => `- \`{ ${names.join(" }`, `{ ")} }\`: ${reason}`).join("\n")}

${plot}`;
}

export const bytes: Section = { title: "Bytes", name: "bytes", measure };
