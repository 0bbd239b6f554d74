import { describe, expect, test } from "vitest";
import { type FrameService, errorOfFrame } from "../src/caught-frame.js";

/** A service that tells what it was asked to read. */
const service: FrameService<unknown> = {
  codes: { SOLD_OUT: {} },
  decode: (answer) => ["answer", answer],
  fromEvent: (frame) => ["event", frame],
  fromClose: (close) => ["close", close],
};
const silent: FrameService<unknown> = { codes: service.codes, decode: service.decode };

const frame = { code: "SOLD_OUT", message: "m" };
const foreign = { code: "ELSEWHERE", message: "m" };
const event = (data: unknown): unknown => ["event", { event: "error", data }];

/** An error, which is no frame's data itself. */
const thrown = (members: object): Error => Object.assign(new Error("x"), members);

describe("what a client hands out of a stream or a socket", () => {
  test.each<[string, object, unknown]>([
    ["openai", thrown({ headers: {}, error: frame }), event(frame)],
    ["openai, with a code of somebody else", thrown({ headers: {}, error: foreign }), event(foreign)],
    ["openai, with the id of the request", thrown({ headers: {}, error: frame, requestID: "r" }), event({ request_id: "r", ...frame })],
    ["openai, with an id that is no text", thrown({ headers: {}, error: frame, requestID: 7 }), event(frame)],
    ["openai, of an answer", thrown({ status: 404, headers: {}, error: frame }), undefined],
    ["an error around another, without headers", thrown({ error: frame }), undefined],
    ["openai, without a code", thrown({ headers: {}, error: { message: "m" } }), undefined],
    ["openai, without a message", thrown({ headers: {}, error: { code: "SOLD_OUT" } }), undefined],
    ["openai, with a code that is no text", thrown({ headers: {}, error: { code: 7, message: "m" } }), undefined],
    ["openai, with a message that is no text", thrown({ headers: {}, error: { code: "SOLD_OUT", message: 7 } }), undefined],
    ["AI SDK", thrown({ value: frame }), event(frame)],
    ["AI SDK, around an error", thrown({ value: { error: frame } }), event({ error: frame })],
    ["AI SDK, with a code of somebody else", thrown({ value: foreign }), undefined],
    ["AI SDK, with no object", thrown({ value: null }), undefined],
    ["the data", frame, event(frame)],
    ["the data, around an error", { error: frame }, event({ error: frame })],
    ["an error that has what data have", thrown(frame), undefined],
    ["a MessageEvent", { type: "error", data: "x" }, event("x")],
    ["a MessageEvent without data", { type: "error", data: "" }, undefined],
    ["a MessageEvent of bytes", { type: "error", data: new ArrayBuffer(1) }, undefined],
    ["a MessageEvent of another type", { type: "message", data: "x" }, undefined],
    ["an ErrorEvent with the first status of a failure", { type: "error", code: 400 }, ["answer", { status: 400 }]],
    ["an ErrorEvent with the last", { type: "error", code: 599 }, ["answer", { status: 599 }]],
    ["an ErrorEvent with no such status", { type: "error", code: 399 }, undefined],
    ["an ErrorEvent with none at all", { type: "error", code: 600 }, undefined],
    ["an ErrorEvent with a text", { type: "error", code: "429" }, undefined],
    ["another event with a status", { type: "message", code: 429 }, undefined],
    ["a CloseEvent", { type: "close", code: 4001, reason: "who?" }, ["close", { code: 4001, reason: "who?" }]],
    ["a CloseEvent with bytes", { type: "close", code: 4001, reason: Uint8Array.of(1) }, ["close", { code: 4001, reason: undefined }]],
    ["a CloseEvent without a code", { type: "close", code: "4001" }, undefined],
    ["another event with a code", { type: "open", code: 4001 }, undefined],
  ])("%s", (_, one, expected) => {
    expect(errorOfFrame(service, one as never)).toEqual(expected);
    // Of a service without streams and sockets, nothing is read but a status.
    const isStatus = Array.isArray(expected) && expected[0] === "answer";
    expect(errorOfFrame(silent, one as never)).toEqual(isStatus ? expected : undefined);
  });
});
