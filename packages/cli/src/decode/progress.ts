import type { SingleBar } from "cli-progress";

/** Shows how far a long reading is. */
export interface Progress {
  readonly advance: (bytes: number) => void;
  readonly end: () => void;
}

/** Where nothing is to be shown. */
export const noProgress: Progress = { advance: () => undefined, end: () => undefined };

/** What is read faster than a bar can be looked at. */
const WORTH_SHOWING = 32 * 1024 * 1024;

const MB = 1e6;

/**
 * A bar on a terminal for what takes a while; nothing elsewhere.
 * @param size in bytes; undefined where nobody knows, and then only what was read is shown.
 */
export async function progressOn(stream: NodeJS.WriteStream, size: number | undefined): Promise<Progress> {
  if (!stream.isTTY || (size !== undefined && size < WORTH_SHOWING)) return noProgress;
  const { default: progress } = await import("cli-progress");
  const format = size === undefined ? "{value} MB read" : "{bar} {percentage} % of {total} MB, {eta_formatted} left";
  const bar: SingleBar = new progress.SingleBar(
    { stream, format, clearOnComplete: true, hideCursor: true, etaBuffer: 50 },
    progress.Presets.shades_classic,
  );
  bar.start(Math.ceil((size ?? 0) / MB), 0);
  let bytes = 0;
  let shown = 0;
  return {
    advance: (more) => {
      bytes += more;
      if (bytes - shown < MB) return;
      shown = bytes;
      bar.update(Math.floor(bytes / MB));
    },
    end: () => {
      bar.stop();
    },
  };
}
