/** What a promise rejects with; fails where it does not. */
export async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  let result: unknown;
  try {
    result = await promise;
  } catch (thrown) {
    return thrown;
  }
  throw new Error(`Expected a rejection, got ${JSON.stringify(result)}.`);
}
