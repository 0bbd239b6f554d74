import { cleanLine } from "@scai-errors/core";

/** What npm writes in front of every line. */
const PREFIX = /^npm (?:error|ERR!)\s*/;

/** Lines of npm that repeat in one word what a later one says in a sentence. */
const BARE = /^(?:code|errno|syscall|path)\b/;

/** The topic that npm repeats in front of each line about it, as in `notarget No matching version`. */
const TOPIC = /^[a-z]+ (?=[A-Z])/;

/** The first line of what a program wrote that says why it failed; what follows is mostly advice. Last in a sentence, since it may be long. */
export function reasonOf(stderr: string): string {
  const lines = stderr.split("\n").map((line) => line.replace(PREFIX, ""));
  const telling = lines.find((line) => cleanLine(line) !== undefined && !BARE.test(line));
  return cleanLine(telling?.replace(TOPIC, "")) ?? "nothing.";
}
