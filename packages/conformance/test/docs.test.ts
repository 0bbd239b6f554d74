import { type CodeDocs, type CodeEntry, HELP_BASE_URL, type helpUrl as core, transport } from "@scai-errors/core";
import { transportDocs } from "@scai-errors/core/docs";
import { members } from "@scai-errors/workspace/members";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";

const require = createRequire(import.meta.url);

/** Whatever has codes that people read about: the services, and failures of the connection. */
interface Documented {
  readonly name: string;
  readonly codes: Readonly<Record<string, Pick<CodeEntry, "retry"> & Partial<Pick<CodeEntry, "status">>>>;
  readonly docs: Readonly<Record<string, CodeDocs>>;
}

const documented: readonly Documented[] = [
  ...members.map(({ service, docs }) => ({ name: service.name, codes: service.codes, docs })),
  { name: transport.name, codes: transport.codes, docs: transportDocs },
];

const texts = documented.flatMap(({ name, codes, docs }) =>
  Object.entries(docs).map(([code, { meaning, cause, fix, origin }]) => ({
    id: `${name}/${code}`,
    name: code.toLowerCase(),
    entry: codes[code]!,
    meaning,
    cause,
    fix,
    origin,
  })),
);
const causesAndFixes = texts.flatMap(({ id, name, cause, fix }) => [
  { id, name, part: "cause", text: cause },
  { id, name, part: "fix", text: fix },
]);

function faulty(isRight: (text: string) => boolean): string[] {
  return causesAndFixes.filter(({ text }) => !isRight(text)).map(({ id, part, text }) => `${id} ${part}: ${text}`);
}

/** The sentences of a text. A period within a literal, such as `v1.2`, ends none. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=\.) (?=[\p{Lu}`])/u);
}

/** What could be said of any failure, and so helps with none. */
const FILLER =
  /\b(?:please|check your (?:request|input|code|settings)|something went wrong|an error (?:has )?occurred|unknown reason|as needed|if necessary|contact support|see the documentation|make sure|be sure|simply|properly)\b/i;

/** The words of a text that carry it. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\d_]{3,}/gu) ?? []);
}

function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared);
}

/** Codes whose origin is not the one that their status suggests, each for the reason in its texts. */
const UNLIKE_STATUS: Readonly<Record<string, string>> = {
  "scaigrid/BACKEND_RATE_LIMITED": "upstream",
  "scaigrid/MODULE_DEPENDENCY_UNAVAILABLE": "service",
  "scaikey/webhook_delivery_failed": "caller",
  "scaikey/webhook_delivery_timeout": "caller",
  "scaidrive/INSUFFICIENT_STORAGE": "caller",
};

describe("cause and fix of every code", () => {
  it("are there to be looked at", () => {
    const codes = documented.map((one) => Object.keys(one.codes).length);
    expect(Math.min(...codes)).toBeGreaterThan(0);
    expect(texts).toHaveLength(codes.reduce((sum, count) => sum + count, 0));
  });

  it("are one or two sentences, from a capital to a period", () => {
    expect(faulty((text) => /^[\p{Lu}`][^\n]*[^.\s]\.$/u.test(text))).toEqual([]);
    expect(faulty((text) => sentencesOf(text).length <= 3)).toEqual([]);
    expect(faulty((text) => text.length >= 25 && text.length <= 250)).toEqual([]);
  });

  it("close every backtick", () => {
    expect(faulty((text) => text.split("`").length % 2 === 1)).toEqual([]);
  });

  it("say nothing that would fit any failure", () => {
    expect(faulty((text) => !FILLER.test(text))).toEqual([]);
  });

  it("share no sentence, unless the codes have the same name", () => {
    const seen = new Map<string, string>();
    const shared = causesAndFixes.flatMap(({ id, name, text }) =>
      sentencesOf(text).flatMap((sentence) => {
        const other = seen.get(sentence) ?? name;
        seen.set(sentence, name);
        return other === name ? [] : [`${id} and ${other}: ${sentence}`];
      }),
    );
    expect(shared).toEqual([]);
  });

  it("do not repeat the meaning or each other in other words", () => {
    const repeated = texts.filter(({ meaning, cause, fix }) => {
      const [means, causes, fixes] = [meaning, cause, fix].map(wordsOf);
      return similarity(means!, causes!) > 0.6 || similarity(means!, fixes!) > 0.6 || similarity(causes!, fixes!) > 0.6;
    });
    expect(repeated.map(({ id }) => id)).toEqual([]);
  });

  it("are not one text with a word exchanged", () => {
    const words = causesAndFixes.map((one) => ({ ...one, words: wordsOf(one.text) }));
    const alike = words.flatMap((one, at) =>
      words
        .slice(at + 1)
        .filter((other) => one.name !== other.name && one.part === other.part && similarity(one.words, other.words) > 0.7)
        .map((other) => `${one.id} and ${other.id}: ${one.text}`),
    );
    expect(alike).toEqual([]);
  });

  it("tell of another try where the retry policy does, and of none where it forbids one", () => {
    const again = /\b(?:again|once|wait|pauses?|reconnect|repeat)\b/i;
    const silent = texts.filter(({ entry, fix }) => ["once", "backoff"].includes(entry.retry) && !again.test(fix));
    expect(silent.map(({ id }) => id)).toEqual([]);
    const looping = texts.filter(({ entry, fix }) => entry.retry === "never" && /growing (?:pauses|delays)/.test(fix));
    expect(looping.map(({ id }) => id)).toEqual([]);
  });
});

describe("the origin of every code", () => {
  it("is the side that its status puts it on, but for those that are listed in UNLIKE_STATUS", () => {
    const unlike = texts.flatMap(({ id, origin, entry }) => {
      const { status } = entry;
      const isCallers = status !== undefined && status < 500;
      return status !== undefined && (origin === "caller") !== isCallers ? [[id, origin]] : [];
    });
    expect(Object.fromEntries(unlike)).toEqual(UNLIKE_STATUS);
  });

  it("is upstream only where the texts name what is upstream", () => {
    const upstream = /provider|node|vault|acme|system|tool|scai[a-z]+|name servers?|powerdns|storage|database|cloud|source/i;
    const vague = texts.filter(({ id, origin, cause }) => {
      // Another service of the platform is upstream, the service itself is not.
      const [service = ""] = id.split("/");
      return origin === "upstream" && !upstream.test(cause.replaceAll(new RegExp(`\\b${service}\\b`, "gi"), ""));
    });
    expect(vague.map(({ id }) => id)).toEqual([]);
  });
});

describe("the address of an error's page", () => {
  it.each(members)("comes from the docs of $service.name", ({ service }) => {
    // The entry of the package, whatever its name is.
    const { helpUrl } = require(`@scai-errors/${service.name}/docs`) as { readonly helpUrl: typeof core };
    const error = service.decode({ status: 429 });
    expect(helpUrl(error)).toBe(`${HELP_BASE_URL}/${service.name}/${error.code}/`);
  });
});
