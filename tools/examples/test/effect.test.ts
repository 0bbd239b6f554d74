import assert from "node:assert/strict";
import { test } from "node:test";
import { Cause, Effect, Exit } from "effect";
import { nameOfModel } from "../.cache/examples/effect.ts";
import { emulator, server } from "./emulator.ts";

test("Effect: one code is handled, others are in the error channel, and a mistake is a defect", async () => {
  const url = await emulator();
  assert.equal(await Effect.runPromise(nameOfModel(await server(() => Response.json({ name: "small" })))), "small");
  assert.equal(await Effect.runPromise(nameOfModel(url("MODEL_NOT_FOUND"))), "unknown");
  const failed = await Effect.runPromise(Effect.flip(nameOfModel(url("QUOTA_EXCEEDED"))));
  assert.equal(failed.id, "scaigrid/QUOTA_EXCEEDED");
  const mistaken = await Effect.runPromiseExit(nameOfModel("no url"));
  assert(Exit.isFailure(mistaken) && Cause.isDie(mistaken.cause));
});
