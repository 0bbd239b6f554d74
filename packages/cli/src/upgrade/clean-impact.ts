import type { Change } from "@scai-errors/vocabulary/diff";
import { clean } from "../clean.js";
import type { Complaint } from "./complaints.js";
import type { Impact } from "./impact.js";
import type { Use } from "./uses.js";

function cleanChange(change: Change): Change {
  return { ...change, subject: clean(change.subject), was: clean(change.was), is: clean(change.is) };
}

function cleanUse(use: Use): Use {
  return { ...use, file: clean(use.file), name: use.name === undefined ? undefined : clean(use.name), text: clean(use.text) };
}

function cleanComplaint(complaint: Complaint): Complaint {
  return { ...complaint, file: clean(complaint.file), message: clean(complaint.message), text: clean(complaint.text) };
}

/** An impact that is fit to be printed: the vocabulary may be anybody's, and lines of source and names of files may hold anything. */
export function cleanImpact({ reported, silent, untouched, added }: Impact): Impact {
  return {
    reported: reported.map(cleanComplaint),
    silent: silent.map(({ change, uses }) => ({ change: cleanChange(change), uses: uses.map(cleanUse) })),
    untouched: untouched.map(cleanChange),
    added: added.map(cleanChange),
  };
}
