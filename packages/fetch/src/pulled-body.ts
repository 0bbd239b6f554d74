/** The type of a response's body. It is derived from Response, because Uint8Array has a type parameter only in some compilers. */
export type Body = NonNullable<Response["body"]>;
/** A chunk of it. */
export type BodyPiece = Body extends ReadableStream<infer Piece> ? Piece : never;

/**
 * A body that asks for its next chunk only when somebody reads it: an error that came earlier would discard what nobody has read yet.
 * @param next the next chunk; undefined at the end. The reader gets what it throws.
 * @param cancel is called if the reader stops.
 */
export function pulledBody(next: () => Promise<BodyPiece | undefined>, cancel: (reason: unknown) => Promise<void>): Body {
  return new ReadableStream<BodyPiece>(
    {
      pull: async (controller) => {
        const piece = await next();
        if (piece) controller.enqueue(piece);
        else controller.close();
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
}
