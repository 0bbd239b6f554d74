import type { Service, ServiceError } from "@scai-errors/core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type RawServer, startRawServer } from "@scai-errors/workspace/raw-server";
import { type Recording, answerOf, readRecordings, stepsOf } from "../src/recordings.js";
import { NOW } from "../src/cases/now.js";
import { problemsOf } from "../src/problems.js";
import { services } from "@scai-errors/workspace/services";

let server: RawServer;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  server = await startRawServer();
});
afterAll(async () => {
  vi.useRealTimers();
  await server.close();
});

const recordings = readRecordings();

/** What people look at: the fields that a caller acts on, in one line. */
function lineOf(recording: Recording, way: string, error: ServiceError): string {
  const { service, code, kind, retry, receivedCode, requestId, issues, details, message, rateLimit } = error;
  const wait = retry.afterMs === undefined ? "" : ` after ${retry.afterMs} ms`;
  const fields = [
    `${recording.id} ${service}${way} -> ${code}${receivedCode !== undefined && receivedCode !== code ? ` [${receivedCode}]` : ""}`,
    kind,
    `${retry.policy}${wait}`,
    JSON.stringify(message),
    `request ${requestId ?? "-"}`,
    `issues ${issues.length}`,
  ];
  if (details !== undefined) fields.push(`details ${shortened(JSON.stringify(details))}`);
  if (rateLimit) fields.push(`limit ${JSON.stringify(rateLimit)}`);
  return fields.join(" | ");
}

function shortened(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}… (${text.length})` : text;
}

/** The error of a recording that went over a socket. */
async function overASocket(recording: Recording, service: Service): Promise<ServiceError> {
  const init = { method: recording.method === "HEAD" ? "HEAD" : "GET", redirect: "manual" } as const;
  return service.fromResponse(await server.fetch(stepsOf(recording), init));
}

for (const [name, all] of recordings) {
  describe(name, () => {
    it("is read as people have reviewed it", async () => {
      const lines: string[] = [];
      for (const recording of all) {
        const received = await Promise.all(services.map((service) => overASocket(recording, service)));
        for (const [at, service] of services.entries()) {
          const error = service.decode(answerOf(recording, NOW));
          expect(problemsOf(error, service, recording.status), `${recording.id}, ${service.name}, decoded`).toEqual([]);
          const other = received[at];
          expect(problemsOf(other, service, recording.status), `${recording.id}, ${service.name}, fetched`).toEqual([]);
          lines.push(lineOf(recording, "", error));
          if (other && JSON.stringify(other) !== JSON.stringify(error)) lines.push(lineOf(recording, " (over a socket)", other));
        }
      }
      await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`golden/${name}.txt`);
    });
  });
}

it("has all the recordings", () => {
  const ids = [...recordings.values()].flat().map(({ id }) => id);
  expect(ids).toHaveLength(385);
  expect(new Set(ids).size).toBe(385);
});
