import { versionWords } from "../history.js";
import { type CodePage, answerText, namesakesOf, neighboursOf, statusWords } from "../vocabulary.js";
import { runWords } from "./run-steps.js";

function fenced(language: string, text: string): string {
  return ["```" + language, text.trimEnd(), "```"].join("\n");
}

/** The page of a code as Markdown, with whole addresses, because it is read elsewhere. */
export function codePageMarkdown(one: CodePage, pages: readonly CodePage[]): string {
  const { code, service, text, entry, arrival, advice, arisesWith, foundBy, example, run, history, url } = one;
  const near = [...namesakesOf(one, pages), ...neighboursOf(one, pages)];
  const blocks = [
    `# ${service.title}: \`${code}\``,
    text.meaning,
    ...(text.deprecated === undefined ? [] : [`Deprecated since ${text.deprecated}.`]),
    `## How it comes about\n\n${text.cause}`,
    `## What to do\n\n${text.fix}`,
    `## Facts\n\n${[
      `- Status: ${entry.status === undefined ? "none documented" : statusWords(entry.status)}`,
      `- Kind: \`${entry.kind}\``,
      `- Retry: \`${entry.retry}\`. ${advice}`,
      `- Arises with: ${arisesWith}`,
      `- Found by: ${foundBy}`,
      `- Package: \`${service.packageName}\``,
    ].join("\n")}`,
    ...(arrival.by === "answer" ? [`## The answer\n\n${fenced("http", answerText(arrival))}`] : []),
    ...(arrival.by === "connection" ? [`## What a program sees of it\n\n${fenced("", arrival.words)}`] : []),
    `## Handling it\n\n${fenced("ts", example.source)}\n\nWhen it was run: ${runWords(run)}.`,
    `## History\n\n${history.map(({ version, what }) => `- ${versionWords(version)}: ${what}`).join("\n")}`,
    ...(near.length === 0 ? [] : [`## Neighbours\n\n${near.map(({ id, url }) => `- [\`${id}\`](${url})`).join("\n")}`]),
    `Address: ${url}`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The page of a code for programs. */
export function codePageJson(one: CodePage, pages: readonly CodePage[]): string {
  const { id, code, service, text, entry, arrival, advice, example, run, history, url } = one;
  const { group, module, since, deprecated, meaning, cause, fix, origin, page } = text;
  const { status, kind, retry, source, idempotentOnly, message, close } = entry;
  const value = {
    id,
    service: service.name,
    code,
    url,
    package: service.packageName,
    meaning,
    cause,
    fix,
    origin,
    group,
    ...(module !== undefined && { module }),
    status: status ?? null,
    kind,
    retry: { policy: retry, source, idempotentOnly, words: advice },
    ...(message !== undefined && { message }),
    ...(close !== undefined && { close }),
    since,
    ...(deprecated !== undefined && { deprecated }),
    ...(page !== "" && { page }),
    answer: arrival.by === "answer" ? { status: arrival.status, headers: arrival.headers, body: arrival.body } : null,
    example: { language: "typescript", source: example.source, run },
    history,
    neighbours: neighboursOf(one, pages).map((near) => near.id),
    namesakes: namesakesOf(one, pages).map((near) => near.id),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
