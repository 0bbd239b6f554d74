const END = { done: true, value: undefined } as const;

/**
 * Chunks until a signal, after which they end as if there were no more. A read that is under way then is left alone: nothing says when it ends.
 * One listener for all of them: a race between each read and one promise would keep every chunk in memory for as long as that promise is open.
 */
export async function* until(signal: AbortSignal, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]();
  let stopWaiting = (): void => undefined;
  const stop = (): void => {
    stopWaiting();
  };
  const read = (): Promise<IteratorResult<Buffer, unknown>> =>
    new Promise((resolve, reject) => {
      stopWaiting = () => {
        resolve(END);
      };
      if (signal.aborted) stop();
      else iterator.next().then(resolve, reject);
    });
  signal.addEventListener("abort", stop);
  try {
    for (let next = await read(); next.done !== true; next = await read()) yield next.value;
  } finally {
    signal.removeEventListener("abort", stop);
    // It would wait for the read that is under way.
    if (!signal.aborted) await iterator.return?.();
  }
}
