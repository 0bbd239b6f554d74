// How fast `scai-errors decode` reads a log of 1 GB, and in how much memory, beside jq where it is installed. Fails where it is slower or larger than
// the README says. Run by name, on an idle machine: npm run bench --workspace @scai-errors/cli
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clearInterval, setInterval } from "node:timers";
import { fileURLToPath } from "node:url";

const SIZE = 1e9;
const LEAST_MB_PER_SECOND = 80;
const MOST_MB = 100;
/** One line in twenty is a failure's. */
const FAILURE_EVERY = 20;

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
function line(number) {
  const isFailure = number % FAILURE_EVERY === 0;
  return `${JSON.stringify({
    level: isFailure ? 50 : 30,
    time: 1_790_000_000_000 + number,
    pid: 4211,
    hostname: "api-7f9c",
    reqId: `r-${number}`,
    req: { method: "POST", url: "/v1/chat/completions", headers: { host: "api.example", "user-agent": "node" }, remoteAddress: "10.0.3.7" },
    res: {
      statusCode: isFailure ? 429 : 200,
      headers: { "content-type": "application/json" },
      ...(isFailure && {
        body: `{"status":"error","error":{"code":"RATE_LIMITED","message":"Slow down"},"meta":{"request_id":"req_${number}"}}`,
      }),
    },
    responseTime: 12,
    msg: isFailure ? "request errored" : "request completed",
  })}\n`;
}

async function writeLog(file) {
  const log = createWriteStream(file);
  let written = 0;
  for (let number = 0; written < SIZE;) {
    let lines = "";
    for (const end = number + 1000; number < end; number++) lines += line(number);
    written += lines.length;
    if (!log.write(lines)) await once(log, "drain");
  }
  log.end();
  await once(log, "close");
}

/** The most memory that a running process has held, in MB, as Linux counts it; undefined elsewhere, or when it has ended. */
function memoryOf({ pid }) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1000;
  } catch {
    return undefined;
  }
}

/** Runs a command to its end, with the log on standard input where a pipe for it is given. */
async function measure(name, command, args, piped) {
  const began = performance.now();
  // A pipe of the system's, as a shell makes one: Node's own are sockets, which are read in other pieces.
  if (piped) spawn("sh", ["-c", 'cat "$0" > "$1"', file, piped], { stdio: "inherit" });
  const child = spawn(command, args, { stdio: [piped ? openSync(piped, "r") : "ignore", "ignore", "inherit"] });
  let memory;
  const look = setInterval(() => {
    memory = memoryOf(child) ?? memory;
  }, 100);
  const [code] = await once(child, "close");
  clearInterval(look);
  if (code !== 0) throw new Error(`${name} ended with ${code}.`);
  const speed = SIZE / 1e6 / ((performance.now() - began) / 1000);
  console.log(`${name.padEnd(44)} ${speed.toFixed(0).padStart(5)} MB/s${memory ? ` in ${memory.toFixed(0)} MB` : ""}`);
  return { speed, memory };
}

const folder = mkdtempSync(join(tmpdir(), "scai-errors-bench-"));
const file = join(folder, "log.ndjson");
const pipe = join(folder, "pipe");
try {
  spawnSync("mkfifo", [pipe]);
  await writeLog(file);
  console.log(`A log of ${(statSync(file).size / 1e6).toFixed(0)} MB, one line in ${FAILURE_EVERY} a failure's.`);
  const decode = [cli, "decode"];
  const runs = [
    await measure("scai-errors decode log", process.execPath, [...decode, file]),
    await measure("scai-errors decode --service scaigrid log", process.execPath, [...decode, "--service", "scaigrid", file]),
    await measure("cat log | scai-errors decode", process.execPath, decode, pipe),
  ];
  if (spawnSync("jq", ["--version"]).error) console.log("jq is not installed; the comparison is left out.");
  else await measure("jq -c 'select(.res.statusCode>=400)' log", "jq", ["-c", "select(.res.statusCode>=400)", file]);
  const slow = runs.filter(({ speed }) => speed < LEAST_MB_PER_SECOND);
  const large = runs.filter(({ memory }) => memory > MOST_MB);
  if (slow.length + large.length > 0) {
    console.error(`The bars are ${LEAST_MB_PER_SECOND} MB/s or more in ${MOST_MB} MB or less.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
