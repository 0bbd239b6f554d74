import { styleText } from "node:util";
import { services } from "@scai-errors/workspace/services";
import { runDemo } from "./demo.js";

const names = services.map(({ name }) => name);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => name !== "all" && !names.includes(name));

if (unknown.length > 0) {
  console.error(
    `There is no service "${unknown[0] ?? ""}". Name some of ${names.join(", ")}, or "all", to see a table of all their codes.`,
  );
  process.exitCode = 2;
} else {
  const mismatches = await runDemo(services, process.stdout, asked.includes("all") ? names : asked);
  process.exitCode = mismatches === 0 ? 0 : 1;
  if (asked.length === 0) {
    const hint = `A table of every code of a service: npm run demo -- ${names[0] ?? ""}, and so on; or all.`;
    console.log(process.stdout.isTTY ? styleText("dim", hint) : hint);
  }
}
