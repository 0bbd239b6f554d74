/**
 * A value that is made when it is first asked for. Most processes that import a service never see an error of it: what only errors need is not
 * made by the import, and a larger vocabulary makes no process start later.
 */
export function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
