import { Command } from "commander";
import { EXIT } from "../exit-codes.js";
import { type DocumentedCodes, documented } from "../services.js";
import type { Surroundings } from "../surroundings.js";
import { codesOf, explain, explanationOf, noSuchCode } from "./find.js";
import { explanationJson, explanationText, serviceList, vocabularyText } from "./text.js";

const ARGUMENT = "scaigrid/RATE_LIMITED; RATE_LIMITED for every service that has it; scaigrid for all of its codes";

export function explainCommand(surroundings: Surroundings): Command {
  return new Command("explain")
    .description("says what a code means, whether to try again, and where to read on")
    .argument("[code...]", ARGUMENT)
    .option("--json", "print JSON")
    .action((typed: readonly string[], { json = false }: { readonly json?: boolean }) => {
      if (json) explainJson(typed, surroundings);
      else explainText(typed, surroundings);
    });
}

/** The service that was typed alone, in place of a code. */
function serviceOf(typed: string): DocumentedCodes | undefined {
  return documented.find(({ service }) => service.name === typed);
}

function explainText(typed: readonly string[], surroundings: Surroundings): void {
  const { print, terminal } = surroundings;
  if (typed.length === 0) print(serviceList());
  const texts = typed.flatMap((one) => {
    const service = serviceOf(one);
    if (service) return vocabularyText(service, terminal);
    return found(one, surroundings).map((explanation) => explanationText(explanation, terminal));
  });
  print(texts.join("\n"));
}

function explainJson(typed: readonly string[], surroundings: Surroundings): void {
  const named = typed.length === 0 ? documented.map(({ service }) => service.name) : typed;
  const all = named.flatMap((one) => {
    const service = serviceOf(one);
    return service ? codesOf(service).flatMap((code) => explanationOf(service, code) ?? []) : found(one, surroundings);
  });
  surroundings.print(`${JSON.stringify(all.map(explanationJson), undefined, 2)}\n`);
}

function found(typed: string, { warn, end }: Surroundings): ReturnType<typeof explain> {
  const explanations = explain(typed);
  if (explanations.length === 0) {
    warn(`${noSuchCode(typed)}\n`);
    end(EXIT.no);
  }
  return explanations;
}
