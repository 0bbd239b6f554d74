import type { CodeDocs, CodeText, DocsOf } from "@scai-errors/core";
import type { rows } from "./codes.js";

export { helpUrl } from "@scai-errors/core";

/** The docs of a code under one heading of the errors page. */
const under =
  (group: string) =>
  (text: CodeText): CodeDocs => ({ ...text, group, since: "1.0.0", page: "scaidrive/core-concepts/errors" });

const status = under("Regular errors");
const validation = under("Validation errors (422)");
const streaming = under("Streaming errors");

/** What people read about ScaiDrive's codes, all of which are this package's names for statuses, close codes and broken downloads. */
export const docs = {
  BAD_REQUEST: status({
    meaning: "The path or the input is malformed in a way that the schema does not cover.",
    cause: "The path is malformed, or a value is one that the schema lets through and the operation cannot use.",
    fix: "Read `detail` and correct the value it names. Percent-encode file names in the path.",
    origin: "caller",
  }),
  UNAUTHORIZED: status({
    meaning: "The token, or the password of a link, is missing, wrong or expired: refresh the token or correct the credentials.",
    cause: "The token is missing, expired, signed by another issuer or mistyped; for an external link it is the link's password.",
    fix: "Refresh the ScaiKey token once and try again. For an external link ask for its password.",
    origin: "caller",
  }),
  FORBIDDEN: status({
    meaning: "The caller lacks the permission, is suspended, or is not the owner.",
    cause: "The user may not write, share or delete here, is suspended, or the action is the owner's alone.",
    fix: "Have the owner or an administrator of the share give the user a higher role. A suspended user needs an administrator.",
    origin: "caller",
  }),
  NOT_FOUND: status({
    meaning: "There is no such resource, or the caller may not see it; ScaiDrive does not tell which.",
    cause: "The id or path is wrong, or the caller cannot see the resource; ScaiDrive gives the same answer to both.",
    fix: "Check the id, then ask the owner whether the file is shared with this user.",
    origin: "caller",
  }),
  CONFLICT: status({
    meaning: "A name is taken, a version is stale, or it was done already: read the state again, resolve, and try once more.",
    cause:
      "A file of that name exists, `base_version` is not the newest, an invitation was used, the member exists, or a connector sync is running.",
    fix: "Read the current state, resolve the difference and send the request once more. For sync conflicts use the conflict API.",
    origin: "caller",
  }),
  GONE: status({
    meaning: "The resource is deleted but can be restored, or an invitation, link or upload session has expired.",
    cause:
      "The file was deleted but is kept for restoring, or an invitation, link or upload session has expired. Upload sessions end after 24 hours without activity.",
    fix: "Restore the file, ask for a new link or invitation, or begin the upload again.",
    origin: "caller",
  }),
  CONTENT_TOO_LARGE: status({
    meaning: "The upload is larger than the tenant's files may be: use a resumable upload.",
    cause: "The file is larger than the tenant's cap for one file, or a multipart upload exceeds 5 GB.",
    fix: "Use a resumable upload at `/api/v1/uploads`, or have the tenant's cap raised.",
    origin: "caller",
  }),
  UNPROCESSABLE_CONTENT: validation({
    meaning: "The request does not match the schema; the issues list the invalid fields.",
    cause: "A field of the body or query breaks the schema, such as an unknown `role` or an `expires_in_days` above 365.",
    fix: "Each entry of `detail` has the field in `loc` and the problem in `msg`. Correct those fields.",
    origin: "caller",
  }),
  TOO_MANY_REQUESTS: status({
    meaning: "Too many requests: wait as long as the response says.",
    cause: "The token, its user or its tenant has used its calls of this minute; expensive calls count as up to 20.",
    fix: "Wait as long as `Retry-After` says, and watch `X-RateLimit-Remaining`. Without the header use increasing delays with jitter.",
    origin: "caller",
  }),
  INTERNAL_SERVER_ERROR: status({
    meaning: "ScaiDrive failed unexpectedly; once more is worthwhile, unless it could do damage twice.",
    cause: "ScaiDrive met a fault that it did not expect.",
    fix: "Try once more, but not a delete or a move that is not idempotent. Report the time, the full URL and `detail`, because there is no request id.",
    origin: "service",
  }),
  BAD_GATEWAY: status({
    meaning: "Something that ScaiDrive depends on cannot be reached: sign-in, object storage, search or a connected source.",
    cause: "ScaiKey, the S3 storage, Weaviate, or the SMB or SharePoint source of a connector cannot be reached.",
    fix: "Try again with increasing delays, because most such outages are short. If only one connector fails, check its source and its credentials.",
    origin: "upstream",
  }),
  SERVICE_UNAVAILABLE: status({
    meaning: "Something that ScaiDrive depends on is out of order, or it is being taken out of service.",
    cause: "A dependency is degraded or drained, or the instance does not pass its readiness probe.",
    fix: "Try again with increasing delays until the instance is ready; operators look at the readiness probe.",
    origin: "service",
  }),
  GATEWAY_TIMEOUT: status({
    meaning: "Something that ScaiDrive depends on did not answer in time.",
    cause: "Object storage, search or a connected source took longer than ScaiDrive waits for it.",
    fix: "Try again with pauses, and with smaller listings or parts if it repeats.",
    origin: "upstream",
  }),
  INSUFFICIENT_STORAGE: status({
    meaning: "A quota would be exceeded: of the share, the user, the group, the tenant or the partner.",
    cause: "The upload would exceed a quota; `detail` names the level: share, user, group, tenant or partner.",
    fix: "Free space at that level, or have its quota raised.",
    origin: "caller",
  }),

  CONNECTION_UNAUTHORIZED: streaming({
    meaning: "The WebSocket was closed with 4401: the token is missing or not valid.",
    cause: "The socket was opened without `?token=`, or with a token that is expired or wrong.",
    fix: "Get a new token from ScaiKey and reconnect with it. Do not reconnect in a loop with the old one.",
    origin: "caller",
  }),
  CONNECTION_FORBIDDEN: streaming({
    meaning: "The WebSocket was closed with 4403: the user is suspended or may not subscribe to this.",
    cause: "The user has been suspended, or has no permission to subscribe.",
    fix: "Have access restored by an administrator before connecting again.",
    origin: "caller",
  }),
  CONNECTION_LIMIT_REACHED: streaming({
    meaning: "The WebSocket was closed with 4429: the token or the tenant has too many connections open.",
    cause: "The token or the tenant already has as many WebSockets open as are allowed.",
    fix: "Close connections that are not used, share one among tabs or tasks, and reconnect after a pause.",
    origin: "caller",
  }),

  DOWNLOAD_TRUNCATED: streaming({
    meaning: "Fewer bytes arrived than were announced, because ScaiDrive failed after the answer had begun.",
    cause:
      "The stream broke after the headers were sent, so `Content-Length` or the file's size was not reached. No error frame can follow then.",
    fix: "Throw the partial file away, download it again, and check the length or `checksum_sha256` before using it.",
    origin: "service",
  }),
  CHECKSUM_MISMATCH: streaming({
    meaning: "The bytes that arrived do not have the file's checksum_sha256.",
    cause:
      "The length is right, but the SHA-256 of the bytes differs from `checksum_sha256`: they were damaged, or the file changed during the download.",
    fix: "Discard the file, read its metadata again and download it anew.",
    origin: "service",
  }),
} satisfies DocsOf<typeof rows>;
