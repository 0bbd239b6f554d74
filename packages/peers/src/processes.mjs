// Starts the real servers, on free loopback ports and with all their files in a folder of their own.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { freePort } from "@scai-errors/workspace/free-port";

const here = fileURLToPath(new URL(".", import.meta.url));
const cache = fileURLToPath(new URL("../.cache/peers", import.meta.url));

/** Thrown where a server cannot be had on this machine. */
export class NotFound extends Error {}

const running = [];

export function stopAll() {
  for (const child of running.splice(0)) child.kill("SIGTERM");
}

function isListening(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    }).once("error", () => resolve(false));
  });
}

/** Starts a command and waits until its port answers. */
async function start(command, args, port) {
  const child = spawn(command, args, { cwd: here, stdio: ["ignore", "ignore", "pipe"] });
  running.push(child);
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  let isOver = false;
  child.once("exit", () => (isOver = true)).once("error", (error) => ((isOver = true), (errors += error.message)));
  for (const deadline = Date.now() + 15_000; Date.now() < deadline && !isOver;) {
    if (await isListening(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${command} did not answer on port ${port}: ${errors.trim() || "no reason given"}`);
}

function versions(python) {
  const script = "import fastapi, pydantic, uvicorn; print(fastapi.__version__, pydantic.VERSION)";
  const { status, stdout } = spawnSync(python, ["-c", script], { encoding: "utf8" });
  return status === 0 ? stdout.trim().split(" ") : undefined;
}

/** The application on pydantic 1: Debian's own packages, under Debian's own interpreter. */
export async function startPydantic1() {
  const found = versions("/usr/bin/python3");
  if (!found?.[1].startsWith("1."))
    throw new NotFound("no FastAPI with pydantic 1: install python3-fastapi and python3-uvicorn of Debian 12");
  const port = await freePort();
  await start("/usr/bin/python3", ["-m", "uvicorn", "app:app", "--port", String(port), "--log-level", "critical"], port);
  return { name: `FastAPI ${found[0]}, pydantic ${found[1]}`, port };
}

/** The application on pydantic 2, in a virtual environment that is made on first use. */
export async function startPydantic2() {
  const python = `${cache}/venv/bin/python`;
  if (!existsSync(python)) {
    mkdirSync(cache, { recursive: true });
    spawnSync("python3", ["-m", "venv", `${cache}/venv`]);
    spawnSync(python, [
      "-m",
      "pip",
      "install",
      "--quiet",
      "--retries",
      "0",
      "--timeout",
      "5",
      "fastapi==0.142.2",
      "uvicorn==0.54.0",
      "pydantic==2.13.5",
    ]);
  }
  const found = existsSync(python) ? versions(python) : undefined;
  if (!found) throw new NotFound("no FastAPI with pydantic 2: python3 -m venv and pip could not install fastapi 0.142.2");
  const port = await freePort();
  await start(python, ["-m", "uvicorn", "app:app", "--port", String(port), "--log-level", "critical"], port);
  return { name: `FastAPI ${found[0]}, pydantic ${found[1]}`, port };
}

function versionOf(command, argument) {
  const { stdout = "", stderr = "", error } = spawnSync(command, [argument], { encoding: "utf8" });
  if (error) throw new NotFound(`no ${command}: install it, and it is found on the PATH`);
  return /\d+\.\d+\.\d+/.exec(stdout + stderr)?.[0] ?? "of an unknown version";
}

export async function startNginx(upstream) {
  const version = versionOf("nginx", "-v");
  const [port, dead] = [await freePort(), await freePort()];
  const folder = `${cache}/nginx`;
  mkdirSync(`${folder}/temp`, { recursive: true });
  const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/temp/${name};`).join(" ");
  writeFileSync(
    `${folder}/nginx.conf`,
    `daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 64; }
http {
  access_log off; ${temp}
  server {
    listen 127.0.0.1:${port};
    location /dead { proxy_pass http://127.0.0.1:${dead}; }
    location /denied { deny all; }
    location / { proxy_pass http://127.0.0.1:${upstream}; }
  }
}
`,
  );
  await start("nginx", ["-p", folder, "-c", `${folder}/nginx.conf`], port);
  return { name: `nginx ${version}`, port };
}

export async function startHaproxy(upstream) {
  const version = versionOf("haproxy", "-v");
  const [port, dead] = [await freePort(), await freePort()];
  const folder = `${cache}/haproxy`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    `${folder}/haproxy.cfg`,
    `defaults
  mode http
  timeout connect 1s
  timeout client 10s
  timeout server 10s
frontend front
  bind 127.0.0.1:${port}
  http-request deny deny_status 403 if { path /denied }
  use_backend dead if { path /dead }
  default_backend application
backend application
  server app 127.0.0.1:${upstream}
backend dead
  retries 0
  server none 127.0.0.1:${dead}
`,
  );
  await start("haproxy", ["-f", `${folder}/haproxy.cfg`], port);
  return { name: `HAProxy ${version}`, port };
}
