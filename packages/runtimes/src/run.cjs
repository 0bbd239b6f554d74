// Prints the golden lines from the CommonJS build.
"use strict";

const { createFetch } = require("@scai-errors/fetch");
const { readEvents } = require("@scai-errors/fetch/sse");
const { ScaigridError, UNRECOGNIZED, match } = require("@scai-errors/scaigrid");
const { goldenLines } = require("./golden.cjs");

async function print() {
  const { servicePackages } = await import("@scai-errors/workspace/packages");
  const services = Object.fromEntries(servicePackages.map(({ folder, manifest }) => [folder, require(manifest.name)[folder]]));
  console.log((await goldenLines({ createFetch, readEvents, ScaigridError, UNRECOGNIZED, match, services })).join("\n"));
}

void print();
