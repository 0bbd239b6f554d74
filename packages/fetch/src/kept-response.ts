import { type BodyPiece, pulledBody } from "./pulled-body.js";
import { canBeMade, readerOf, responseWith } from "./response-with.js";

/** Maximum number of bytes that are read of a body for its error. The rest of a larger body is left to whoever gets the response. */
const MOST_READ = 1_048_576;

/** Maximum number of bytes of a small response. */
const SMALL = 65_536;

/** A failed response that is needed twice: for the error that it reports, and for itself. */
export interface KeptResponse {
  /** For reading the error. */
  readonly toRead: Response;
  /** Unread, for whoever gets it after the error was read. If the body broke or stalled, it ends with the part that had arrived. */
  readonly toHandOn: () => Response;
  /** Whether it can be returned any number of times, and takes little memory until then. */
  readonly isSmall: () => boolean;
}

/**
 * Keeps what is read of a response. It does not use a clone: if the body fails, nobody reads the other half of a clone, and its failure ends the
 * process in Node; and if the body stalls, whoever reads the other half waits without a limit.
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
