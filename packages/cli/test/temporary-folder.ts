import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder that is gone when the test is over. */
export function temporaryFolder(atTheEnd: (clear: () => void) => void): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "scai-errors-cli-")));
  atTheEnd(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
