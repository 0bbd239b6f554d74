/** How long what hostile servers send is in tests: a million, unless MANY says otherwise. Mutation testing runs them too often for that. */
export const MANY = Number(process.env["MANY"] ?? 1_000_000);
