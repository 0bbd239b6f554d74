import cliProgress from "cli-progress";

/** Told of every call that has come back. */
export interface Progress {
  advance(): void;
  end(): void;
}

/** A bar on a terminal, which is gone when it is full; nothing where the output goes elsewhere. */
export function progressOn(stream: NodeJS.WriteStream, total: number): Progress {
  if (!stream.isTTY) return { advance: () => undefined, end: () => undefined };
  const bar = new cliProgress.SingleBar({
    stream,
    format: "{bar} {value} of {total} calls",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(total, 0);
  return {
    advance: () => {
      bar.increment();
    },
    end: () => {
      bar.stop();
    },
  };
}
