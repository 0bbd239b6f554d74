import type { Answer } from "@scai-errors/core";
import type { HostileCase, Outcome } from "../case.js";

/** A text that stands where each service has its message, and the line that has to come out. */
function message(id: string, fault: string, text: string | (() => string), line: string | RegExp, others: Outcome = {}): HostileCase {
  const answer = (): Answer => ({ status: 400, body: JSON.stringify({ error: { message: typeof text === "string" ? text : text() } }) });
  return { id, fault, answer, expect: { message: line, ...others } };
}

/** Section E: texts that end up on a terminal, in a log or on a page. What is taken out of a line may leave a blank or nothing. */
export const text: readonly HostileCase[] = [
  message("E74-crlf", "a line break with a forged log line behind it", "bad\r\nINFO user=admin logged in", "bad INFO user=admin logged in"),
  message("E74-unicode", "the line breaks that only some readers know", "a\u2028b\u2029c\u0085d\u000Be\u000Cf", "a b c d e f"),
  message("E75-clear", "a sequence that clears the screen", "a\u001B[2Jb", /^a ?b$/),
  message("E75-colour", "colours", "\u001B[31;1mred\u001B[0m", "red"),
  message("E75-title", "a sequence that sets the window's title", "a\u001B]0;owned\u0007b", "a ]0;owned b"),
  message(
    "E75-link",
    "a terminal link to somewhere else",
    "\u001B]8;;http://evil.test\u001B\\click\u001B]8;;\u001B\\",
    /^\]8;;http:\/\/evil\.test \\click \]8;; \\$/,
  ),
  message("E75-c1", "a control sequence that begins with one C1 byte", "a\u009B31mb", "a 31mb"),
  message("E75-bell", "bells and backspaces", "abc\u0008\u0008\u0008\u0007xyz", "abc xyz"),
  message("E75-delete", "the delete character", "a\u007Fb", "a b"),
  message("E75-nested", "a sequence that taking out another one would complete", "\u001B\u001B[31m[2Jx", /^\P{Cc}*x$/u),
  message("E76-override", "an override that shows the text backwards", "exe.\u202Egpj\u202C", /^exe\. ?gpj$/),
  message("E76-isolates", "isolates", "a\u2066b\u2067c\u2068d\u2069e", /^a ?b ?c ?d ?e$/),
  message("E76-zero-width", "characters that nobody sees", "pass\u200Bword\u200D\uFEFF\u00AD", /^pass ?word$/),
  message("E76-tags", "invisible tag characters", "hi\u{E0041}\u{E007F}", "hi"),
  message("E76-only", "nothing but invisible characters", "\u200B\u202E\u2066", /HTTP 400/),
  {
    id: "E76-code",
    fault: "a code that looks like a known one and holds an override",
    answer: { status: 429, body: { error: { code: "RATE_\u202ELIMITED", message: "Said so" } } },
    expect: { message: "Said so" },
    byFamily: { error: { code: "UNRECOGNIZED" }, detail: {} },
  },
  message("E77-lone", "halves of surrogate pairs", "a\uD83Db\uDE00c", /^a[ \uFFFD]b[ \uFFFD]c$/),
  message("E77-cut", "a limit that falls into the middle of a pair", () => "\u{1F600}".repeat(1000), "\u{1F600}".repeat(256)),
  message("E77-cut-offset", "the same, one byte later", () => `a${"\u{1F600}".repeat(1000)}`, `a${"\u{1F600}".repeat(255)}`),
  message("E78-ascii", "a message of 10 MB", () => "m".repeat(10_000_000), "m".repeat(1024)),
  message("E78-wide", "a message of 10 MB in wide characters", () => "\u4E2D".repeat(3_000_000), "\u4E2D".repeat(341)),
  message("E78-invisible", "10 MB of characters that are taken out", () => "\u200B".repeat(3_000_000), /HTTP 400/),
  message("E78-blank", "a message of blanks", () => " ".repeat(1_000_000), /HTTP 400/),
  message("E79", "the placeholders of printf", "%s %d %j %o %c %%", "%s %d %j %o %c %%"),
  message("E80-image", "markup, as the whole message", "<img src=x onerror=alert(1)>", /HTTP 400/),
  message(
    "E80-inside",
    "markup, inside a sentence: it stays text, and whoever shows it has to show it as text",
    "Name </script><script>alert(1)</script> is taken",
    "Name </script><script>alert(1)</script> is taken",
  ),
  message("E80-url", "a link that runs code", "javascript:alert(1)", "javascript:alert(1)"),
  {
    id: "E80-body",
    fault: "a page as the body: it is in the excerpt alone",
    answer: { status: 502, body: "<script>alert(1)</script>" },
    expect: { message: /HTTP 502/, excerpt: "<script>alert(1)</script>" },
  },
  message("E82-blanks", "100 kB of blanks before a letter", () => `${" ".repeat(100_000)}!`, /^(HTTP|!|.*HTTP 400)/),
  message(
    "E82-auth",
    "what has stopped a redactor of tokens",
    () => `authorization: token ${" ".repeat(100_000)}x`,
    /^authorization: token/,
  ),
  message("E82-repeat", "one letter and something that is none", () => `${"a".repeat(100_000)}!`, /^a{1024}$/),
  message("E82-escape", "a terminal sequence that never ends", () => `\u001B[${"0;".repeat(100_000)}`, /^\P{Cc}*$/u),
  {
    id: "E83-wave",
    fault: "a message in another language, where the code decides",
    answer: { status: 503, body: { error: { code: "SW_SERVICE_UNAVAILABLE", message: "Dienst nicht verfügbar" } } },
    expect: { message: "Dienst nicht verfügbar" },
    byService: { scaiwave: { code: "SW_SERVICE_UNAVAILABLE" } },
  },
  {
    id: "E83-dns-variable",
    fault: "a message with a variable part",
    answer: { status: 409, body: { detail: "Cannot create A record: CNAME exists at www.example.test" } },
    expect: { message: "Cannot create A record: CNAME exists at www.example.test" },
    byService: { dns: { details: { name: "www.example.test" } } },
  },
  {
    id: "E83-dns-inside",
    fault: "a known message inside a longer one: no match in the middle",
    answer: { status: 409, body: { detail: "Not so: Record already exists, they say" } },
    expect: { message: "Not so: Record already exists, they say" },
    byService: { dns: { kind: "aborted" } },
  },
  {
    id: "E83-dns-long",
    fault: "a known message with a variable part of 1 MB",
    answer: () => ({ status: 409, body: { detail: `Cannot create A record: CNAME exists at ${"www.".repeat(250_000)}` } }),
    expect: { message: /^Cannot create A record: CNAME exists at (www\.)+w*$/ },
  },
];
