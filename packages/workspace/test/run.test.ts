import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { run, runNode } from "../src/run.js";

const here = tmpdir();

it("gives the exit code and what was printed", async () => {
  expect(await runNode(["-e", 'console.log("out"); console.error("err"); process.exitCode = 3'], here)).toEqual({
    exitCode: 3,
    stdout: "out\n",
    output: "out\nerr\n",
  });
});

it("takes a program that was killed for none that ended well", async () => {
  await expect(runNode(["-e", 'process.kill(process.pid, "SIGKILL")'], here)).rejects.toThrow(
    `${process.execPath} in ${here} was ended by SIGKILL.`,
  );
});

it("says which program there is not", async () => {
  await expect(run("no-such-program", [], here)).rejects.toThrow(`Could not run no-such-program in ${here}.`);
});
