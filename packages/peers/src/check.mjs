// Asks real servers for real failures and checks what the packages make of them. What could not be found is named, and nothing passes unseen:
// the command fails where a case fails, and also where not a single server was found.
import { byName } from "@scai-errors/workspace/services";
import { applicationCases, proxyCases } from "./cases.mjs";
import { NotFound, startHaproxy, startNginx, startPydantic1, startPydantic2, stopAll } from "./processes.mjs";

/** The differences between what a case asks for and what was decoded, each as words. */
function differences(wanted, error) {
  const { code, status, statuses = [status], kind, message, issues, issueCount, afterMs, remaining } = wanted;
  const all = [
    ["code", code, error.code],
    ["status", statuses.includes(error.status) ? error.status : statuses.join(" or "), error.status],
    ["kind", kind, error.kind],
    ["message", message, error.message],
    ["issues", issues && JSON.stringify(issues), JSON.stringify(error.issues.map(({ path }) => path))],
    ["number of issues", issueCount, error.issues.length],
    ["retry.afterMs", afterMs, error.retry.afterMs],
    ["rateLimit.remaining", remaining, error.rateLimit?.remaining],
  ];
  return all.flatMap(([what, expected, actual]) =>
    expected === undefined || expected === actual ? [] : [`${what} is ${actual}, not ${expected}`],
  );
}

async function check(port, wanted) {
  const { path, body, text = body && JSON.stringify(body), service } = wanted;
  const init = text === undefined ? {} : { method: "POST", body: text, headers: { "content-type": "application/json" } };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
  const error = await byName[service].fromResponse(response);
  return byName[service].is(error) ? differences(wanted, error) : ["is no error of the service"];
}

let passed = 0;
let failed = 0;
const missing = [];

async function checkAll(name, port, cases) {
  console.log(`\n${name}`);
  for (const wanted of cases) {
    const found = await check(port, wanted);
    console.log(
      `  ${found.length === 0 ? "ok    " : "FAILED"}  ${wanted.service}: ${wanted.name}${found.length === 0 ? "" : `: ${found.join("; ")}`}`,
    );
    if (found.length === 0) passed++;
    else failed++;
  }
}

async function found(start) {
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    missing.push(error.message);
    return undefined;
  }
}

try {
  const applications = [await found(startPydantic1), await found(startPydantic2)].filter(Boolean);
  for (const { name, port } of applications) await checkAll(name, port, applicationCases);
  const [upstream] = applications;
  if (upstream) {
    for (const start of [startNginx, startHaproxy]) {
      const proxy = await found(() => start(upstream.port));
      if (proxy) await checkAll(`${proxy.name} before ${upstream.name}`, proxy.port, [...proxyCases, ...applicationCases]);
    }
  }
} finally {
  stopAll();
}
for (const sentence of missing) console.log(`\nNot found: ${sentence}.`);
console.log(`\n${passed} passed, ${failed} failed, ${missing.length} servers not found.`);
if (failed > 0 || passed === 0) process.exitCode = 1;
