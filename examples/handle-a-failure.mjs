// A failed response becomes one typed error. Branch by its code where you know what to do, and by its advice everywhere else.
import { UNRECOGNIZED, scaigrid } from "@scai-errors/scaigrid";
import { createEmulator } from "@scai-errors/testing";

const emulator = await createEmulator({ services: [scaigrid] });

async function ask(path) {
  const response = await fetch(`${emulator.url}${path}`);
  if (!response.ok) throw await scaigrid.fromResponse(response);
  return response.json();
}

function advise(error) {
  switch (error.code) {
    case "VALIDATION_ERROR":
      return `correct ${error.issues.map(({ path }) => path.join(".")).join(", ")}`;
    case "MODEL_NOT_FOUND":
      return "choose another model";
    case UNRECOGNIZED:
      return `new to this version: ${error.receivedCode ?? "no code"}, which is ${error.kind}`;
    default:
      return error.retry.policy === "backoff" ? `again in ${(error.retry.afterMs ?? 1000) / 1000} s` : `quote ${error.requestId}`;
  }
}

for (const path of ["/scaigrid/VALIDATION_ERROR", "/scaigrid/RATE_LIMITED?retryAfter=20", "/odd/nginx-502"]) {
  try {
    await ask(path);
  } catch (error) {
    if (!scaigrid.is(error)) throw error;
    console.log(`${error.id}: ${advise(error)}`);
  }
}
//=> scaigrid/VALIDATION_ERROR: correct name
//=> scaigrid/RATE_LIMITED: again in 20 s
//=> scaigrid/UNRECOGNIZED: new to this version: no code, which is unavailable

await emulator.close();
