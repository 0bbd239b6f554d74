// The golden lines from the ESM build as one text, for runtimes that are handed a bundle.
import { createFetch } from "@scai-errors/fetch";
import { readEvents } from "@scai-errors/fetch/sse";
import * as dns from "@scai-errors/dns";
import * as scaidrive from "@scai-errors/scaidrive";
import * as scaigrid from "@scai-errors/scaigrid";
import * as scaikey from "@scai-errors/scaikey";
import * as scaiwave from "@scai-errors/scaiwave";
import golden from "./golden.cjs";

export async function lines() {
  return (await golden.goldenLines({ createFetch, readEvents, ...dns, ...scaidrive, ...scaikey, ...scaiwave, ...scaigrid })).join("\n");
}
