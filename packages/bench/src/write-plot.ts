import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

/** Writes a plot beside the page, and gives the Markdown that shows it. */
export function writePlot(name: string, description: string, svg: string): string {
  const folder = resolve("../../docs/proof");
  mkdirSync(folder, { recursive: true });
  writeFileSync(resolve(folder, `${name}.svg`), svg);
  return `![${description}](docs/proof/${name}.svg)`;
}
