import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type Emulator, type Route, createEmulator } from "../src/index.js";
import { allCodes, installed, installedService } from "./installed.js";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await createEmulator({ services: installed });
});
afterAll(() => emulator.close());

async function get(path: string, init?: RequestInit): Promise<Response> {
  return fetch(`${emulator.url}${path}`, init);
}

/** How a WebSocket to the path ends, as its client sees it. */
async function closeFrom(path: string): Promise<{ code: number; reason: string }> {
  const socket = new WebSocket(`${emulator.url.replace("http", "ws")}${path}`);
  const [code, reason] = (await once(socket, "close")) as [number, Buffer];
  return { code, reason: reason.toString() };
}

/** The request that opens a WebSocket, as text. */
function upgradeTo(path: string): string {
  const headers = ["Host: localhost", "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13"];
  return [`GET ${path} HTTP/1.1`, ...headers, `Sec-WebSocket-Key: ${"A".repeat(22)}==`, "", ""].join("\r\n");
}

function pathsOf(protocol: Route["protocol"], under = ""): string[] {
  return emulator.routes.filter((route) => route.protocol === protocol && route.path.startsWith(under)).map(({ path }) => path);
}

describe("the routes", () => {
  it("are listed, and reach every code of every service", async () => {
    expect(await (await get("/")).json()).toEqual({ routes: emulator.routes });
    const reached = new Set(emulator.routes.map(({ path }) => path.split("/").slice(1, 3).join("/")));
    // What is found by comparing a downloaded file has no answer of its own.
    expect(allCodes.flatMap(([id]) => (reached.has(id) ? [] : id))).toEqual([
      "scaidrive/DOWNLOAD_TRUNCATED",
      "scaidrive/CHECKSUM_MISMATCH",
    ]);
  });

  it("are told when there is none", async () => {
    const unknown = await get("/scaigrid/NO_SUCH_CODE");
    expect([unknown.status, await unknown.text()]).toEqual([501, "The emulator has no such route; GET / lists those it has."]);
    const socket = await get("/odd/close-1011");
    expect([socket.status, await socket.text()]).toEqual([426, "This route of the emulator is a WebSocket; connect to it."]);
    await expect(closeFrom("/scaigrid/MODEL_NOT_FOUND")).rejects.toThrow("501");
  });
});

describe("a service's failures", () => {
  it("come back with their codes", async () => {
    const paths = allCodes.filter(([id]) => emulator.routes.some(({ path, protocol }) => path === `/${id}` && protocol === "http"));
    const received = await Promise.all(paths.map(async ([id, service]) => (await service.fromResponse(await get(`/${id}`))).id));
    expect(received).toEqual(paths.map(([id]) => id));
  });

  it("name the page of their code", async () => {
    const response = await get("/scaigrid/RATE_LIMITED");
    expect(response.headers.get("link")).toBe('<https://errors.scailabs.ai/scaigrid/RATE_LIMITED/>; rel="help"');
  });

  it("come at the end of event streams that began well", async () => {
    const response = await get("/scaigrid/BACKEND_ERROR/events");
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
    const frames = (await response.text()).split("\n\n");
    expect(frames.at(-2)).toBe("data: [DONE]");
    const [event = "", data = ""] =
      frames
        .at(-3)
        ?.split("\n")
        .map((line) => line.slice(line.indexOf(" ") + 1)) ?? [];
    expect(installedService("scaigrid").fromEvent?.({ event, data })).toMatchObject({ code: "BACKEND_ERROR" });
  });

  it("come as closes of WebSockets", async () => {
    const paths = pathsOf("websocket").filter((path) => !path.startsWith("/odd/"));
    const received = await Promise.all(
      paths.map(async (path) => {
        const [, name = "", code] = path.split("/");
        return [code, installedService(name).fromClose?.(await closeFrom(path))?.code];
      }),
    );
    expect(received.length).toBeGreaterThan(4);
    for (const [asked, got] of received) expect(got).toBe(asked);
  });

  it("change as the query says", async () => {
    const query = "?status=503&retryAfter=2&message=Later&requestId=req_mine";
    const error = await installedService("scaigrid").fromResponse(await get(`/scaigrid/RATE_LIMITED${query}`));
    expect(error).toMatchObject({ status: 503, message: "Later", requestId: "req_mine", retry: { afterMs: 2000 } });
  });

  it.each([
    ["?retryAfter=soon", "The emulator expects a whole number for retryAfter."],
    ["?retry=2", 'The emulator does not know "retry"; the query may have status, message, requestId and retryAfter.'],
    ["?%1b%5B31mred=2", 'The emulator does not know "red"; the query may have status, message, requestId and retryAfter.'],
    [
      "?status=99",
      "answer() was given the status 99; error answers have a whole number from 200 to 599, except 204, 205 and 304, which have no body.",
    ],
  ])("refuse %s", async (query, sentence) => {
    const refused = await get(`/scaigrid/RATE_LIMITED${query}`);
    expect([refused.status, await refused.text()]).toEqual([400, sentence]);
  });

  it("refuse what no header can hold, with nothing in the refusal of the answer that was not sent", async () => {
    const refused = await get("/dns/TOO_MANY_REQUESTS?requestId=%0A");
    expect([refused.status, refused.statusText]).toEqual([400, "Bad Request"]);
    expect(await refused.text()).toBe('Invalid character in header content ["x-request-id"]');
    expect(refused.headers.get("retry-after")).toBeNull();
    expect(refused.headers.get("link")).toBeNull();
  });
});

/** What can be read of each: the status, which decides about the kind, of all, and of some a message or problems of fields. */
const oddities: Readonly<
  Record<string, { readonly status: number; readonly message?: string; readonly issues?: number; readonly timeoutMs?: number }>
> = {
  "nginx-502": { status: 502 },
  "nginx-413": { status: 413 },
  "haproxy-503": { status: 503 },
  "haproxy-504": { status: 504 },
  empty: { status: 503 },
  truncated: { status: 500 },
  "cut-chunked": { status: 502 },
  // Waited for in vain, so not for long.
  stalled: { status: 503, timeoutMs: 100 },
  endless: { status: 500 },
  "plain-500": { status: 500, message: "Internal Server Error" },
  "fastapi-404": { status: 404, message: "Not Found" },
  "fastapi-405": { status: 405, message: "Method Not Allowed" },
  "fastapi-422-pydantic1": { status: 422, issues: 2 },
  "fastapi-422-pydantic2": { status: 422, issues: 2 },
  "readiness-503": { status: 503 },
  "oauth-400": { status: 400, message: "The authorization code was used before." },
  "problem-503": { status: 503, message: "Down for maintenance" },
  "mislabelled-503": { status: 503, message: "Down for maintenance" },
  gzip: { status: 503, message: "Down for maintenance" },
  "not-gzip": { status: 502 },
  redirect: { status: 307 },
};

describe("the answers that no service means to send", () => {
  it("are all tried here", () => {
    const tried = [...Object.keys(oddities), "download-metadata", "download-intact", "download-cut", "download-short", "download-corrupt"];
    expect(pathsOf("http", "/odd/")).toEqual(tried.map((name) => `/odd/${name}`));
    expect(pathsOf("event-stream", "/odd/")).toEqual(["/odd/stream-cut"]);
  });

  it.each(Object.entries(oddities))(
    "%s is still an error with its status",
    async (name, { status, message, issues = 0, timeoutMs = 10_000 }) => {
      const response = await get(`/odd/${name}`, { redirect: "manual" });
      const error = await installedService("dns").fromResponse(response, { timeoutMs });
      expect(error).toMatchObject({ service: "dns", status, ...(message && { message }) });
      expect(error.issues).toHaveLength(issues);
      expect(error.message).not.toContain("<");
    },
  );

  it("redirects to an answer of its own", async () => {
    expect(await (await get("/odd/redirect")).text()).toBe("Internal Server Error");
  });

  it("breaks off in the middle of bodies", async () => {
    const broken = ["truncated", "cut-chunked", "stream-cut", "download-cut"].map(async (name) =>
      (await get(`/odd/${name}`)).text().catch((error: unknown) => String(error)),
    );
    expect(new Set(await Promise.all(broken))).toEqual(new Set(["TypeError: terminated"]));
  });

  it("sends downloads that differ from what was announced", async () => {
    const announced = (await (await get("/odd/download-metadata")).json()) as { size: number; checksum_sha256: string };
    const received = await Promise.all(
      ["intact", "short", "corrupt"].map(async (name) => {
        const bytes = await (await get(`/odd/download-${name}`)).arrayBuffer();
        const hash = Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
        return [name, bytes.byteLength === announced.size, hash === announced.checksum_sha256];
      }),
    );
    expect(received).toEqual([
      ["intact", true, true],
      ["short", false, false],
      ["corrupt", true, false],
    ]);
  });

  it("closes WebSockets with any code, and without one", async () => {
    const paths = pathsOf("websocket", "/odd/close-").filter((path) => path !== "/odd/close-drop");
    const received = await Promise.all(paths.map(async (path) => `/odd/close-${(await closeFrom(path)).code}`));
    expect(received).toEqual(paths);
    expect(await closeFrom("/odd/close-drop")).toEqual({ code: 1006, reason: "" });
  });
});

it("listens on the loopback interface only", async () => {
  const elsewhere = fetch(emulator.url.replace("127.0.0.1", "127.0.0.2"), { signal: AbortSignal.timeout(3000) });
  await expect(elsewhere).rejects.toThrow(/fetch failed|timeout/);
});

describe("shutting down", () => {
  it("ends whatever is open, and leaves nothing behind", async () => {
    const short = await createEmulator({ services: [] });
    const stalled = await fetch(`${short.url}/odd/stalled`);
    const body = stalled.text().catch((error: unknown) => String(error));
    const idle = connect(short.port, "127.0.0.1");
    const socket = new WebSocket(`${short.url.replace("http", "ws")}/odd/close-1011`, { autoPong: false });
    await Promise.all([once(idle, "connect"), once(socket, "open")]);
    await Promise.all([short.close(), once(idle, "close"), once(socket, "close")]);
    expect(await body).toContain("terminated");
    await expect(fetch(short.url)).rejects.toThrow("fetch failed");
    await expect(short.close()).resolves.toBeUndefined();
  });

  it("survives clients that go away or speak something else", async () => {
    const short = await createEmulator({ services: [] });
    const rude = connect(short.port, "127.0.0.1");
    await once(rude, "connect");
    rude.write(upgradeTo("/odd/close-1011"));
    await once(rude, "data");
    rude.end(Buffer.from([0xff, 0xff, 0xff, 0xff]));
    for (const path of ["/odd/close-1011", "/no/such/route"]) {
      const hasty = connect(short.port, "127.0.0.1");
      await once(hasty, "connect");
      hasty.write(upgradeTo(path));
      hasty.resetAndDestroy();
    }
    const gone = connect(short.port, "127.0.0.1");
    await once(gone, "connect");
    gone.write("GET /odd/endless HTTP/1.1\r\nHost: a\r\n\r\n");
    await once(gone, "data");
    gone.resetAndDestroy();
    expect((await fetch(`${short.url}/odd/empty`)).status).toBe(503);
    await short.close();
  });
});
