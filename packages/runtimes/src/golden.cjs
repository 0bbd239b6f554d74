// What every runtime has to agree on, as lines of text: first what needs the language alone, then what needs the platform of the web. CommonJS
// without dependencies, so that any runtime can load it, and the packages are handed in, so that the same lines come from the ESM build, the
// CommonJS build and a bundle.
"use strict";

/** The UTF-8 bytes of a text, without TextEncoder. */
function bytesOf(text) {
  const escaped = encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Uint8Array.from(escaped, (character) => character.charCodeAt(0));
}

function line(label, error) {
  return `${label}: ${error === undefined ? "undefined" : JSON.stringify(error)}`;
}

/** A response whose body arrives in pieces and may end badly. */
function streamed(status, chunks, end) {
  const body = new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(bytesOf(chunk));
      if (end === "close") controller.close();
      if (end === "error") controller.error(new Error("cut"));
    },
  });
  return new Response(body, { status, headers: { "content-type": "application/json" } });
}

/** Dice, a clock that only the waits move, and timers that wait for nothing but say how long they were to wait. */
function withoutWaiting(waits) {
  let now = 0;
  return {
    now: () => now,
    random: () => 0.5,
    setTimeout: (callback, ms) => {
      // The timeouts of attempts and calls never come; only the waits between attempts do.
      if (ms < 60_000) {
        waits.push(ms);
        now += ms;
        queueMicrotask(callback);
      }
    },
    clearTimeout: () => undefined,
  };
}

async function fetchLines({ createFetch, readEvents, scaigrid }) {
  const body = (code) => JSON.stringify({ status: "error", error: { code, message: `Message of ${code}` } });
  const answer = (status, code, headers) => () => Promise.resolve(new Response(code ? body(code) : "{}", { status, headers }));
  const fail = (error) => () => Promise.reject(error);
  const outcomes = {
    "first try": [answer(200)],
    "second try": [answer(503, "SERVICE_DRAINING"), answer(200)],
    "after a hint": [answer(429, "RATE_LIMITED", { "retry-after": "7" }), answer(200)],
    "hint above the cap": [answer(429, "RATE_LIMITED", { "retry-after": "3600" })],
    "no retry by advice": [answer(429, "QUOTA_EXCEEDED")],
    "budget spent": [answer(503, "SERVICE_DRAINING"), answer(503, "SERVICE_DRAINING"), answer(200)],
    "connection refused": [
      fail(Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error(), { code: "ECONNREFUSED" }) })),
      answer(200),
    ],
    "a mistake": [fail(new TypeError("Failed to parse URL"))],
  };
  const lines = [];
  for (const [name, answers] of Object.entries(outcomes)) {
    const waits = [];
    let sent = 0;
    const gridFetch = createFetch(scaigrid, { fetch: () => answers[sent++](), runtime: withoutWaiting(waits) });
    const result = await gridFetch("https://grid.example.test/v1/x").then(
      ({ status }) => `${status}`,
      (error) =>
        gridFetch.isFailure(error)
          ? `${error.id} after ${error.attempts}, stopped by ${error.stoppedBy}`
          : `${error.name}: ${error.message}`,
    );
    lines.push(`fetch, ${name}: ${result}, sent ${sent}, waited ${JSON.stringify(waits)}`);
  }
  const aborted = await createFetch(scaigrid)("https://grid.example.test/", { signal: AbortSignal.abort("enough") }).catch(
    (reason) => reason,
  );
  lines.push(`fetch, aborted: ${String(aborted)}`);
  for (const end of ["data: [DONE]\n\n", 'event: error\ndata: {"code":"BACKEND_ERROR","message":"Gone"}\n\n', ""]) {
    const response = new Response(`data: {"a":1}\n\n${end}`, { headers: { "content-type": "text/event-stream" } });
    const seen = [];
    try {
      for await (const event of readEvents(response, scaigrid)) seen.push(event.data);
      seen.push("end");
    } catch (error) {
      seen.push(error.id);
    }
    lines.push(`events: ${seen.join(", ")}`);
  }
  return lines;
}

/** What every service makes of the same answers, so that a runtime which cannot load one of them differs. */
function linesOfAll(services) {
  return Object.values(services).flatMap((service) => [
    line(`${service.name}, nothing but a status`, service.decode({ status: 404 })),
    line(`${service.name}, a hint`, service.decode({ status: 503, headers: { "retry-after": "2" }, body: "<html>" })),
  ]);
}

/** What needs nothing but the language: decoding, identity, JSON. */
exports.languageLines = function languageLines({ ScaigridError, match, UNRECOGNIZED, services }) {
  const { scaigrid, scaikey, scaiwave, scaidrive, dns } = services;
  const lines = [];
  const receivedAt = Date.UTC(2026, 0, 1);
  const grid = (code, more) => ({
    status: "error",
    error: { code, message: `Message of ${code}`, ...more },
    meta: { request_id: "req_1" },
  });

  lines.push(...linesOfAll(services));
  lines.push(line("wire code", scaigrid.decode({ status: 404, body: JSON.stringify(grid("MODEL_NOT_FOUND")) })));
  lines.push(line("bytes", scaigrid.decode({ status: 409, body: bytesOf(JSON.stringify(grid("SLUG_CONFLICT"))) })));
  const limits = [
    ["X-Scaigrid-Ratelimit-Limit", "60"],
    ["X-Scaigrid-Ratelimit-Remaining", "0"],
    ["X-Scaigrid-Ratelimit-Reset", "1713888715"],
  ];
  for (const headers of [
    [...limits, ["Retry-After", "15"]],
    Object.fromEntries([...limits, ["retry-after", "15"]]),
    new Map([...limits, ["RETRY-AFTER", "15"]]),
  ]) {
    lines.push(line("limits", scaigrid.decode({ status: 429, headers, body: grid("RATE_LIMITED", { retry_after: 20 }) })));
  }
  for (const date of [
    "Thu, 01 Jan 2026 00:00:30 GMT",
    "Thursday, 01-Jan-26 00:00:30 GMT",
    "Thu Jan  1 00:00:30 2026",
    "2026-01-01T00:00:30Z",
    "-5",
    "1.5",
    "9999999999",
  ]) {
    lines.push(`retry-after ${date}: ${dns.decode({ status: 429, headers: { "retry-after": date }, body: "", receivedAt }).retry.afterMs}`);
  }
  lines.push(
    line(
      "secret",
      scaikey.decode({
        status: 404,
        body: { error: { code: "secret_not_found", message: "No", details: { path: "a/b" }, request_id: "req_2" } },
      }),
    ),
  );
  lines.push(line("oauth", scaikey.decode({ status: 400, body: { error: "invalid_grant", error_description: "Used before" } })));
  lines.push(line("room", scaiwave.decode({ status: 409, body: { error: { code: "SW_ROOM_FROZEN", message: "Geschlossen" } } })));
  lines.push(line("close", scaiwave.fromClose({ code: 4001, reason: "" })));
  lines.push(line("normal close", scaiwave.fromClose({ code: 1000 })));
  const list = { detail: [{ loc: ["body", "tags", 1], msg: "Not a text", type: "string_type", input: "s3cret" }] };
  lines.push(line("list", scaidrive.decode({ status: 422, body: list })));
  lines.push(line("parameter", dns.decode({ status: 404, body: { detail: "No DNS record found for a.example" } })));
  lines.push(line("unknown", scaigrid.decode({ status: 418, body: grid("NOT_YET_KNOWN") })));
  lines.push(line("page", scaigrid.decode({ status: 502, body: "<html><body><h1>502 Bad Gateway</h1></body></html>" })));
  lines.push(
    line("hostile text", scaigrid.decode({ status: 500, body: grid("INTERNAL_ERROR", { message: "a\u001b[31mb\r\nc\u202Ed\uD83D" }) })),
  );
  const foreign = { error: { code: "INTERNAL_ERROR", message: "Größe — 你 😀" } };
  lines.push(line("not ASCII", scaigrid.decode({ status: 500, body: foreign })));
  lines.push(line("not ASCII, as bytes", scaigrid.decode({ status: 500, body: bytesOf(JSON.stringify(foreign)) })));
  lines.push(line("a broken character", scaigrid.decode({ status: 500, body: Uint8Array.of(0x22, 0xe2, 0x82, 0x22) })));
  const long = scaigrid.decode({ status: 500, body: `é${"😀".repeat(2000)}` });
  lines.push(`a long text: ${long.message.length}, excerpt ${long.excerpt.length}`);
  lines.push(line("deep", scaigrid.decode({ status: 500, body: `${'{"error":'.repeat(20000)}1${"}".repeat(20000)}` })));
  lines.push(line("forged", scaigrid.decode({ status: 400, body: '{"error":{"code":"__proto__","__proto__":{"x":1}},"kind":"x"}' })));
  lines.push(line("frame", scaigrid.fromEvent({ event: "error", data: '{"code":"BACKEND_ERROR","message":"Gone"}' })));
  lines.push(line("other frame", scaigrid.fromEvent({ event: "message", data: "{}" })));

  const error = scaigrid.decode({ status: 422, body: grid("VALIDATION_ERROR", { details: [{ field: "a.0", message: "Bad" }] }) });
  const again = scaigrid.fromJSON(JSON.parse(JSON.stringify(error)));
  lines.push(`round trip: ${JSON.stringify(again) === JSON.stringify(error)} ${again instanceof ScaigridError} ${scaigrid.is(again)}`);
  lines.push(
    `identity: ${error instanceof ScaigridError} ${error instanceof Error} ${scaikey.is(error)} ${scaigrid.is({ ...error })} ${scaigrid.is(null)}`,
  );
  lines.push(`name: ${error.name}, ${String(error)}, ${UNRECOGNIZED}`);
  lines.push(`match: ${match(error, "code", { VALIDATION_ERROR: (one) => one.details[0].field, otherwise: () => "otherwise" })}`);
  try {
    scaigrid.decode({});
  } catch (misuse) {
    lines.push(`misuse: ${misuse.name}: ${misuse.message}`);
  }
  return lines;
};

/** What needs the platform of the web: responses, streams, timers. */
exports.platformLines = async function platformLines({ createFetch, readEvents, services }) {
  const { scaigrid } = services;
  const lines = [];
  const grid = (code) => ({ status: "error", error: { code, message: `Message of ${code}` }, meta: { request_id: "req_1" } });
  const limited = new Headers({ "X-Scaigrid-Ratelimit-Limit": "60", "Retry-After": "15" });
  lines.push(line("limits of Headers", scaigrid.decode({ status: 429, headers: limited, body: grid("RATE_LIMITED") })));
  lines.push(line("response", await scaigrid.fromResponse(new Response(JSON.stringify(grid("USER_NOT_FOUND")), { status: 404 }))));
  lines.push(line("pieces", await scaigrid.fromResponse(streamed(404, [...JSON.stringify(grid("CORE_NOT_FOUND"))], "close"))));
  lines.push(line("cut", await scaigrid.fromResponse(streamed(500, ['{"error":'], "error"))));
  lines.push(line("stalled", await scaigrid.fromResponse(streamed(503, ['{"error":']), { timeoutMs: 20 })));
  lines.push(line("too large", await scaigrid.fromResponse(streamed(503, ["x".repeat(2000)], "close"), { maxBytes: 1000 })));

  lines.push(...(await fetchLines({ createFetch, readEvents, scaigrid })));
  return lines;
};

exports.goldenLines = async function goldenLines(packages) {
  return [...exports.languageLines(packages), "", ...(await exports.platformLines(packages))];
};
