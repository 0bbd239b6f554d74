// Calls the clients that this Node is to run in every case, and prints what errorFrom makes of it as JSON:
//   node table.mjs any    those that run on every Node
//   node table.mjs new    those that ask for Node 22
import { isDeepStrictEqual } from "node:util";
import { errorFrom, scaigrid } from "@scai-errors/scaigrid";
import { cases, startServers } from "./cases.mjs";
import { CLIENT_LIMIT_MS, clients, streamingClients } from "./clients.mjs";

const asked = process.argv[2] === "new" ? 22 : undefined;
const READ = { timeoutMs: CLIENT_LIMIT_MS / 2 };
const WAITS = Symbol("the client waits for ever");

/** What a client gives; a sign for a client that takes no notice of its own time limit. */
async function withinLimit(given) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, 5 * CLIENT_LIMIT_MS, WAITS);
  });
  return Promise.race([given, late]).finally(() => clearTimeout(timer));
}

/** The fields that two readings of the same bytes must agree on. When a limit is over, depends on when the answer came. */
function fieldsOf(error) {
  const { rateLimit, ...fields } = error.toJSON();
  return { ...fields, rateLimit: rateLimit && { limit: rateLimit.limit, remaining: rateLimit.remaining } };
}

/** What came out, beside what a plain fetch and fromResponse give. */
function compare(error, expected) {
  if (error === undefined) return expected ? "nothing" : "undefined";
  if (error.service !== expected?.service) return error.code;
  const [given, wanted] = [fieldsOf(error), fieldsOf(expected)];
  // A body above the limit of fromResponse, which the client has read as a whole.
  if (wanted.code === "UNRECOGNIZED" && given.code !== "UNRECOGNIZED") return `more: ${given.code}`;
  const differing = Object.keys(wanted).filter((field) => !isDeepStrictEqual(given[field], wanted[field]));
  if (differing.includes("code")) return given.code === "UNRECOGNIZED" ? "status only" : `code: ${given.code}`;
  if (differing.length > 0) return `without ${differing.join(", ")}`;
  return error.excerpt === expected.excerpt ? "=" : "x";
}

const servers = await startServers();
const expected = new Map();
for (const { id, end } of cases) expected.set(id, end ? undefined : await scaigrid.fromResponse(await fetch(servers.url(id)), READ));

const rows = [];
for (const { name, call } of clients.filter(({ needs }) => needs === asked)) {
  const cells = [];
  for (const { id, end } of cases) {
    const controller = new AbortController();
    if (end === "aborted") setTimeout(() => controller.abort(), CLIENT_LIMIT_MS / 4);
    const given = await withinLimit(call(servers.url(id), end === "aborted" ? controller.signal : undefined));
    cells.push(given === WAITS ? "waits for ever" : compare(await errorFrom(scaigrid, given, READ), expected.get(id)));
  }
  rows.push({ name, cells });
}

const streams = [];
for (const { name, call } of streamingClients.filter(({ needs }) => needs === asked)) {
  const given = await withinLimit(call(servers.url("events")));
  const error = given === WAITS ? undefined : await errorFrom(scaigrid, given, READ);
  streams.push({ name, cells: [error ? `${error.code}: ${error.message} (${error.requestId ?? "no request id"})` : "nothing"] });
}
await servers.close();
// The clients' pools would keep the process.
process.stdout.write(JSON.stringify({ rows, streams }), () => process.exit());
