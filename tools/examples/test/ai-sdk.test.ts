import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, gridOf, tell } from "../.cache/examples/ai-sdk.ts";
import { failing, server } from "./emulator.ts";

const chunk = { id: "1", object: "chat.completion.chunk", created: 1, model: "m" };
const stream = [
  `data: ${JSON.stringify({ ...chunk, choices: [{ index: 0, delta: { content: "Once" }, finish_reason: null }] })}`,
  `event: error\ndata: {"code": "BACKEND_ERROR", "message": "The model went away."}`,
  "data: [DONE]\n\n",
].join("\n\n");

test("AI SDK: a refused request and a stream that fails midway", async () => {
  const refusing = await server(() => failing("MODEL_NOT_FOUND"));
  await assert.rejects(ask(gridOf(refusing)("large"), "Hello"), { id: "scaigrid/MODEL_NOT_FOUND" });
  const cut = await server(() => new Response(stream, { headers: { "content-type": "text/event-stream" } }));
  const words: string[] = [];
  const error = await tell(gridOf(cut)("small"), "Hello", (said) => words.push(said));
  assert.deepEqual(words, ["Once"]);
  assert.equal(error?.id, "scaigrid/BACKEND_ERROR");
});
