import { markdownTable } from "@scai-errors/workspace/table";
import { measureCompiler } from "../compiler-cost.js";
import { lineChart } from "../plot.js";
import { type Progress, type Section } from "../proof-page.js";
import { writePlot } from "../write-plot.js";

const SIZES = [100, 200, 400, 700, 1000];

function measure(progress: Progress): string {
  progress("compiler cost");
  const rows = measureCompiler(SIZES);
  const shapes = [...new Set(rows.map(({ shape }) => shape))];
  const ofShape = (shape: string): typeof rows => rows.filter((row) => row.shape === shape);
  const plot = writePlot(
    "compiler",
    "Compiler cost by number of codes",
    lineChart(
      "Type instantiations by number of codes",
      Object.fromEntries(
        shapes.map((shape) => [shape, ofShape(shape).map(({ codes, instantiations }) => [codes, instantiations] as const)]),
      ),
      { x: "codes", y: "instantiations" },
    ),
  );
  const lines = shapes.map((shape) => [
    shape,
    ...SIZES.map((size) => String(ofShape(shape).find(({ codes }) => codes === size)?.instantiations ?? "")),
  ]);
  return `Type instantiations of one program that handles every code of a made-up service: deterministic for a version of TypeScript. Growth is to be linear.

${markdownTable(["program", ...SIZES.map((codes) => `${codes} codes`)], lines)}

${plot}`;
}

export const compiler: Section = { title: "Compiler cost", name: "compiler", measure };
