import { services } from "@scai-errors/workspace/services";
import { runDemo } from "./demo.js";

const mismatches = await runDemo(services, process.stdout);
process.exitCode = mismatches === 0 ? 0 : 1;
