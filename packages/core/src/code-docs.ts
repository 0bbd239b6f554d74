/**
 * Who is at fault: the `caller` (its request, its credentials, its limits, or the state of what it asked for), the `service`, or something `upstream`
 * that the service depends on.
 */
export type Origin = "caller" | "service" | "upstream";

/** What is written about a code. One or two sentences each; literal names of headers, fields and values stand in backticks. */
export interface CodeText {
  /** What failed. */
  readonly meaning: string;
  /** Why it happens. */
  readonly cause: string;
  /** What to do about it: which header, field, setting or role. */
  readonly fix: string;
  readonly origin: Origin;
}

/**
 * What people read about a code. Service packages export one of these per code, from a separate entry point, because prose is most of the bytes.
 */
export interface CodeDocs extends CodeText {
  /** The heading under which the service's page lists the code. */
  readonly group: string;
  /** The module that reports the code, if it is not the service itself. */
  readonly module?: string;
  /** The version of the package that added the code. */
  readonly since: string;
  /** The version that deprecated the code, and what to use instead. */
  readonly deprecated?: string;
  /** The documentation page that the code comes from, from the root of the documentation. */
  readonly page: string;
}

/** The docs of a service's codes: one row for every code, and no other. */
export type DocsOf<Codes> = Readonly<Record<keyof Codes & string, CodeDocs>>;
