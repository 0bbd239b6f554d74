import { dns } from "@scai-errors/dns";
import { scaidrive } from "@scai-errors/scaidrive";
import { scaigrid } from "@scai-errors/scaigrid";
import { scaikey } from "@scai-errors/scaikey";
import { scaiwave } from "@scai-errors/scaiwave";
import { runDemo } from "./demo.js";

const mismatches = await runDemo([scaigrid, scaikey, scaiwave, scaidrive, dns], process.stdout);
process.exitCode = mismatches === 0 ? 0 : 1;
