// Calls every client that this Node can run in every case, and prints what errorFrom makes of it, as one JSON array of rows.
import { isDeepStrictEqual } from "node:util";
import { errorFrom, scaigrid } from "@scai-errors/scaigrid";
import { cases, startServers } from "./cases.mjs";
import { CLIENT_LIMIT_MS, clients, streamingClients } from "./clients.mjs";

const major = Number(process.versions.node.split(".")[0]);
const runs = process.env.ONLY_NEW === "1" ? ({ needs }) => needs !== undefined : ({ needs }) => needs === undefined;
const READ = { timeoutMs: 300 };

/** What the service makes of the same bytes, read with a plain fetch. */
async function expectedOf(url) {
  return scaigrid.fromResponse(await fetch(url), READ);
}

/** What came out, beside what should have. */
function compare(error, expected) {
  if (error === undefined) return expected ? "nothing" : "undefined";
  if (!expected || error.service !== expected.service) return error.id;
  const [one, other] = [error.toJSON(), expected.toJSON()];
  const differing = Object.keys(other).filter((field) => !isDeepStrictEqual(one[field], other[field]));
  if (differing.length > 0) return differing.some((field) => one[field] !== undefined && field === "code") && other.code === "UNRECOGNIZED" ? `more: ${error.id}` : `differs: ${differing.join(", ")}`;
  return error.excerpt === expected.excerpt ? "=" : "x";
}

/** What a client gives; the word for a client that waits for ever. */
async function withinLimit(given) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, 10 * CLIENT_LIMIT_MS, WAITS);
  });
  return Promise.race([given, late]).finally(() => clearTimeout(timer));
}
const WAITS = Symbol("the client waits for ever");

const servers = await startServers();
const rows = [];
const expected = new Map();
for (const { id, end } of cases) expected.set(id, end ? undefined : await expectedOf(servers.url(id)));
for (const { name, call } of clients.filter(runs)) {
  const cells = [];
  for (const { id, end } of cases) {
    const controller = new AbortController();
    if (end === "aborted") setTimeout(() => controller.abort(), CLIENT_LIMIT_MS / 4);
    const given = await withinLimit(call(servers.url(id), end === "aborted" ? controller.signal : undefined));
    if (process.env.SHOW === `${name}/${id}`) console.error(given);
    if (process.env.SHOW) console.error(name, id);
    cells.push(given === WAITS ? "waits for ever" : compare(await errorFrom(scaigrid, given, READ), expected.get(id)));
  }
  rows.push({ name, node: major, cells });
}
const streams = [];
for (const { name, call } of streamingClients.filter(runs)) {
  const given = await withinLimit(call(servers.url("events")));
  if (process.env.SHOW === name) console.error(given);
  const error = await errorFrom(scaigrid, given, READ);
  streams.push({ name, node: major, cells: [error ? `${error.id}: ${error.message}` : "undefined"] });
}
await servers.close();
// Pools of clients keep the process; and what it prints goes to a pipe, which takes it in pieces.
process.stdout.write(JSON.stringify({ rows, streams }), () => process.exit());
