import type { Emulator } from "./emulator.js";

const plurals = { http: "answers", "event-stream": "event streams", websocket: "WebSocket closes" } as const;

/** The emulator in words, as a command line prints it: a line per service and form of failure, and one per odd answer. */
export function summaryOf({ url, routes }: Pick<Emulator, "url" | "routes">): string {
  const lines = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const { path, protocol, description } of routes) {
    const [, owner = "", , form] = path.split("/");
    if (owner === "odd") lines.set(path, description);
    else {
      const pattern = ["", owner, "<code>", ...(form ? [form] : [])].join("/");
      const count = (counts.get(pattern) ?? 0) + 1;
      counts.set(pattern, count);
      lines.set(pattern, `${count} ${plurals[protocol]}`);
    }
  }
  const width = Math.max(...[...lines.keys()].map((path) => path.length));
  return [
    `Listening on ${url}`,
    ...[...lines].map(([path, what]) => `  ${path.padEnd(width)}  ${what}`),
    "GET / lists all routes as JSON.",
  ].join("\n");
}
