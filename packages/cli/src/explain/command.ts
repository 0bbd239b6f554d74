import { Command } from "commander";
import { EXIT } from "../exit-codes.js";
import { documented } from "../services.js";
import type { Surroundings } from "../surroundings.js";
import { type Found, explanationsOf, find, noSuchCode } from "./find.js";
import { explanationJson, explanationText, listText, serviceList } from "./text.js";

const ARGUMENT =
  "scaigrid/RATE_LIMITED; RATE_LIMITED for every service that has it; scaigrid, 429 or unavailable for all codes of a service, a status or a kind";

export function explainCommand(surroundings: Surroundings): Command {
  return new Command("explain")
    .description("explain what a code means, whether to retry, and where to read more")
    .argument("[code...]", ARGUMENT)
    .option("--json", "print JSON")
    .action((typed: readonly string[], { json = false }: { readonly json?: boolean }) => {
      if (json) explainJson(typed, surroundings);
      else explainText(typed, surroundings);
    });
}

function explainText(typed: readonly string[], surroundings: Surroundings): void {
  const { print, terminal, call } = surroundings;
  if (typed.length === 0) print(serviceList(call));
  const texts = typed.flatMap((one) => {
    const { explanations, isCode, headings } = found(one, surroundings);
    if (isCode) return explanations.map((explanation) => explanationText(explanation, terminal));
    return explanations.length > 0 ? listText(explanations, headings, terminal) : [];
  });
  print(texts.join("\n"));
}

function explainJson(typed: readonly string[], surroundings: Surroundings): void {
  const all = typed.length === 0 ? documented.flatMap(explanationsOf) : typed.flatMap((one) => found(one, surroundings).explanations);
  surroundings.print(`${JSON.stringify(all.map(explanationJson), undefined, 2)}\n`);
}

function found(typed: string, { warn, end, call }: Surroundings): Found {
  const result = find(typed);
  if (result.explanations.length === 0) {
    warn(`${noSuchCode(typed, call)}\n`);
    end(EXIT.no);
  }
  return result;
}
