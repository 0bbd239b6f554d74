// `createLogger({ format: format.combine(serviceErrors(), format.json()) })`: the same for winston, which would log no more than the message.
import { isServiceError } from "@scai-errors/scaigrid";
import { format } from "winston";

export const serviceErrors = format((info) => {
  const members = Object.entries(info).map(([name, value]) => [name, isServiceError(value) ? value.toJSON() : value] as const);
  // winston reads the level and the message from symbols of the object that it handed out.
  return Object.assign(info, Object.fromEntries(members));
});
