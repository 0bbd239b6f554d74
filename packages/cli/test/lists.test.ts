import { expect, it } from "vitest";
import { pipe } from "./run.js";

const FAILED = "HTTP/2 500\n\n";

it.each(["decode", "emulate"])("%s passes over empty names, and over a service that is named twice", async (command) => {
  const expected = await pipe(FAILED, command, "--service", "scaigrid,dns");
  expect(expected.code).toBe(0);
  for (const names of ["scaigrid,dns,", ",scaigrid,,dns", " scaigrid, dns", "scaigrid,dns,@scai-errors/scaigrid"]) {
    const { code, out, err } = await pipe(FAILED, command, "--service", names);
    const withoutPort = (text: string): string => text.replace(/127\.0\.0\.1:\d+/, "");
    expect({ code, err, out: withoutPort(out) }).toEqual({ ...expected, out: withoutPort(expected.out) });
  }
});

it.each([
  ["decode", "--service"],
  ["emulate", "--service"],
  ["decode", "--status-at"],
])("%s refuses a list after %s that has no name in it", async (command, option) => {
  for (const names of ["", ",", " , "]) {
    const { code, out, err } = await pipe(FAILED, command, option, names);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/is invalid\. Write names with commas between them\.\n$/);
  }
});
