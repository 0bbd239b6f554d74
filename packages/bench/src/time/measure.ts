import { byWireCode, defineService, errorFirst } from "@scai-errors/core";
import { measure } from "mitata";
import { median } from "../median.js";
import { type Sample, samples } from "./answers.js";
import { atAsyncDepth, atDepth, floorError } from "./floor.js";
import { loadPeers } from "./peers.js";

/** What one process measures: nanoseconds per operation (the median of its samples) of a case and of the floor beside it. */
export interface Timing {
  readonly floor: number;
  readonly time: number;
}

// No collection is forced before a turn: it throws away what the engine has learnt about the shapes of parsed bodies, and half of a short turn would
// measure how long it takes to learn that again.
const OPTIONS = { min_cpu_time: 40_000_000, batch_samples: 512, gc: false };

function thrown(make: () => Error): () => unknown {
  return () => {
    try {
      return atDepth(() => {
        throw make();
      });
    } catch (error) {
      return error;
    }
  };
}

function rejected(make: () => Promise<unknown>): () => Promise<unknown> {
  return () => atAsyncDepth(make).catch((error: unknown) => error);
}

function cycle({ bodies }: Sample): () => string {
  let at = 0;
  return () => bodies[at++ % bodies.length] ?? "";
}

function sampleOf(name: string): Sample {
  const sample = samples[name];
  if (!sample) throw new Error(`No sample is called "${name}"; there are ${Object.keys(samples).join(", ")}.`);
  return sample;
}

/** A service of so many codes, and reading an answer with one of them in the middle. */
function decodeAmong(codes: number): () => unknown {
  const rows = Object.fromEntries(Array.from({ length: codes }, (_, at) => [`CODE_${at}`, { status: 404 } as const]));
  const service = defineService({ name: "made_up", rows, findCode: byWireCode, wire: { layers: errorFirst, sendsCodes: true } });
  const headers = new Headers({ "content-type": "application/json" });
  const body = JSON.stringify({ error: { code: `CODE_${codes / 2}`, message: "There is nothing here" } });
  return thrown(() => service.decode({ status: 404, headers, body }));
}

/** The case of a name such as `decode scaigrid`, and its floor. */
async function caseOf(kind: string, name: string): Promise<readonly [floor: () => unknown, time: () => unknown]> {
  if (kind === "vocabulary") return [decodeAmong(10), decodeAmong(Number(name))];
  const sample = sampleOf(kind.startsWith("peer") ? "scaigrid" : name);
  const { service, status } = sample;
  const headers = new Headers(sample.headers);
  const next = cycle(sample);
  const floor = thrown(() => floorError(next(), status));
  const response = (): Response => new Response(next(), { status, headers: sample.headers });
  const floorResponse = rejected(async () => {
    throw floorError(await response().text(), status);
  });
  switch (kind) {
    case "decode":
      return [floor, thrown(() => service.decode({ status, headers, body: next() }))];
    case "describe":
      return [thrown(() => service.decode({ status, headers, body: next() })), () => service.describe({ status, headers, body: next() })];
    case "response":
      return [
        floorResponse,
        rejected(async () => {
          throw await service.fromResponse(response());
        }),
      ];
    case "peer": {
      const { textPeers } = await loadPeers();
      const peer = textPeers[name];
      if (!peer) throw new Error(`No peer is called "${name}".`);
      return [floor, thrown(() => peer(next(), status, headers))];
    }
    case "peer-response": {
      const { clientPeers } = await loadPeers();
      const peer = clientPeers(response)[name];
      if (!peer) throw new Error(`No client is called "${name}".`);
      return [floorResponse, rejected(peer)];
    }
    default:
      throw new Error(`No measurement is called "${kind}".`);
  }
}

/** Case and floor by turns, in short turns, so that a machine that slows down for a second slows down both. */
const TURNS = 11;

const [, , kind = "", name = ""] = process.argv;
const [floor, time] = await caseOf(kind, name);
const turns: Timing[] = [];
for (let turn = 0; turn < TURNS; turn++)
  turns.push({ floor: (await measure(floor, OPTIONS)).p50, time: (await measure(time, OPTIONS)).p50 });
const ratio = median(turns.map((turn) => turn.time / turn.floor));
const own = median(turns.map((turn) => turn.time));
process.stdout.write(JSON.stringify({ time: own, floor: own / ratio } satisfies Timing));
