/** What a response's body is. By way of Response, because Uint8Array has a type parameter for some compilers and none for others. */
export type Body = NonNullable<Response["body"]>;
/** A piece of it. */
export type BodyPiece = Body extends ReadableStream<infer Piece> ? Piece : never;

/**
 * A body that asks for its next piece when somebody reads it, and no sooner: an error that came early would drop what nobody has read yet.
 * @param next the next piece; undefined at the end. What it throws is what the reader gets.
 * @param cancel is called where the reader leaves.
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
