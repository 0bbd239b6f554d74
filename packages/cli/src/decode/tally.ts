import { type Kind, UNRECOGNIZED } from "@scai-errors/core";
import type { ErrorId, Reading } from "./reading.js";

/** How many request ids are kept of each failure: enough to quote in a ticket. */
const IDS_TO_QUOTE = 3;

/** How many different failures are kept apart; where the wire decides what they are called, there may be any number. */
const MOST_GROUPS = 1000;

/** Failures that are the same. */
export interface Group {
  /** The ids that it may have: several where no service was named and more than one has the code; none where nobody has it. */
  readonly ids: readonly ErrorId[];
  /** The code that the service sent and the installed packages do not have. */
  readonly receivedCode: string | undefined;
  /** The statuses that came with it, in the order in which they were first seen. */
  readonly statuses: readonly number[];
  readonly kind: Kind;
  readonly count: number;
  /** The earliest and the latest time, in Unix milliseconds; undefined where none was recorded. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** The first request ids, to quote. */
  readonly requestIds: readonly string[];
}

interface Counted extends Group {
  count: number;
  first: number | undefined;
  last: number | undefined;
  readonly requestIds: string[];
  readonly statuses: number[];
}

/** Counts failures by what they are, in memory that does not grow with their number. */
export class Tally {
  readonly #groups = new Map<string, Counted>();
  #others = 0;

  /** Counts one failure, with all that it may be. */
  add(readings: readonly Reading[], at: number | undefined): void {
    const [reading] = readings;
    if (!reading) return;
    const { requestId, status } = reading;
    const group = this.#groupOf(reading, readings);
    if (!group) {
      this.#others += 1;
      return;
    }
    group.count += 1;
    if (status !== undefined && !group.statuses.includes(status)) group.statuses.push(status);
    if (at !== undefined) {
      group.first = Math.min(group.first ?? at, at);
      group.last = Math.max(group.last ?? at, at);
    }
    if (requestId !== undefined && group.requestIds.length < IDS_TO_QUOTE && !group.requestIds.includes(requestId))
      group.requestIds.push(requestId);
  }

  #groupOf(reading: Reading, readings: readonly Reading[]): Counted | undefined {
    const ids = readings.flatMap(({ id }) => id ?? []);
    const receivedCode = reading.code === UNRECOGNIZED ? reading.receivedCode : undefined;
    const key = ids.length > 0 ? `${ids.join(" ")} ${receivedCode ?? ""}` : `${reading.status ?? ""}`;
    const known = this.#groups.get(key);
    if (known || this.#groups.size >= MOST_GROUPS) return known;
    const group: Counted = {
      ids,
      receivedCode,
      statuses: [],
      kind: reading.kind,
      count: 0,
      first: undefined,
      last: undefined,
      requestIds: [],
    };
    this.#groups.set(key, group);
    return group;
  }

  /** The groups, the most frequent first. */
  get groups(): readonly Group[] {
    return [...this.#groups.values()].sort((one, other) => other.count - one.count);
  }

  /** The failures that were no longer kept apart. */
  get others(): number {
    return this.#others;
  }

  get total(): number {
    return this.groups.reduce((sum, { count }) => sum + count, this.#others);
  }
}
