// Deno's half of connections.mjs: the servers as JSON in the first argument, what came out as JSON on the output.
import { transport } from "../../packages/core/dist/index.js";
import { probe } from "./probe.mjs";

// eslint-disable-next-line no-undef -- Deno's own
console.log(JSON.stringify(await probe(transport, JSON.parse(Deno.args[0]))));
