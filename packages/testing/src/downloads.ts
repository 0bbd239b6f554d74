import { createHash } from "node:crypto";
import type { OutgoingHttpHeaders } from "node:http";
import type { OddAnswer } from "./odd-answers.js";
import type { Respond } from "./routes.js";
import { cutAfter } from "./unfinished.js";

const FILE = Buffer.from("The quick brown fox jumps over the lazy dog.\n".repeat(24));
const HALF = FILE.subarray(0, FILE.length / 2);
const OTHER = Buffer.from(FILE).fill("x", 100, 101);

function headersFor({ length }: Buffer): OutgoingHttpHeaders {
  return { "content-type": "application/octet-stream", "content-length": length };
}

function file(body: Buffer): Respond {
  return ({ response }) => {
    response.writeHead(200, headersFor(body)).end(body);
  };
}

/** A file, what is announced for it, and the ways in which its download goes wrong after the status was sent: a 200 is no proof of a file. */
export const downloads: Readonly<Record<string, OddAnswer>> = {
  "download-metadata": {
    description: "200, the size and checksum of the file that the other download routes send",
    respond: ({ response }) => {
      const checksum = createHash("sha256").update(FILE).digest("hex");
      const body = JSON.stringify({ name: "fox.txt", size: FILE.length, checksum_sha256: checksum });
      response.writeHead(200, { "content-type": "application/json" }).end(body);
    },
  },
  "download-intact": { description: "200, the file", respond: file(FILE) },
  "download-cut": {
    description: "200, half of the file, then the connection breaks",
    respond: cutAfter(200, headersFor(FILE), HALF),
  },
  "download-short": {
    description: "200, half of the file under a Content-Length of its own, as a proxy passes on what it got",
    respond: file(HALF),
  },
  "download-corrupt": { description: "200, the whole length of the file with another byte in it", respond: file(OTHER) },
};
