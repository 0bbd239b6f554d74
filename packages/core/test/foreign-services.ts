import {
  type Content,
  type JsonValue,
  type Layer,
  type WrittenBody,
  byStatus,
  byWireCode,
  defineService,
  detailFirst,
  isObject,
} from "../src/index.js";

// Services whose envelopes are none of the platform's. Each is defined from outside, with what core exports, and core knows nothing of them.

const rows = {
  flow_not_found: { status: 404 },
  flow_locked: { status: 409, kind: "failed_precondition" },
  too_many_runs: { status: 429, retry: "backoff" },
} as const;

/** A member of a value from outside; undefined where it has none. */
function memberOf(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}

function json(value: JsonValue): WrittenBody {
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}

/** `{"detail": {"error": "<code>", "message": …, "fix": …}}`: FastAPI with a code, which the usual layers read as it is. */
export const flow = defineService({
  name: "flow",
  rows,
  findCode: byWireCode,
  wire: {
    layers: detailFirst,
    sendsCodes: true,
    write: ({ code, message }) => json({ detail: { error: code, message, fix: "Look at the flow's page." } }),
  },
});

/** GraphQL: the first of the errors, its code among the extensions. */
export const graph = defineService({
  name: "graph",
  rows,
  findCode: byWireCode,
  wire: {
    layers: (body) => {
      const first: unknown = Array.isArray(body["errors"]) ? body["errors"][0] : undefined;
      return [memberOf(first, "extensions"), { message: memberOf(first, "message") }];
    },
    sendsCodes: true,
    write: ({ code, message }) => json({ data: null, errors: [{ message, path: ["flow"], extensions: { code } }] }),
  },
});

/** The canonical codes of gRPC by their numbers, as far as these rows need them. */
const grpcStatus: Readonly<Record<string, string>> = { 5: "flow_not_found", 9: "flow_locked", 8: "too_many_runs" };

/** gRPC: the status is in headers, and the body is empty. */
export const remote = defineService({
  name: "remote",
  rows,
  findCode: byWireCode,
  wire: {
    layers: (_body, header) => [{ code: grpcStatus[header("grpc-status") ?? ""], message: header("grpc-message") }],
    sendsCodes: true,
    write: ({ code, message }) => {
      const [status = "2"] = Object.entries(grpcStatus).find(([, name]) => name === code) ?? [];
      return { headers: { "content-type": "application/grpc", "grpc-status": status, "grpc-message": message }, body: "" };
    },
  },
});

/** `<Error><Code>…</Code><Message>…</Message></Error>`, as object stores write it. Enough for a test; a service would take a parser. */
function parseXml(text: string): Layer | undefined {
  const code = /<Code>([^<]*)<\/Code>/.exec(text)?.[1];
  const message = /<Message>([^<]*)<\/Message>/.exec(text)?.[1];
  return code === undefined ? undefined : { code, message };
}

function writeXml({ code, message }: Content): WrittenBody {
  return { headers: { "content-type": "application/xml" }, body: `<Error><Code>${code}</Code><Message>${message}</Message></Error>` };
}

export const store = defineService({
  name: "store",
  rows,
  findCode: (own) => {
    const sent = byWireCode(own);
    const ofStatus = byStatus(own);
    return (parts) => sent(parts) ?? ofStatus(parts);
  },
  wire: { layers: (body) => [body], sendsCodes: true, parse: parseXml, write: writeXml },
});
