import { expect, it } from "vitest";
import { reasonOf } from "../src/upgrade/reason-of.js";

const notarget = `npm error code ETARGET
npm error notarget No matching version found for @scai-errors/scaigrid@9.9.9.
npm error notarget In most cases you or one of your dependencies are requesting
npm error notarget a package version that doesn't exist.
npm error A complete log of this run can be found in: /home/me/.npm/_logs/debug-0.log`;

it.each([
  ["of a version that there is not", notarget, "No matching version found for @scai-errors/scaigrid@9.9.9."],
  [
    "as npm 9 and older write it",
    "npm ERR! code E404\nnpm ERR! 404 Not Found - GET https://npm.example/x - Not found\nnpm ERR! 404 \n",
    "404 Not Found - GET https://npm.example/x - Not found",
  ],
  [
    "of a network",
    "npm error code ENOTFOUND\nnpm error errno ENOTFOUND\nnpm error network request to https://npm.example failed\n",
    "network request to https://npm.example failed",
  ],
  ["of tar", "\ntar: x.tgz: Cannot open\ntar: Error is not recoverable: exiting now\n", "tar: x.tgz: Cannot open"],
  ["that is none", "\u001B[31m\n\n", "nothing."],
])("gives the first telling line %s", (_, stderr, reason) => {
  expect(reasonOf(stderr)).toBe(reason);
});
