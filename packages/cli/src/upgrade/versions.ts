import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { cleanLine, isObject } from "@scai-errors/core";
import type { VocabularyRecord } from "@scai-errors/vocabulary/diff";
import { Refusal } from "../exit-codes.js";
import { reasonOf } from "./reason-of.js";
import { vocabularyOf } from "./vocabulary.js";

const SCOPE = "@scai-errors";

/** One version of a service's package, unpacked. */
export interface PackageVersion {
  readonly folder: string;
  readonly version: string;
  readonly vocabulary: VocabularyRecord;
}

/**
 * The version of a package that a project has installed.
 * @throws Refusal where it has none, or one without a vocabulary.
 */
export function installedVersion(project: string, packageName: string): PackageVersion {
  const require = createRequire(join(project, "package.json"));
  try {
    return versionIn(dirname(require.resolve(`${packageName}/package.json`)));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${packageName} is not installed in ${project}; go to the project that uses it, or name it with --cwd.`);
  }
}

/** The version of a package in a folder. */
function versionIn(folder: string): PackageVersion {
  const manifest = jsonIn(folder, "package.json");
  const vocabulary = vocabularyOf(jsonIn(folder, "codes.json"));
  if (!vocabulary) throw new Refusal(`${join(folder, "codes.json")} holds no vocabulary; it has to be the package of a service.`);
  return { folder, version: cleanLine(manifest["version"]) ?? "", vocabulary };
}

function jsonIn(folder: string, name: string): Readonly<Record<string, unknown>> {
  const file = join(folder, name);
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (isObject(value)) return value;
  } catch {
    // The sentence below says what to do about either.
  }
  throw new Refusal(`${file} is missing or no JSON; it has to be the package of a service of ${SCOPE}, from 1.0.0 on.`);
}

/**
 * Puts a newer version of a package, with the core that it asks for, where Node and the compiler find both, without touching the project.
 * @param wanted a version, range or tag to fetch with npm and the project's settings; or a folder or a tarball.
 * @param scratch an empty folder.
 * @throws Refusal where it cannot be had.
 */
export function newerVersion(project: string, packageName: string, wanted: string, scratch: string): PackageVersion {
  const local = resolve(project, wanted);
  const isFolder = existsSync(local) && statSync(local).isDirectory();
  const folder = isFolder
    ? copyOf(local, scratch, packageName)
    : unpack(project, existsSync(local) ? local : `${packageName}@${wanted}`, scratch, packageName);
  const { name, dependencies } = jsonIn(folder, "package.json");
  if (name !== packageName)
    throw new Refusal(
      `${wanted} is ${cleanLine(name) ?? "a package without a name"}, and not ${packageName}; name a version, a folder or a tarball of ${packageName}.`,
    );
  const newer = versionIn(folder);
  const core = `${SCOPE}/core`;
  const range = isObject(dependencies) ? dependencies[core] : undefined;
  // A version that is here as a folder or a tarball may be nowhere else; its core is the project's then.
  if (!existsSync(local) && typeof range === "string") unpack(project, `${core}@${range}`, scratch, core);
  return newer;
}

function copyOf(from: string, scratch: string, packageName: string): string {
  const folder = join(scratch, "node_modules", packageName);
  mkdirSync(folder, { recursive: true });
  for (const name of ["package.json", "codes.json", "dist"]) {
    if (!existsSync(join(from, name)))
      throw new Refusal(`${join(from, name)} is missing; name the folder of a built package, or a version.`);
    cpSync(join(from, name), join(folder, name), { recursive: true });
  }
  return folder;
}

function unpack(project: string, spec: string, scratch: string, packageName: string): string {
  const folder = join(scratch, "node_modules", packageName);
  mkdirSync(folder, { recursive: true });
  const packed = run("npm", ["pack", spec, "--pack-destination", folder, "--loglevel", "error"], project);
  const tarball = packed.stdout.trim().split("\n").at(-1) ?? "";
  if (packed.status !== 0 || !tarball.endsWith(".tgz"))
    throw new Refusal(`npm cannot fetch ${spec}; name a version that exists, a folder or a tarball. It says: ${reasonOf(packed.stderr)}`);
  const { status, stderr } = run("tar", ["-xzf", tarball, "--strip-components=1"], folder);
  if (status !== 0) throw new Refusal(`tar cannot unpack ${tarball}; fetch it again. It says: ${reasonOf(stderr)}`);
  return folder;
}

/**
 * Runs a program to its end.
 * @throws Refusal where it cannot be started.
 */
function run(command: "npm" | "tar", args: readonly string[], cwd: string): SpawnSyncReturns<string> {
  // On Windows npm is a script, which only a shell starts; the arguments are quoted there by nobody, and hold no spaces but in paths.
  const ended = spawnSync(command, args, { cwd, encoding: "utf8", shell: process.platform === "win32" && command === "npm" });
  // Without it there is no output to look at, whatever the types say.
  if (ended.error)
    throw new Refusal(`${command} cannot be started (${ended.error.message}); install it, or name the folder of an unpacked package.`);
  return ended;
}
