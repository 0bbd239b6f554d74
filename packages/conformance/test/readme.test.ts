import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { KINDS, kindOfStatus, policyOfKind } from "@scai-errors/core";
import { scaigrid } from "@scai-errors/scaigrid";
import { answer } from "@scai-errors/testing";
import { transform } from "esbuild";
import { expect, inject, it } from "vitest";
import { examplesOf } from "../src/examples.js";
import { root } from "@scai-errors/workspace/packages";
import { runNode } from "@scai-errors/workspace/run";

const examples = examplesOf(readFileSync(`${root}README.md`, "utf8"));

/** What examples may use without saying where it comes from, and how one may end besides well: with an error of a service. */
const AROUND = `
  const url = "http://localhost/";
  const init = {};
  globalThis.fetch = async () => new Response(${JSON.stringify(answer(scaigrid, "RATE_LIMITED").body)}, { status: 429 });
  process.on("uncaughtException", (error) => {
    if (typeof error.id !== "string") throw error;
  });
`;

it("has examples", () => {
  expect(examples.length).toBeGreaterThan(3);
});

it.each(examples)("README.md:$line prints what it says", async ({ line, source, output }) => {
  const project = inject("consumer");
  const { code } = await transform(source, { loader: "ts" });
  writeFileSync(`${project}/readme-${line}.mjs`, AROUND + code);
  const run = await runNode([`readme-${line}.mjs`], project);
  expect(run.output.split("\n").filter(Boolean)).toEqual(output);
});

it("README.md has every kind, with the statuses and the policy that it has", () => {
  const rows = [...readFileSync(`${root}README.md`, "utf8").matchAll(/^\| `([a-z_]+)` +\| ([^|]*)\| `([a-z_]+)` +\|/gm)];
  expect(new Set(rows.map(([, kind]) => kind))).toEqual(new Set(KINDS));
  expect(rows).toHaveLength(KINDS.length);
  for (const [, kind = "", statuses = "", policy] of rows) {
    const known = KINDS.find((one) => one === kind);
    expect([kind, known && policyOfKind(known)]).toEqual([kind, policy]);
    for (const [status] of statuses.matchAll(/\d{3}/g)) expect([status, kindOfStatus(Number(status))]).toEqual([status, kind]);
  }
});

it.each(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])("%s links to what exists", (document) => {
  const links = [...readFileSync(`${root}${document}`, "utf8").matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = ""]) => link);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((link) => !existsSync(`${root}${link}`))).toEqual([]);
});
