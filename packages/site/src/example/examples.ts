import { type CodeEntry, type Kind, UNRECOGNIZED } from "@scai-errors/core";

/** How the handling of a failure is told: by what it arrives with, and by what helps. */
export type Scene = "never" | "after_change" | "repeated" | "unrecognized" | "close" | "download" | "stream";

/** A program that handles one code, in TypeScript. It is shown as it is, and run as it is. */
export interface Example {
  readonly scene: Scene;
  readonly source: string;
}

/** What to call the change that a failure waits for. A kind that is not here waits for none by its own nature. */
const CHANGES: Partial<Readonly<Record<Kind, string>>> = {
  unauthenticated: "signIn",
  already_exists: "chooseAnotherName",
  aborted: "readAgain",
  failed_precondition: "setRight",
};

/** What a program shows of the failure. */
function shown(entry: CodeEntry): string {
  // The fields that are wrong are in `issues` whatever the service writes.
  if (entry.status === 422) return 'for (const { path, message } of error.issues) show(`${path.join(".")}: ${message}`);';
  return "show(error.message);";
}

/** Whose failure an example handles: how it names the client's parts, and how it tells the failure from others. */
interface Subject {
  /** The service that is called. */
  readonly service: string;
  /** The conditions under which what was caught is such a failure, and is none. */
  readonly is: string;
  readonly isNot: string;
  /** How long the client pauses between tries, beside its increasing delays. */
  readonly pauses: string;
  /** What a program imports beside what it calls. */
  readonly beside: readonly string[];
}

function ofService(service: string): Subject {
  return { service, is: `${service}.is(error)`, isNot: `!${service}.is(error)`, pauses: ", as the answer asks", beside: [] };
}

/** Connections fail to every service alike; one of them stands for all. */
const OF_CONNECTIONS: Subject = {
  service: "scaigrid",
  is: "error instanceof TransportError",
  isNot: "!(error instanceof TransportError)",
  pauses: "",
  beside: ["TransportError"],
};

function imports({ service, beside }: Subject, ...names: readonly string[]): string {
  const all = [...beside, ...names].join(", ");
  return `import { ${all} } from "@scai-errors/fetch";\nimport { ${service} } from "@scai-errors/${service}";\n`;
}

function guard({ isNot }: Subject, code: string): string {
  const condition = `    if (${isNot} || error.code !== "${code}")`;
  // On a line of its own where it would not be seen without scrolling.
  return condition.length > 62 ? `${condition} {\n      throw error;\n    }` : `${condition} throw error;`;
}

function neverExample(subject: Subject, code: string, entry: CodeEntry): string {
  return `${imports(subject, "createFetch")}
const call = createFetch(${subject.service});

export async function load(url: string, show: (text: string) => void): Promise<Response | undefined> {
  try {
    return await call(url); // sent once
  } catch (error) {
${guard(subject, code)}
    ${shown(entry)}
    return undefined;
  }
}
`;
}

function changeExample(subject: Subject, code: string, entry: CodeEntry): string {
  const change = CHANGES[entry.kind] ?? "change";
  return `${imports(subject, "createFetch")}
const call = createFetch(${subject.service});

export async function load(url: string, ${change}: () => Promise<void>): Promise<Response> {
  try {
    return await call(url); // sent once
  } catch (error) {
${guard(subject, code)}
    await ${change}();
    return call(url); // once more, and no loop around it
  }
}
`;
}

function repeatedExample(subject: Subject, code: string, entry: CodeEntry): string {
  const how = entry.retry === "once" ? "retried once, after a pause" : `retried with increasing delays${subject.pauses}`;
  return `${imports(subject, "createFetch")}
const call = createFetch(${subject.service});

export async function load(url: string, show: (text: string) => void): Promise<Response> {
  try {
    return await call(url); // ${how}
  } catch (error) {
    if (${subject.is} && error.code === "${code}") {
      show(\`Given up: \${error.message}\`);
    }
    throw error;
  }
}
`;
}

function streamExample(code: string): string {
  const { service } = OF_CONNECTIONS;
  return `import { TransportError, createFetch } from "@scai-errors/fetch";
import { readEvents } from "@scai-errors/fetch/sse";
import { ${service} } from "@scai-errors/${service}";

const call = createFetch(${service});

export async function listen(url: string, show: (text: string) => void): Promise<readonly unknown[]> {
  const received: unknown[] = [];
  try {
    const events = readEvents(await call(url), ${service});
    for await (const event of events) received.push(event.json());
  } catch (error) {
${guard(OF_CONNECTIONS, code)}
    show(\`\${error.message}; events before it: \${received.length}\`);
  }
  return received;
}
`;
}

function unrecognizedExample(service: string): string {
  return `import { UNRECOGNIZED, ${service} } from "@scai-errors/${service}";

export async function load(url: string, show: (text: string) => void): Promise<Response | undefined> {
  const response = await fetch(url);
  if (response.ok) return response;
  const error = await ${service}.fromResponse(response);
  if (error.code !== UNRECOGNIZED) throw error;
  // The status, the kind and the advice on retrying are right all the same.
  show(\`\${error.kind}, \${error.retry.policy}: \${error.receivedCode ?? "no code"}\`);
  return undefined;
}
`;
}

function closeExample(service: string, code: string, entry: CodeEntry): string {
  const isRepeated = entry.retry === "backoff" || entry.retry === "once";
  const subject = ofService(service);
  const head = isRepeated ? imports(subject, "delayMs", "whenClosed") : imports(subject, "whenClosed");
  const more = isRepeated ? "connectAgainIn: (ms: number) => void" : "show: (text: string) => void";
  const then = isRepeated
    ? "connectAgainIn(delayMs(1, error.retry.afterMs)); // the first wait; count the attempts for the next ones"
    : "show(error.message); // connecting again at once would end the same way";
  return `${head}
export async function watch(url: string, ${more}): Promise<void> {
  const error = await whenClosed(new WebSocket(url), ${service});
  if (error?.code !== "${code}") return;
  ${then}
}
`;
}

function downloadExample(service: string, code: string): string {
  return `import { createHash } from "node:crypto";
import { checkedBody, createFetch } from "@scai-errors/fetch";
import { ${service} } from "@scai-errors/${service}";

const call = createFetch(${service});

export async function download(url: string, sha256: string, show: (text: string) => void): Promise<ArrayBuffer | undefined> {
  try {
    const body = checkedBody(await call(url), ${service}, { sha256, hash: createHash("sha256") });
    return await new Response(body).arrayBuffer();
  } catch (error) {
${guard(ofService(service), code)}
    show(\`Download it again: \${error.message}\`);
    return undefined;
  }
}
`;
}

function callExample(subject: Subject, code: string, entry: CodeEntry): Example {
  if (entry.retry === "never") return { scene: "never", source: neverExample(subject, code, entry) };
  if (entry.retry === "after_change") return { scene: "after_change", source: changeExample(subject, code, entry) };
  return { scene: "repeated", source: repeatedExample(subject, code, entry) };
}

/**
 * How a program handles a code of a service.
 * @param arrives how the code gets to the program
 */
export function exampleOf(service: string, code: string, entry: CodeEntry, arrives: "answer" | "close" | "program"): Example {
  if (arrives === "close") return { scene: "close", source: closeExample(service, code, entry) };
  if (arrives === "program") return { scene: "download", source: downloadExample(service, code) };
  if (code === UNRECOGNIZED) return { scene: "unrecognized", source: unrecognizedExample(service) };
  return callExample(ofService(service), code, entry);
}

/** How a program handles a connection that fails, or an event stream that goes wrong. */
export function connectionExample(code: string, entry: CodeEntry): Example {
  const isOfStream = code.startsWith("STREAM_") || code.startsWith("EVENT_");
  return isOfStream ? { scene: "stream", source: streamExample(code) } : callExample(OF_CONNECTIONS, code, entry);
}

/** The package whose service the examples of connections call. */
export const CONNECTION_EXAMPLE_PACKAGE = `@scai-errors/${OF_CONNECTIONS.service}`;
