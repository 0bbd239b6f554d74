/**
 * On whose side a failure arises: with the `caller` (its request, its credentials, its limits, or the state of what it asked for), with the `service` that
 * answers, or `upstream`, with something that the service asks in turn.
 */
export type Origin = "caller" | "service" | "upstream";

/** What is written about a code. One or two sentences each; literal names of headers, fields and values stand in backticks. */
export interface CodeText {
  /** What failed. */
  readonly meaning: string;
  /** How it comes to that. */
  readonly cause: string;
  /** What the reader does about it: which header, field, setting or role. */
  readonly fix: string;
  readonly origin: Origin;
}

/** What people read about a code. Service packages export one of these per code, in an entry of their own, because prose is most of the bytes. */
export interface CodeDocs extends CodeText {
  /** The heading under which the service's page lists the code. */
  readonly group: string;
  /** The module that reports the code, where it is not the service itself. */
  readonly module?: string;
  /** The version of the package that has had the code since. */
  readonly since: string;
  /** Since which version not to rely on the code any more, and what comes instead. */
  readonly deprecated?: string;
  /** The documentation page that the code comes from, from the root of the documentation. */
  readonly page: string;
}

/** The docs of a vocabulary: a row for every code, and for nothing else. */
export type DocsOf<Codes> = Readonly<Record<keyof Codes & string, CodeDocs>>;
