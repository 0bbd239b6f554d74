import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BadInput } from "../src/bad-input.js";
import { findBase } from "../src/base.js";

let root: string;

function git(...args: readonly string[]): string {
  const { GIT_DIR: _, ...env } = process.env;
  return execFileSync("git", ["-c", "user.name=n", "-c", "user.email=e", ...args], { cwd: root, encoding: "utf8", env }).trim();
}

function commit(file: string, text: string): string {
  writeFileSync(join(root, file), text);
  git("add", "--all");
  git("commit", "--quiet", "--message", file);
  return git("rev-parse", "HEAD");
}

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "base-")));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

describe("the base", () => {
  let first: string;
  beforeEach(() => {
    git("init", "--quiet", "--initial-branch=main");
    first = commit("a.txt", "one");
  });

  it("is where the branch left main, whatever main has become", () => {
    git("checkout", "--quiet", "-b", "work");
    commit("b.txt", "two");
    git("checkout", "--quiet", "main");
    commit("c.txt", "three");
    git("checkout", "--quiet", "work");
    writeFileSync(join(root, "d e.txt"), "new");
    rmSync(join(root, "a.txt"));
    const base = findBase(root, "")!;
    expect(base.commit).toBe(first);
    expect([...base.changed()].sort()).toEqual(["a.txt", "b.txt", "d e.txt"]);
    expect([base.read("a.txt"), base.read("b.txt")]).toEqual(["one", undefined]);
  });

  it("is main as it was fetched, where a clone has that", () => {
    git("checkout", "--quiet", "-b", "work");
    const second = commit("b.txt", "two");
    git("update-ref", "refs/remotes/origin/main", second);
    expect(findBase(root, "")!.commit).toBe(second);
  });

  it("is the commit that is asked for", () => {
    commit("b.txt", "two");
    expect(findBase(root, first)!.commit).toBe(first);
    // What GitHub gives as the commit before the first of a new branch.
    expect(findBase(root, "0".repeat(40))!.commit).toBe(git("rev-parse", "HEAD"));
  });

  it("that is asked for and not there is a sentence", () => {
    expect(() => findBase(root, "no-such-branch")).toThrow(BadInput);
    expect(() => findBase(root, "no-such-branch")).toThrow(/^CODES_BASE is "no-such-branch", which is no commit .+\. Fetch it, .+\.$/);
  });

  it("is not that of a repository around the folder", () => {
    mkdirSync(join(root, "inner"));
    expect(findBase(join(root, "inner"), "")).toBeUndefined();
  });

  it("is nothing without a main", () => {
    git("branch", "--quiet", "--move", "main", "other");
    expect(findBase(root, "")).toBeUndefined();
  });
});

it("is nothing without a repository", () => expect(findBase(root, "")).toBeUndefined());
