// The golden lines from the ESM build as one text, for runtimes that are handed a bundle.
import { createFetch } from "@scai-errors/fetch";
import { readEvents } from "@scai-errors/fetch/sse";
import { ScaigridError, UNRECOGNIZED, match } from "@scai-errors/scaigrid";
import { byName } from "@scai-errors/workspace/services";
import golden from "./golden.cjs";

export async function lines() {
  return (await golden.goldenLines({ createFetch, readEvents, ScaigridError, UNRECOGNIZED, match, services: byName })).join("\n");
}
