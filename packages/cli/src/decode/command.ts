import { isObject, parseJson } from "@scai-errors/core";
import { Command, InvalidArgumentError, Option } from "commander";
import { EXIT, Refusal } from "../exit-codes.js";
import { exitCodeOf } from "../interruption.js";
import { namesIn } from "../names.js";
import { servicesNamed } from "../service-named.js";
import { services } from "../services.js";
import type { Surroundings } from "../surroundings.js";
import type { RecordedAnswer } from "./answer.js";
import { looksLikeEventStream } from "./error-frame.js";
import { FORMATS, type Format } from "./format.js";
import { type LogMembers, usualMembers } from "./log-members.js";
import { noProgress } from "./progress.js";
import { type Account, type Manner, readSource } from "./read-source.js";
import { readingJson, readingText } from "./reading-text.js";
import { type Asked, readingsOf } from "./reading.js";
import { type Source, openSource } from "./source.js";
import { summaryJson, summaryText } from "./summary-text.js";
import { Tally } from "./tally.js";

interface Options {
  readonly service?: readonly string[];
  readonly status?: number;
  readonly as?: Format;
  readonly json?: boolean;
  readonly statusAt?: readonly string[];
  readonly headersAt?: readonly string[];
  readonly bodyAt?: readonly string[];
  readonly timeAt?: readonly string[];
}

const after = (call: string): string => `
Examples:
  curl -isS https://…/v1/models | ${call} decode --service scaigrid
  ${call} decode session.har
  ${call} decode --service scaigrid --json app.log app.log.1.gz

A HAR file or a log is summarized by code, with only codes, statuses, kinds,
times and request ids, so that you can paste the result into a ticket. A single
response is also shown with its message and the names of its invalid fields.`;

function failedStatus(text: string): number {
  if (!/^[45]\d\d$/.test(text)) throw new InvalidArgumentError("Failed statuses are 400 to 599.");
  return Number(text);
}

export function decodeCommand(surroundings: Surroundings): Command {
  return new Command("decode")
    .description("find the failures in a body, the output of curl -i, a HAR file or a log")
    .argument("[file...]", "files, gzipped or not; standard input if there is none, or for -")
    .option(
      "-s, --service <names>",
      "the services that sent the responses, such as scaigrid,dns (default: every service that has the code)",
      namesIn,
    )
    .option("--status <number>", "the HTTP status of a bare body", failedStatus)
    .addOption(new Option("--as <format>", "the input format, if the guess is wrong").choices(FORMATS))
    .option("--status-at <members>", "log members with the status, tried before the usual ones, such as up.code,code", namesIn)
    .option("--headers-at <members>", "log members with the headers", namesIn)
    .option("--body-at <members>", "log members with the body", namesIn)
    .option("--time-at <members>", "log members with the time", namesIn)
    .option("--json", "print JSON")
    .addHelpText("after", after(surroundings.call))
    .action((files: readonly string[], options: Options) => decode(files, options, surroundings));
}

async function decode(files: readonly string[], options: Options, surroundings: Surroundings): Promise<void> {
  const asked: Asked = options.service ? { services: servicesNamed(options.service), areNamed: true } : { services, areNamed: false };
  const named = files.length > 0 ? files : ["-"];
  const tally = new Tally();
  const single: Single[] = [];
  const accounts: Account[] = [];
  const interruption = surroundings.interruption();
  const manner: Manner = { format: options.as, members: membersOf(options), interruption };
  for (const file of named) {
    if (interruption.aborted) break;
    const answers: RecordedAnswer[] = [];
    const account = await accountOf(file, manner, surroundings, (answer, format) => {
      const whole = { ...answer, status: answer.status ?? options.status };
      if (format === "response" || format === "body") answers.push(whole);
      else tally.add(readingsOf(whole, asked), answer.at);
    });
    if (account) accounts.push(account);
    const [answer] = answers;
    if (account && answer && answers.length === 1 && named.length === 1) single.push({ answer, account });
    else for (const one of answers) tally.add(readingsOf(one, asked), one.at);
  }
  const [one] = single;
  // What was interrupted says something only where a part of it does, as of a log.
  const counted = interruption.aborted ? accounts.filter(({ format }) => format === "log") : accounts;
  if (one) showSingle(one, asked, options, surroundings);
  else if (counted.length > 0) showMany(tally, options, surroundings);
  const code = exitCodeOf(interruption);
  if (code !== undefined) surroundings.end(code);
}

function membersOf({ statusAt = [], headersAt = [], bodyAt = [], timeAt = [] }: Options): LogMembers {
  return {
    status: [...statusAt, ...usualMembers.status],
    headers: [...headersAt, ...usualMembers.headers],
    body: [...bodyAt, ...usualMembers.body],
    time: [...timeAt, ...usualMembers.time],
  };
}

/** Reads a file; undefined where it cannot be read, which was said. The other files are read all the same. */
async function accountOf(
  file: string,
  manner: Manner,
  { standardInput, isTyped, progress, warn, end }: Surroundings,
  found: (answer: RecordedAnswer, format: Format) => void,
): Promise<Account | undefined> {
  try {
    const source = await openSource(file, standardInput);
    // Where a person types, a bar would be drawn over the text.
    const bar = file === "-" && isTyped ? noProgress : await progress(source.size);
    // A bar that is still there would be drawn over whatever is said.
    const account = await readSource(watched(source, bar.advance), manner, found).finally(bar.end);
    for (const sentence of passedOverText(source.name, account)) warn(`${sentence}\n`);
    return account;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // What was to be read as a whole and was not: the user knows why.
    if (manner.interruption.aborted) return undefined;
    warn(`${error.message}\n`);
    end(EXIT.refused);
    return undefined;
  }
}

function watched({ chunks, ...source }: Source, advance: (bytes: number) => void): Source {
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      advance(chunk.length);
      yield chunk;
    }
  }
  return { ...source, chunks: counted() };
}

function passedOverText(name: string, { passedOver: { unreadable, tooLong } }: Account): readonly string[] {
  return [
    unreadable > 0 ? `${name}: lines passed over that name a failed status and are no JSON: ${unreadable}.` : [],
    tooLong > 0 ? `${name}: lines passed over because they are longer than 16 MiB: ${tooLong}.` : [],
  ].flat();
}

/** The one answer of the one input. */
interface Single {
  readonly answer: RecordedAnswer;
  readonly account: Account;
}

function showSingle(
  { answer, account }: Single,
  asked: Asked,
  { json = false }: Options,
  { print, warn, end, terminal }: Surroundings,
): void {
  const readings = readingsOf(answer, asked);
  if (json) print(`${JSON.stringify(readings.map(readingJson), undefined, 2)}\n`);
  else print(readings.map((reading) => readingText(reading, terminal)).join("\n"));
  if (account.hops.length > 0 && !json) warn(`The answers before it: ${account.hops.join(", ")}.\n`);
  if (readings.length > 1) warn("Several services have this code. Name the one that was called, as in --service scaigrid.\n");
  else if (readings.some(({ id }) => id === undefined))
    warn("It names no code that a service has. If it is a service's answer, name the service, as in --service scaigrid.\n");
  if (readings.length > 0) return;
  warn(`${nothingIn(answer)}\n`);
  end(EXIT.no);
}

const NOT_READ =
  "It is none of what is read here: a response as `curl -i` prints it, a body of JSON, an event stream, a HAR, a log of JSON lines, or an error of these packages as JSON or as it is printed. What came with a status can be read with --status, as in --status 502.";

function nothingIn({ status, body, frame }: RecordedAnswer): string {
  if (status === undefined && frame === undefined && typeof body === "string" && !isObject(parseJson(body)) && !looksLikeEventStream(body))
    return NOT_READ;
  return status === undefined
    ? "It names no code that a service has. Say what it came with, as in --service scaigrid --status 404."
    : `The status is ${status}, which is no failure.`;
}

function showMany(tally: Tally, { json = false }: Options, { call, print, warn, end, terminal }: Surroundings): void {
  if (json) print(`${JSON.stringify(summaryJson(tally), undefined, 2)}\n`);
  else if (tally.total > 0) print(summaryText(tally, call, terminal));
  if (tally.total > 0) return;
  warn("There is no failure in it: no status from 400 to 599, and no error of these packages.\n");
  end(EXIT.no);
}
