import type { HostileCase } from "../case.js";

const SAID = '{"error":{"code":"NEW_FAILURE","message":"Said so","request_id":"req_1"},"meta":{"request_id":"req_1"}}';
/** Only ASCII, so that its bytes with a NUL before or behind each are its UTF-16. */
const WIDE = '{"error":{"message":"wide"}}';
const said = { message: "Said so", receivedCode: "NEW_FAILURE", requestId: "req_1" } as const;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** A readable document under a content type that says something else, or says it in an unusual way. */
function labelled(id: string, fault: string, contentType: string | undefined, body: string | Uint8Array = SAID): HostileCase {
  const headers = contentType === undefined ? {} : { "content-type": contentType };
  return { id, fault, answer: { status: 409, headers, body }, expect: said };
}

/** A body that nothing can be read from: what is left is the status. */
function unreadable(id: string, fault: string, status: number, contentType: string, body: string | Uint8Array): HostileCase {
  return {
    id,
    fault,
    answer: { status, headers: { "content-type": contentType }, body },
    expect: { status, receivedCode: undefined, requestId: undefined, issues: [], message: new RegExp(`HTTP ${status}`) },
  };
}

const proxyPage = (padding: number): string =>
  `<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>${"<!-- padding -->".repeat(padding)}<center><h1>502 Bad Gateway</h1></center></body>\r\n</html>`;

/** Section C: bytes that are not what the headers say, as far as they can be handed to `decode`. The rest of it is in the transport cases. */
export const bodyBytes: readonly HostileCase[] = [
  ...Array.from({ length: SAID.length - 1 }, (_, k): HostileCase => ({
    id: `C45-cut-${k}`,
    fault: `a document that ends after ${k} bytes`,
    answer: { status: 503, headers: { "content-type": "application/json" }, body: SAID.slice(0, k) },
    expect: { status: 503, kind: "unavailable", receivedCode: undefined, message: /HTTP 503/ },
  })),
  unreadable("C46-page", "a proxy's page of 5 kB", 502, "text/html", proxyPage(300)),
  {
    ...unreadable("C46-page-large", "a proxy's page of 50 MB", 502, "text/html", ""),
    answer: () => ({ status: 502, body: proxyPage(3_125_000) }),
  },
  unreadable(
    "C46-fragment",
    "a page without a doctype, after a byte order mark and blank lines",
    504,
    "text/html",
    "\uFEFF\r\n\r\n  <h1>Timeout</h1>",
  ),
  labelled("C47-plain", "JSON under text/plain", "text/plain"),
  labelled("C47-none", "JSON without a content type", undefined),
  labelled("C47-html", "JSON under text/html", "text/html; charset=utf-8"),
  {
    id: "C47-words",
    fault: "plain words, as application servers send them when the application has crashed",
    answer: { status: 500, headers: { "content-type": "text/plain" }, body: "Internal Server Error" },
    expect: { status: 500, message: "Internal Server Error", excerpt: "Internal Server Error" },
  },
  labelled("C48-problem", "the media type of RFC 9457", "application/problem+json"),
  labelled("C48-vendor", "a vendor's media type", "application/vnd.x+json; charset=utf-8"),
  labelled("C48-upper", "the media type in capitals", "APPLICATION/JSON"),
  unreadable(
    "C49-xml",
    "XML under application/json",
    400,
    "application/json",
    '<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>',
  ),
  unreadable(
    "C49-binary",
    "the beginning of a PNG under application/json",
    500,
    "application/json",
    bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
  ),
  unreadable(
    "C49-gzip",
    "compressed bytes that nobody undid",
    500,
    "application/json",
    bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xab, 0x56, 0x4a),
  ),
  unreadable("C49-ndjson", "two documents one after the other", 500, "application/json", `${SAID}\n${SAID}`),
  {
    id: "C49-csv",
    fault: "CSV under application/json, which reads like words",
    answer: { status: 400, headers: { "content-type": "application/json" }, body: "id,error\r\n1,bad" },
    expect: { status: 400, message: "id,error 1,bad", receivedCode: undefined },
  },
  labelled("C50-bom", "a byte order mark before the document, as bytes", "application/json", joined(bytes(0xef, 0xbb, 0xbf), utf8(SAID))),
  labelled("C50-bom-text", "a byte order mark before the document, as text", "application/json", `\uFEFF${SAID}`),
  unreadable(
    "C50-utf16-le",
    "a UTF-16 document with its byte order mark",
    500,
    "application/json; charset=utf-16",
    joined(bytes(0xff, 0xfe), bytes(...[...utf8(WIDE)].flatMap((byte) => [byte, 0]))),
  ),
  unreadable(
    "C50-utf16-be",
    "a UTF-16 document in the other order",
    500,
    "application/json",
    joined(bytes(0xfe, 0xff), bytes(...[...utf8(WIDE)].flatMap((byte) => [0, byte]))),
  ),
  labelled("C51-bogus", "a charset that no decoder knows", "application/json; charset=bogus-9"),
  labelled("C51-latin1", "a charset that is not what was sent", "application/json; charset=iso-8859-1"),
  labelled("C51-utf7", "UTF-7, in which other readers find markup", "application/json; charset=utf-7"),
  {
    id: "C51-latin1-bytes",
    fault: "bytes that really are Latin-1",
    answer: {
      status: 409,
      headers: { "content-type": "application/json; charset=iso-8859-1" },
      body: joined(utf8('{"error":{"message":"caf'), bytes(0xe9), utf8('"}}')),
    },
    expect: { message: "caf\uFFFD" },
  },
  {
    id: "C52-invalid",
    fault: "bytes that are no UTF-8, inside a string",
    answer: { status: 500, body: joined(utf8('{"error":{"message":"a'), bytes(0xff, 0xfe, 0xc0), utf8('b"}}')) },
    expect: { message: "a\uFFFD\uFFFD\uFFFDb" },
  },
  {
    id: "C52-overlong",
    fault: "a slash in an overlong form",
    answer: { status: 500, body: joined(utf8('{"error":{"message":"a'), bytes(0xc0, 0xaf), utf8('b"}}')) },
    expect: { message: "a\uFFFD\uFFFDb" },
  },
  {
    id: "C52-surrogate",
    fault: "half a surrogate pair in UTF-8",
    answer: { status: 500, body: joined(utf8('{"error":{"message":"a'), bytes(0xed, 0xa0, 0x80), utf8('b"}}')) },
    expect: { message: "a\uFFFD\uFFFD\uFFFDb" },
  },
  unreadable("C52-nul", "a NUL inside the document, which JSON forbids", 500, "application/json", '{"error":{"message":"a\0b"}}'),
  {
    id: "C52-nul-escaped",
    fault: "an escaped NUL inside a string, which JSON allows",
    answer: { status: 500, body: '{"error":{"message":"a\\u0000b"}}' },
    expect: { message: "a b" },
  },
  unreadable("C52-nuls", "nothing but NULs", 500, "application/octet-stream", new Uint8Array(64)),
];
