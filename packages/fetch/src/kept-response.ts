import { type BodyPiece, pulledBody } from "./pulled-body.js";
import { canBeMade, readerOf, responseWith } from "./response-with.js";

/** No more of a body is read for its error. What is left of a larger one is left to whoever gets the response. */
const MOST_READ = 1_048_576;

/** A response is small up to here. */
const SMALL = 65_536;

/** A failed response of which both are wanted: the error that it reports, and itself. */
export interface KeptResponse {
  /** For who reads the error. */
  readonly toRead: Response;
  /** Unread, for who gets it once the error was read. A body that broke or stalled ends with what had arrived of it. */
  readonly toHandOn: () => Response;
  /** Whether it can be handed on any number of times, and takes little memory until then. */
  readonly isSmall: () => boolean;
}

/**
 * Keeps what is read of a response. Not by a clone: where the body fails, nobody reads the other half of one, and its failure ends the process in
 * Node; and a body that stalls would keep whoever reads the other half waiting without a limit.
 */
export function keptResponse(response: Response): KeptResponse {
  // What cannot be put together again is not taken apart.
  const reader = canBeMade(response) ? readerOf(response) : undefined;
  if (!reader) return { toRead: response.clone(), toHandOn: () => response, isSmall: () => response.body === null };
  const arrived: BodyPiece[] = [];
  let length = 0;
  let isOver = false;
  const readOn = async (): Promise<BodyPiece | undefined> => {
    try {
      const { value } = await reader.read();
      isOver ||= !value;
      return value;
    } catch (thrown) {
      isOver = true;
      throw thrown;
    }
  };
  const read = async (): Promise<BodyPiece | undefined> => {
    const piece = await readOn();
    if (piece) {
      arrived.push(piece);
      length += piece.length;
    }
    return piece;
  };
  const leave = async (reason: unknown): Promise<void> => {
    if (length > MOST_READ) return;
    isOver = true;
    await reader.cancel(reason);
  };
  const handOn = (): Response => {
    const pieces = arrived.values();
    const next = async (): Promise<BodyPiece | undefined> => pieces.next().value ?? (isOver ? undefined : readOn());
    return responseWith(response, { body: pulledBody(next, (reason) => reader.cancel(reason)) });
  };
  return {
    toRead: responseWith(response, { body: pulledBody(read, leave) }),
    toHandOn: handOn,
    isSmall: () => isOver && length <= SMALL,
  };
}
