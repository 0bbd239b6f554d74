import type { Answer } from "@scai-errors/core";
import { services } from "@scai-errors/workspace/services";
import { answerOf, readRecordings } from "../recordings.js";
import { corpus } from "../corpus.js";

/** More than the fuzzer changes of an input is of no use to it. */
const LONGEST = 4096;

function bytesOf({ body }: Answer): Uint8Array | undefined {
  if (body instanceof Uint8Array) return body;
  if (typeof body === "string") return new TextEncoder().encode(body);
  try {
    return new TextEncoder().encode(JSON.stringify(body));
  } catch {
    // Some cases hold what no JSON can.
    return undefined;
  }
}

function answers(): Answer[] {
  const cases = corpus.map(({ answer }) => answer).filter((answer) => typeof answer !== "function");
  const recorded = [...readRecordings().values()].flat().map((recording) => answerOf(recording, 0));
  return [...cases, ...recorded];
}

/** What the fuzzer starts from, by target: the bodies of the corpus and the recordings, and their headers. */
export function seeds(): Readonly<Record<string, readonly Uint8Array[]>> {
  const all = answers();
  const bodies = all.map(bytesOf).filter((bytes) => bytes !== undefined);
  const values = all
    .flatMap(({ headers }) => Object.values(Object(headers) as Record<string, unknown>).flat(2))
    .filter((value) => typeof value === "string");
  const short = (list: readonly Uint8Array[]): Uint8Array[] => {
    const known = new Map(list.map((bytes) => [Buffer.from(bytes).toString("latin1"), bytes]));
    return [...known.values()].filter(({ length }) => length > 0 && length <= LONGEST);
  };
  return {
    // The two bytes in front choose a service and a status.
    decode: short(bodies).map((bytes, at) => Uint8Array.from([at % services.length, at % 200, ...bytes])),
    headers: short(values.map((value) => Uint8Array.from(Buffer.from(value, "latin1")))),
    "clean-line": short([...bodies, ...values.map((value) => new TextEncoder().encode(value))]),
  };
}
