import { execFileSync, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { isObject } from "@scai-errors/core";
import { freePort } from "@scai-errors/workspace/free-port";
import { Failure } from "../failure.js";

/** A registry on the loopback interface. */
export interface Registry {
  readonly url: string;
  /** The lines of an .npmrc that make npm use it, and nothing else. */
  readonly npmrc: string;
  /** The versions of a package that it has. */
  versions(packageName: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** No uplinks: a package that was not published to it does not exist, so nothing can come from elsewhere unnoticed. */
function configuration(folder: string): string {
  return stringify({
    storage: join(folder, "storage"),
    auth: { htpasswd: { file: join(folder, "htpasswd") } },
    uplinks: {},
    packages: { "**": { access: "$all", publish: "$authenticated" } },
    web: { enable: false },
    log: { type: "stdout", format: "pretty", level: "warn" },
  });
}

/** Waits until the server answers; it says nothing that could be waited for. */
async function untilItAnswers(url: string, isRunning: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (!isRunning()) break;
    try {
      if ((await fetch(`${url}/-/ping`)).ok) return;
    } catch {
      // It does not listen yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Failure(`The registry at ${url} does not answer. Run node_modules/.bin/verdaccio by hand to see why.`);
}

/** Makes the one user, and gives the token to publish with. */
async function signUp(url: string): Promise<string> {
  const user = { name: "rehearsal", password: "rehearsal" };
  const response = await fetch(`${url}/-/user/org.couchdb.user:${user.name}`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(user),
  });
  const answer: unknown = await response.json();
  if (!isObject(answer) || typeof answer.token !== "string") throw new Failure(`The registry gave no token (HTTP ${response.status}).`);
  return answer.token;
}

/** The folder of the registry's program, which is installed by whoever needs it first. This file is as deep in the repository as the bundle of it. */
function registryTool(): string {
  const script = fileURLToPath(new URL("../../../../scripts/tool.mjs", import.meta.url));
  return execFileSync(process.execPath, [script, "registry"], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();
}

/** Starts a registry whose storage is in a folder. */
export async function startRegistry(folder: string): Promise<Registry> {
  mkdirSync(folder, { recursive: true });
  const config = join(folder, "config.yaml");
  writeFileSync(config, configuration(folder));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = `${registryTool()}/node_modules/verdaccio/bin/verdaccio`;
  const child = spawn(process.execPath, [program, "--config", config, "--listen", `127.0.0.1:${port}`], { cwd: folder, stdio: "ignore" });
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => {
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  try {
    await untilItAnswers(url, () => child.exitCode === null);
    const token = await signUp(url);
    return {
      url,
      npmrc: `registry=${url}/\n//127.0.0.1:${port}/:_authToken=${token}\nfund=false\naudit=false\nupdate-notifier=false\n`,
      versions: async (packageName) => {
        const answer: unknown = await (await fetch(`${url}/${packageName.replace("/", "%2f")}`)).json();
        return isObject(answer) && isObject(answer.versions) ? Object.keys(answer.versions) : [];
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
