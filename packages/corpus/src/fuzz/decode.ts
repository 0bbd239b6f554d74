import { problemsOf } from "../problems.js";
import { services } from "@scai-errors/workspace/services";

/** Any bytes as the body of an answer: the first byte chooses the service, the second the status, and the rest is the body. */
export function fuzz(bytes: Buffer): void {
  const [service] = [services[(bytes[0] ?? 0) % services.length]];
  if (!service) throw new Error("There are no services.");
  const status = 400 + ((bytes[1] ?? 0) % 200);
  const body = bytes.subarray(2);
  const problems = problemsOf(service.decode({ status, body }), service, status);
  if (problems.length > 0) throw new Error(`${service.name} decoded status ${status} with these problems: ${problems.join("; ")}`);
}
