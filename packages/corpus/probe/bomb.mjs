// Runs in a process of its own, so that the only memory that grows is the decoder's. Takes the file of a service's package, the service's name
// and the URLs of an ordinary answer and of a bomb; prints by how many bytes the process grew, at its height and in the end.
import { pathToFileURL } from "node:url";

const [, , file, name, ordinary, bomb] = process.argv;
const { [name]: service } = await import(pathToFileURL(file).href);

async function read(url) {
  const error = await service.fromResponse(await fetch(url));
  if (!service.is(error) || error.status !== 500) throw new Error(`${url} was not decoded as an error of ${name} with status 500.`);
  return error.message.length;
}

async function collected() {
  // The HTTP client lets go of its buffers some turns after the last of them was read.
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    globalThis.gc();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

// What a client and a decoder need for the largest body that is read at all is there before the bomb is.
for (let at = 0; at < 30; at++) await read(ordinary);
const before = await collected();
const heightBefore = process.resourceUsage().maxRSS;
const message = await read(bomb);
const heightAfter = process.resourceUsage().maxRSS;
const after = await collected();
// maxRSS is in kilobytes.
process.stdout.write(JSON.stringify({ kept: after - before, peak: (heightAfter - heightBefore) * 1024, message }));
