import type { CodeDocs, DocsOf } from "@scai-errors/core";
import type { rows } from "./codes.js";

/** The docs of a code under one heading of the errors page. */
const under =
  (group: string) =>
  (meaning: string): CodeDocs => ({ meaning, group, since: "1.0.0", page: "scaidrive/core-concepts/errors" });

const status = under("Regular errors");
const validation = under("Validation errors (422)");
const streaming = under("Streaming errors");

/** What people read about ScaiDrive's codes, all of which are this package's names for statuses, close codes and broken downloads. */
export const docs = {
  BAD_REQUEST: status("The path or the input is malformed in a way that the schema does not cover."),
  UNAUTHORIZED: status("The token, or the password of a link, is missing, wrong or expired: refresh the token or correct the credentials."),
  FORBIDDEN: status("The caller lacks the permission, is suspended, or is not the owner."),
  NOT_FOUND: status("There is no such resource, or the caller may not see it; ScaiDrive does not tell which."),
  CONFLICT: status("A name is taken, a version is stale, or it was done already: read the state again, resolve, and try once more."),
  GONE: status("The resource is deleted but can be restored, or an invitation, link or upload session has expired."),
  CONTENT_TOO_LARGE: status("The upload is larger than the tenant's files may be: use a resumable upload."),
  UNPROCESSABLE_CONTENT: validation("The request does not match the schema; which fields do not is in the issues."),
  TOO_MANY_REQUESTS: status("Too many requests: wait as long as the answer says."),
  INTERNAL_SERVER_ERROR: status("ScaiDrive failed unexpectedly; once more is worthwhile, unless it could do damage twice."),
  BAD_GATEWAY: status("Something that ScaiDrive depends on cannot be reached: sign-in, object storage, search or a connected source."),
  SERVICE_UNAVAILABLE: status("Something that ScaiDrive depends on is out of order, or it is being taken out of service."),
  GATEWAY_TIMEOUT: status("Something that ScaiDrive depends on did not answer in time."),
  INSUFFICIENT_STORAGE: status("A quota would be exceeded: of the share, the user, the group, the tenant or the partner."),

  CONNECTION_UNAUTHORIZED: streaming("The WebSocket was closed with 4401: the token is missing or not valid."),
  CONNECTION_FORBIDDEN: streaming("The WebSocket was closed with 4403: the user is suspended or may not subscribe to this."),
  CONNECTION_LIMIT_REACHED: streaming("The WebSocket was closed with 4429: the token or the tenant has too many connections open."),

  DOWNLOAD_TRUNCATED: streaming("Fewer bytes arrived than were announced, because ScaiDrive failed after the answer had begun."),
  CHECKSUM_MISMATCH: streaming("The bytes that arrived do not have the file's checksum_sha256."),
} satisfies DocsOf<typeof rows>;
