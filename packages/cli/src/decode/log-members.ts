/** Where a log line says what it is about. Each is a way to a member; `res.statusCode` is also found as one member of that name. */
export interface LogMembers {
  readonly status: readonly string[];
  readonly headers: readonly string[];
  readonly body: readonly string[];
  readonly time: readonly string[];
}

/**
 * The members that loggers use, in the order in which they are asked; the first that is there counts. What says it of the response comes before
 * what may say it of something else.
 */
export const usualMembers: LogMembers = {
  status: [
    "res.statusCode", // pino-http, bunyan
    "res.status",
    "response.statusCode",
    "response.status",
    "meta.res.statusCode", // express-winston
    "http.response.status_code", // Elastic Common Schema, OpenTelemetry
    "http.status_code",
    "httpRequest.status", // Google Cloud
    "status", // nginx, winston
    "statusCode",
    "status_code",
    "upstream_status", // nginx: all attempts, of which the first is taken
    "err.response.status", // axios' errors, under the key of pino and bunyan
    "err.status",
    "err.statusCode",
    "error.response.status",
    "error.status",
    "error.statusCode",
  ],
  headers: [
    "res.headers",
    "response.headers",
    "meta.res.headers",
    "http.response.headers",
    "err.response.headers",
    "err.headers",
    "error.response.headers",
    "error.headers",
    "responseHeaders",
    "response_headers",
  ],
  body: [
    "res.body",
    "response.body",
    "response.data",
    "meta.res.body",
    "http.response.body.content", // Elastic Common Schema
    "err.response.data",
    "err.response.body",
    "err.body",
    "error.response.data",
    "error.body",
    "responseBody",
    "response_body",
    "resp_body",
    "body",
  ],
  time: [
    "time", // pino, bunyan, Docker
    "timestamp", // winston
    "@timestamp", // Logstash, Elastic Common Schema
    "time_iso8601", // nginx
    "time_local",
    "msec",
    "ts", // zap
    "date",
  ],
};

/** Where a program may have put one of our errors. The line itself is asked after them. */
export const errorMembers: readonly string[] = ["err", "error", "exception", "cause", "meta.error", "meta.err"];

/** Single headers that nginx logs as variables: `$sent_http_retry_after` is Retry-After. */
export const nginxHeader = /^(?:sent|upstream)_http_([a-z_\d]+)$/;

/** Members that hold a whole line of another log as text: Docker's and Kubernetes' files, journald, CloudWatch. */
export const wrappers: readonly string[] = ["log", "MESSAGE", "message", "msg"];
