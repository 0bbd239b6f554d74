import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isAtLeast } from "../src/bump.js";
import { consumerFixtures } from "../src/consumer-fixtures.js";
import { bumpOf, diff } from "../src/diff.js";
import { readRecord } from "../src/record-file.js";
import type { CodeRecord, VocabularyRecord } from "../src/record.js";
import { observeWorkingTree } from "../src/working-tree.js";
import { servicePackages } from "../src/workspace.js";
import { compileErrors } from "./given/compiler.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const SERVICES = servicePackages(ROOT).map(({ name }) => name);

function fixture(service: string, file: "closed.ts" | "open.ts"): string {
  return join(ROOT, "packages/vocabulary/fixtures", service, file);
}

function released(service: string): VocabularyRecord {
  return readRecord(ROOT, service)!;
}

const load = (name: string, entry: string) => import(join(ROOT, `packages/${name}/src/${entry}.ts`)) as Promise<Record<string, unknown>>;
const working = await observeWorkingTree({ root: ROOT, load });

describe("the last release's consumers against the working tree", () => {
  it("break only where the gate asks for a step that allows it", () => {
    const errors = compileErrors(
      ROOT,
      SERVICES.flatMap((name) => [fixture(name, "closed.ts"), fixture(name, "open.ts")]),
    );
    expect(SERVICES.length).toBeGreaterThan(4);
    for (const name of SERVICES) {
      const required = bumpOf(diff(released(name), working.find((one) => one.name === name)!.record));
      if (!isAtLeast(required, "major")) expect(errors.get(fixture(name, "open.ts"))).toEqual([]);
      if (!isAtLeast(required, "minor")) expect(errors.get(fixture(name, "closed.ts"))).toEqual([]);
    }
  });
});

interface Mutation {
  readonly what: string;
  readonly from: RegExp;
  readonly to: string;
  /** What the same change is in the record. */
  readonly inRecord: (codes: Readonly<Record<string, CodeRecord>>) => Record<string, CodeRecord>;
  readonly breaksClosed: boolean;
  readonly breaksOpen: boolean;
}

/** Changes one code's part of a record. */
function changed(name: string, changes: Partial<CodeRecord>): Mutation["inRecord"] {
  return (codes) => ({ ...codes, [name]: { ...codes[name]!, ...changes } });
}

const mutations: readonly Mutation[] = [
  {
    what: "a code is added",
    from: /^ {2}SLUG_CONFLICT: /m,
    to: "  SLUG_RESERVED: { status: 409 },\n  SLUG_CONFLICT: ",
    inRecord: (codes) => ({ ...codes, SLUG_RESERVED: { ...codes.SLUG_CONFLICT!, meaning: "Reserved." } }),
    breaksClosed: true,
    breaksOpen: false,
  },
  {
    what: "a code is removed",
    from: /^ {2}SLUG_CONFLICT: .*\n/m,
    to: "",
    inRecord: ({ SLUG_CONFLICT: _, ...others }) => others,
    breaksClosed: true,
    breaksOpen: true,
  },
  {
    what: "a code is renamed",
    from: /^ {2}SLUG_CONFLICT: /m,
    to: "  SLUG_TAKEN: ",
    inRecord: ({ SLUG_CONFLICT, ...others }) => ({ ...others, SLUG_TAKEN: SLUG_CONFLICT! }),
    breaksClosed: true,
    breaksOpen: true,
  },
  {
    what: "a kind changes",
    from: /^ {2}SYNC_ERROR: \{ status: 502 \}/m,
    to: '  SYNC_ERROR: { status: 502, kind: "internal" }',
    inRecord: changed("SYNC_ERROR", { kind: "internal" }),
    breaksClosed: false,
    breaksOpen: true,
  },
  {
    what: "details are no longer what they were",
    from: /^ {2}VALIDATION_ERROR: .*\n/m,
    to: '  VALIDATION_ERROR: { status: 422, retry: "never" },\n',
    inRecord: changed("VALIDATION_ERROR", { details: {} }),
    breaksClosed: false,
    breaksOpen: true,
  },
  {
    what: "retry becomes stricter",
    from: /^ {2}BACKEND_ERROR: \{ status: 502, retry: "once" \}/m,
    to: '  BACKEND_ERROR: { status: 502, retry: "never" }',
    inRecord: changed("BACKEND_ERROR", { retry: "never", idempotentOnly: false }),
    breaksClosed: false,
    breaksOpen: false,
  },
];

describe("what breaks a consumer is what the rules say", () => {
  const file = join(ROOT, "packages/scaigrid/src/codes.ts");
  const source = readFileSync(file, "utf8");
  const before = working.find(({ name }) => name === "scaigrid")!.record;
  const [closed, open] = [fixture("scaigrid", "closed.ts"), fixture("scaigrid", "open.ts")];
  // Consumers of the working tree as it is, not of the last release: so that whatever is pending is no part of what a mutation breaks.
  const { "closed.ts": closedText, "open.ts": openText } = consumerFixtures(before);

  it.each(mutations)("$what", ({ from, to, inRecord, breaksClosed, breaksOpen }) => {
    const text = source.replace(from, to);
    expect(text).not.toBe(source);
    const errors = compileErrors(ROOT, [closed, open], { [file]: text, [closed]: closedText, [open]: openText });
    expect([errors.get(closed)!.length > 0, errors.get(open)!.length > 0]).toEqual([breaksClosed, breaksOpen]);
    const bump = bumpOf(diff(before, { ...before, codes: inRecord(before.codes) }));
    if (breaksOpen) expect(bump).toBe("major");
    else expect(bump).toBe("minor");
  });
});
