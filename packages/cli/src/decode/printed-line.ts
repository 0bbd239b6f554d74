import { PRINTED, printedErrorIn } from "../printed-error.js";
import type { RecordedAnswer } from "./answer.js";
import { objectIn, readLogLine, timeIn } from "./log-line.js";
import type { LogMembers } from "./log-members.js";
import { timeOf } from "./log-time.js";

/** The failed answer that a line of a log is about, as JSON or as text; undefined where it is about something else. */
export function readLine(text: string, members: LogMembers): RecordedAnswer | undefined {
  const line = objectIn(text);
  const answer = line && readLogLine(line, members);
  if (answer) return answer;
  const printed = PRINTED.test(text) ? printedErrorIn(text) : undefined;
  return printed && { printed, at: (line && timeIn(line, members)) ?? timeInFrontOf(text) };
}

/** The time that a line of text begins with, also in brackets. */
function timeInFrontOf(text: string): number | undefined {
  const [day = "", time = ""] = text.slice(0, 64).replaceAll(/[[\]]/g, "").split(" ");
  return timeOf(`${day} ${time}`) ?? timeOf(day);
}
