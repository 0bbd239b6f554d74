// In the tests of your own program: every code of a service as the service would answer it, without a network and without waiting.
import assert from "node:assert/strict";
import { scaidrive } from "@scai-errors/scaidrive";
import { answer } from "@scai-errors/testing";

/** The function under test: what your program shows for a failed upload. */
async function messageFor(response) {
  const error = await scaidrive.fromResponse(response);
  if (error.retry.policy === "backoff") return "Please try again in a moment.";
  return error.kind === "permission_denied" ? "You may not write to this folder." : "The upload failed.";
}

const stub = (code) => {
  const { status, headers, body } = answer(scaidrive, code);
  return new Response(body, { status, headers });
};

assert.equal(await messageFor(stub("FORBIDDEN")), "You may not write to this folder.");
assert.equal(await messageFor(stub("SERVICE_UNAVAILABLE")), "Please try again in a moment.");

const answered = Object.keys(scaidrive.codes).filter((code) => scaidrive.codes[code].status !== undefined);
for (const code of answered) assert.ok((await messageFor(stub(code))).endsWith("."), code);
console.log("every code has words"); //=> every code has words
