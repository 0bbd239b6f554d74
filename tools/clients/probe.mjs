// What a runtime says of connections that fail. Runs as it is in Node, Deno and browsers, so that it uses no more than they share.

/** A case, by the path of the server that brings it about. */
const cases = {
  refused: ({ refused }) => fetch(refused),
  "no such name": () => fetch("http://name.invalid/"),
  reset: ({ url }) => fetch(`${url}/reset`),
  "cut, with a length": async ({ url }) => (await fetch(`${url}/cut`)).text(),
  "cut, in chunks": async ({ url }) => (await fetch(`${url}/cut-chunked`)).text(),
  "a time limit": ({ url }) => fetch(`${url}/silent`, { signal: AbortSignal.timeout(100) }),
  aborted: ({ url }) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    return fetch(`${url}/silent`, { signal: controller.signal });
  },
};

/** What was thrown in each case, in words, and what the classification makes of it. */
export async function probe(transport, servers) {
  const results = {};
  for (const [name, run] of Object.entries(cases)) {
    try {
      await run(servers);
      results[name] = { words: "", code: "did not fail" };
    } catch (thrown) {
      const words = [thrown, thrown.cause].flatMap((one) => (one ? `${one.name}: ${one.message}` : [])).join(" < ");
      results[name] = { words, code: transport.from(thrown)?.code ?? "undefined" };
    }
  }
  return results;
}
