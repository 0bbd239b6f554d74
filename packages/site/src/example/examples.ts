import { type CodeEntry, type Kind, UNRECOGNIZED } from "@scai-errors/core";

/** How the handling of a failure is told: by what it arrives with, and by what helps. */
export type Scene = "never" | "after_change" | "repeated" | "unrecognized" | "close" | "download";

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

function imports(service: string, ...names: readonly string[]): string {
  return `import { ${names.join(", ")} } from "@scai-errors/fetch";\nimport { ${service} } from "@scai-errors/${service}";\n`;
}

function guard(service: string, code: string, indent: string): string {
  const condition = `${indent}if (!${service}.is(error) || error.code !== "${code}")`;
  // On a line of its own where it would not be seen without scrolling.
  return condition.length > 62 ? `${condition} {\n${indent}  throw error;\n${indent}}` : `${condition} throw error;`;
}

function neverExample(service: string, code: string, entry: CodeEntry): string {
  return `${imports(service, "createFetch")}
const call = createFetch(${service});

export async function load(url: string, show: (text: string) => void): Promise<Response | undefined> {
  try {
    return await call(url); // sent once
  } catch (error) {
${guard(service, code, "    ")}
    ${shown(entry)}
    return undefined;
  }
}
`;
}

function changeExample(service: string, code: string, entry: CodeEntry): string {
  const change = CHANGES[entry.kind] ?? "change";
  return `${imports(service, "createFetch")}
const call = createFetch(${service});

export async function load(url: string, ${change}: () => Promise<void>): Promise<Response> {
  try {
    return await call(url); // sent once
  } catch (error) {
${guard(service, code, "    ")}
    await ${change}();
    return call(url); // once more, and no loop around it
  }
}
`;
}

function repeatedExample(service: string, code: string, entry: CodeEntry): string {
  const how = entry.retry === "once" ? "repeated once, after a pause" : "repeated with growing pauses, as the answer asks";
  return `${imports(service, "createFetch")}
const call = createFetch(${service});

export async function load(url: string, show: (text: string) => void): Promise<Response> {
  try {
    return await call(url); // ${how}
  } catch (error) {
    if (${service}.is(error) && error.code === "${code}") {
      show(\`Given up: \${error.message}\`);
    }
    throw error;
  }
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
  const head = isRepeated ? imports(service, "delayMs", "whenClosed") : imports(service, "whenClosed");
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
${guard(service, code, "    ")}
    show(\`Download it again: \${error.message}\`);
    return undefined;
  }
}
`;
}

/**
 * How a program handles a code.
 * @param arrives how the code gets to the program
 */
export function exampleOf(service: string, code: string, entry: CodeEntry, arrives: "answer" | "close" | "program"): Example {
  if (arrives === "close") return { scene: "close", source: closeExample(service, code, entry) };
  if (arrives === "program") return { scene: "download", source: downloadExample(service, code) };
  if (code === UNRECOGNIZED) return { scene: "unrecognized", source: unrecognizedExample(service) };
  if (entry.retry === "never") return { scene: "never", source: neverExample(service, code, entry) };
  if (entry.retry === "after_change") return { scene: "after_change", source: changeExample(service, code, entry) };
  return { scene: "repeated", source: repeatedExample(service, code, entry) };
}
