// The demo with a wrong idea of one code, with a code that the package lacks, and with one that nothing can report.
import { scaidrive } from "@scai-errors/scaidrive";
import { scaigrid } from "@scai-errors/scaigrid";
import { runDemo } from "../dist/demo.js";

const { RATE_LIMITED } = scaigrid.codes;
const wrong = { RATE_LIMITED: { ...RATE_LIMITED, status: 503, kind: "unavailable" }, NO_SUCH_CODE: RATE_LIMITED };
const services = [
  { ...scaigrid, codes: { ...scaigrid.codes, ...wrong } },
  { ...scaidrive, codes: { ...scaidrive.codes, DOWNLOAD_LOST: scaidrive.codes.DOWNLOAD_TRUNCATED } },
];
process.exitCode = (await runDemo(services, process.stdout)) === 0 ? 0 : 1;
