import { isObject } from "@scai-errors/core";
import { plainCell } from "./blocks.js";
import { lineOf, loneName } from "./line.js";
import type { Mention } from "./rows.js";
import { codesIn, failureStatusesIn, isCapitals } from "./words.js";

/** What a string of data may name: codes in it, and a single word that it consists of. */
function mentionsOfString(string: string, heading: string, isProminent: boolean): readonly Mention[] {
  const cell = plainCell(string.slice(0, 2000));
  const name = loneName(cell);
  const keys = [...codesIn(cell.text), ...(name === undefined ? [] : [name])];
  return keys.map((key) => ({ by: "code", key, text: cell.text.slice(0, 120), heading, isProminent }));
}

/** Whether a string stands where a failure would, whatever its place: it begins with a code, or it has a status. */
export function isEntryLike(string: string): boolean {
  const text = string.slice(0, 2000);
  return lineOf(plainCell(text), false)?.codes.some(isCapitals) === true || failureStatusesIn(text).length > 0;
}

/**
 * All that the strings and the names of members in a value may name. What is read as entries is in rows; this finds what stands in a place
 * that no reader knows. `isAbout` says of a member whether all beneath it is about failures.
 */
export function mentionsOfStrings(
  value: unknown,
  heading: string,
  isAbout: (name: string, member: unknown) => boolean,
  isProminent: (text: string) => boolean,
): readonly Mention[] {
  const mentions: Mention[] = [];
  const left: { readonly value: unknown; readonly isFailure: boolean }[] = [{ value, isFailure: false }];
  // By a list and not by calls, because data can be nested deeper than calls can.
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value: one, isFailure } = next;
    if (typeof one === "string") mentions.push(...mentionsOfString(one, heading, isFailure || isProminent(one)));
    else if (Array.isArray(one)) for (const item of one) left.push({ value: item, isFailure });
    else if (isObject(one)) {
      for (const [name, member] of Object.entries(one)) {
        // A reference is a path, and what it leads to is looked at where it stands.
        if (name === "$ref") continue;
        mentions.push(...mentionsOfString(name, heading, isFailure || isProminent(name)));
        left.push({ value: member, isFailure: isFailure || isAbout(name, member) });
      }
    }
  }
  return mentions;
}
