/** What people read about a code. Service packages export one of these per code, in an entry of their own, because prose is most of the bytes. */
export interface CodeDocs {
  /** One sentence: what failed. */
  readonly meaning: string;
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
