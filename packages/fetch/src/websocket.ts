import type { CloseFrame, ServiceError } from "@scai-errors/core";

/** What this needs of a service. */
export interface ClosingService<E extends ServiceError = ServiceError> {
  /** The error of a close; undefined for a normal one. */
  fromClose(close: CloseFrame): E | undefined;
}

/** What this needs of a socket: a browser's `WebSocket`, that of the `ws` package, and others like them. */
export interface ClosingSocket {
  readonly readyState: number;
  addEventListener(type: "close", listener: (event: CloseFrame) => void): void;
}

/** The `readyState` of a socket whose close event has been and gone. */
const CLOSED = 3;

/**
 * Waits until a socket closes, and returns the service's error for the close, with the advice on reconnecting in `retry`; undefined for a normal
 * close. Call it when the socket is made: once a socket has closed, the reason can no longer be found out. Never resolves while the socket stays
 * open.
 *
 * A close says nothing about what was sent before it. `delayMs(attempts, error.retry.afterMs)` tells how long to wait before reconnecting.
 * @throws TypeError if the socket is closed already.
 */
export function whenClosed<E extends ServiceError>(socket: ClosingSocket, service: ClosingService<E>): Promise<E | undefined> {
  if (socket.readyState === CLOSED) throw new TypeError("whenClosed(): the socket is closed already; call it when the socket is made.");
  return new Promise((resolve) => {
    socket.addEventListener("close", ({ code, reason }) => resolve(service.fromClose({ code, reason })));
  });
}
