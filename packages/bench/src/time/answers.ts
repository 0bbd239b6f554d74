import type { Service } from "@scai-errors/core";
import { dns } from "@scai-errors/dns";
import { scaidrive } from "@scai-errors/scaidrive";
import { scaigrid } from "@scai-errors/scaigrid";
import { scaikey } from "@scai-errors/scaikey";
import { scaiwave } from "@scai-errors/scaiwave";

/** One kind of answer, in variants, so that no measured input is a constant. */
export interface Sample {
  readonly service: Service;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: readonly string[];
  /** Whether the body is a list of problems, which the floor checks but does not turn into issues. */
  readonly isList: boolean;
}

const VARIANTS = 64;

function sample(
  service: Service,
  status: number,
  headers: Readonly<Record<string, string>>,
  bodyOf: (id: string, number: number) => unknown,
  isList = false,
): Sample {
  const bodies = Array.from({ length: VARIANTS }, (_, number) => JSON.stringify(bodyOf(`req_${(number * 7919).toString(36)}`, number)));
  return { service, status, headers: { "content-type": "application/json", ...headers }, bodies, isList };
}

/** The envelopes of all five services, and the list of problems that FastAPI answers. */
export const samples: Readonly<Record<string, Sample>> = {
  scaigrid: sample(scaigrid, 404, {}, (id, number) => ({
    status: "error",
    error: { code: "MODEL_NOT_FOUND", message: `There is no model called m-${number}` },
    meta: { request_id: id },
  })),
  scaikey: sample(scaikey, 404, { "x-request-id": "req_1" }, (id, number) => ({
    error: { code: "secret_not_found", message: `No secret at env/${number}`, details: { path: `env/${number}` }, request_id: id },
  })),
  scaiwave: sample(scaiwave, 404, {}, (_id, number) => ({ error: { code: "SW_ROOM_NOT_FOUND", message: `No room ${number} here` } })),
  scaidrive: sample(scaidrive, 403, {}, (id) => ({ detail: `You may not write to ${id}` })),
  dns: sample(dns, 404, {}, (id) => ({ detail: `No DNS record found for ${id}.example.com` })),
  "scaidrive list": sample(
    scaidrive,
    422,
    {},
    (id) => ({
      detail: [
        { loc: ["body", "role"], msg: `Input should be one of the roles of ${id}`, type: "enum" },
        { loc: ["body", "days"], msg: "Input should be at most 365", type: "less_than_equal" },
      ],
    }),
    true,
  ),
};
