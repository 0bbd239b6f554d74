// The typed error in Effect's error channel, handled by its code. What is none of the service's business is a defect.
import { type ScaigridError, type TransportError, errorFrom, scaigrid } from "@scai-errors/scaigrid";
import { Effect } from "effect";

/** Runs a call of any client. */
export function grid<A>(call: (signal: AbortSignal) => Promise<A>): Effect.Effect<A, ScaigridError | TransportError> {
  return Effect.tryPromise({ try: call, catch: (caught) => caught }).pipe(
    Effect.catchAll((caught) =>
      Effect.promise(() => errorFrom(scaigrid, caught)).pipe(Effect.flatMap((error) => (error ? Effect.fail(error) : Effect.die(caught)))),
    ),
  );
}

export const nameOfModel = (url: string): Effect.Effect<string, ScaigridError | TransportError> =>
  grid(async (signal) => {
    const response = await fetch(url, { signal });
    if (!response.ok) throw await scaigrid.fromResponse(response);
    return ((await response.json()) as { readonly name: string }).name;
  }).pipe(
    Effect.catchIf(
      (error) => error.code === "MODEL_NOT_FOUND",
      () => Effect.succeed("unknown"),
    ),
  );
