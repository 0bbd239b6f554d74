/** A promise, and the functions that settle it. Platforms have `Promise.withResolvers` for it, if they are new enough. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

export function deferred<T>(): Deferred<T> {
  let settle: Pick<Deferred<T>, "resolve" | "reject"> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // A promise calls its executor at once, which the compiler does not know.
  return { promise, ...(settle as unknown as Pick<Deferred<T>, "resolve" | "reject">) };
}
