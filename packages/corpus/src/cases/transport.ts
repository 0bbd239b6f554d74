import { gzipSync } from "node:zlib";
import type { TransportCase } from "../case.js";
import { END, FETCHED, RESET, STALL, type Step } from "@scai-errors/workspace/raw-server";

const SAID = '{"error":{"code":"NEW_FAILURE","message":"Said so"}}';
const said = { message: "Said so", receivedCode: "NEW_FAILURE" } as const;
const silent = { message: /HTTP 50\d/, receivedCode: undefined } as const;

/** Short enough for a test and long enough for a loopback connection. It bounds the wait, and nothing asserts it. */
const SOON = 150;

function head(status: number, ...fields: readonly string[]): string {
  return [`HTTP/1.1 ${status} Any`, "content-type: application/json", ...fields, "", ""].join("\r\n");
}

function chunk(text: string): string {
  return `${text.length.toString(16)}\r\n${text}\r\n`;
}

const chunked = (status: number): string => head(status, "transfer-encoding: chunked");
const announced = (status: number, length = SAID.length): string => head(status, `content-length: ${length}`);

/** One megabyte of nothing. */
const megabyte = Buffer.alloc(1_048_576, 0x20);

/** The faults of an answer whose status has arrived, and whose body comes to grief after `k` bytes. */
function broken(k: number): readonly TransportCase[] {
  const ends: readonly (readonly [name: string, step: Step])[] = [
    ["reset", RESET],
    ["closed", END],
  ];
  return ends.flatMap(([name, step]) => [
    {
      id: `C45-${name}-${k}`,
      fault: `the connection is ${name} after ${k} of the ${SAID.length} bytes that were announced`,
      status: 503,
      steps: [announced(503), FETCHED, SAID.slice(0, k), step],
      expect: k === SAID.length ? said : silent,
    },
    {
      id: `C45-chunked-${name}-${k}`,
      fault: `the connection is ${name} after ${k} bytes of a chunked body, before the chunk that ends it`,
      status: 503,
      steps: k === 0 ? [chunked(503), FETCHED, step] : [chunked(503), FETCHED, chunk(SAID.slice(0, k)), step],
      // A document that is complete can be trusted even if the end of the body never came. A reset may overtake bytes that were sent before it.
      expect: k === SAID.length && name === "closed" ? said : {},
    },
  ]);
}

/** What goes wrong on the connection. Each is fetched from a server that sends exactly these bytes. */
export const transport: readonly TransportCase[] = [
  {
    id: "B36-early-hints",
    fault: "an informational answer before the one that counts",
    status: 500,
    steps: ["HTTP/1.1 103 Early Hints\r\nlink: </style.css>\r\n\r\n", announced(500), SAID],
    expect: said,
  },
  {
    id: "B38-header-20k",
    fault: "a header field of 10 kB, which the client still takes",
    status: 500,
    steps: [head(500, `x-request-id: ${"r".repeat(10_000)}`, `content-length: ${SAID.length}`), SAID],
    expect: { ...said, requestId: "r".repeat(1024) },
  },
  {
    id: "C41-stall",
    fault: "nothing comes after the headers",
    status: 503,
    steps: [announced(503), STALL],
    read: { timeoutMs: SOON },
    expect: silent,
  },
  {
    id: "C41-stall-half",
    fault: "half of the body comes, then nothing",
    status: 503,
    steps: [announced(503), SAID.slice(0, 20), STALL],
    read: { timeoutMs: SOON },
    expect: silent,
  },
  {
    id: "C41-stall-whole",
    fault: "the whole document comes, and then neither the end of the body nor anything else",
    status: 503,
    steps: [chunked(503), chunk(SAID), STALL],
    read: { timeoutMs: SOON },
    expect: {},
  },
  {
    id: "C42-endless",
    fault: "a body without an end, as fast as it can be read",
    status: 500,
    steps: [head(500, "connection: close"), { repeat: megabyte }],
    expect: silent,
  },
  {
    id: "C42-endless-chunks",
    fault: "chunks without an end, of one byte each",
    status: 500,
    steps: [chunked(500), { repeat: chunk(" ").repeat(1000) }],
    read: { maxBytes: 20_000 },
    expect: silent,
  },
  {
    id: "C42-just-fits",
    fault: "a body of exactly as many bytes as are read",
    status: 500,
    steps: [announced(500), SAID],
    read: { maxBytes: SAID.length },
    expect: said,
  },
  {
    id: "C42-just-too-long",
    fault: "a body of one byte more than are read",
    status: 500,
    steps: [announced(500), SAID],
    read: { maxBytes: SAID.length - 1 },
    expect: silent,
  },
  {
    id: "C43-gzip",
    fault: "a compressed body, as it should be",
    status: 500,
    steps: [head(500, "content-encoding: gzip", "connection: close"), gzipSync(SAID), END],
    expect: said,
  },
  {
    id: "C43-bomb",
    fault: "20 kB that become 20 MB: what counts is what comes out",
    status: 500,
    steps: [head(500, "content-encoding: gzip", "connection: close"), gzipSync(Buffer.alloc(20_971_520, 0x20)), END],
    expect: silent,
  },
  {
    id: "C43-not-gzip",
    fault: "a body that claims to be compressed and is not",
    status: 500,
    steps: [head(500, "content-encoding: gzip", `content-length: ${SAID.length}`), SAID],
    // Node's client may neither give these bytes nor say that it cannot.
    read: { timeoutMs: SOON },
    expect: silent,
  },
  {
    id: "C43-cut-gzip",
    fault: "a compressed body that ends in the middle",
    status: 500,
    steps: [head(500, "content-encoding: gzip", "connection: close"), gzipSync(SAID).subarray(0, 30), END],
    expect: {},
  },
  {
    id: "C44-layers",
    fault: "a body that is compressed three times",
    status: 500,
    steps: [head(500, "content-encoding: gzip, gzip, gzip", "connection: close"), gzipSync(gzipSync(gzipSync(SAID))), END],
    expect: said,
  },
  ...Array.from({ length: SAID.length + 1 }, (_, k) => broken(k)).flat(),
  {
    id: "C45-too-long",
    fault: "more bytes than were announced",
    status: 500,
    steps: [announced(500), `${SAID}HTTP/1.1 200 OK\r\n\r\n`, END],
    expect: said,
  },
  {
    id: "C45-no-final-chunk",
    fault: "a chunked body whose last chunk is missing, on a connection that was to stay open",
    status: 503,
    steps: [chunked(503), FETCHED, chunk(SAID), END],
    expect: said,
  },
  {
    id: "C45-bad-chunk",
    fault: "a chunk whose length is no number",
    status: 503,
    steps: [chunked(503), FETCHED, chunk(SAID.slice(0, 9)), "zz\r\nrest\r\n0\r\n\r\n"],
    expect: silent,
  },
  {
    id: "C52-split",
    fault: "a character that is split over two chunks",
    status: 500,
    steps: [chunked(500), chunk('{"error":{"message":"caf\u00C3'), chunk('\u00A9"}}'), "0\r\n\r\n"],
    expect: { message: "café" },
  },
];
