import { describe, expect, it } from "vitest";
import { parseEventStream } from "../src/index.js";

const failure = { error: { code: "TILL_BROKEN", message: "The till\uFEFF is broken" } };
const data = (value: unknown): string => `data: ${JSON.stringify(value)}`;
const stream = (...frames: readonly string[]): string => frames.map((frame) => `${frame}\n\n`).join("");

describe("a body that is an event stream", () => {
  it.each<[string, string]>([
    ["in its only frame", stream(`event: error\n${data(failure)}`)],
    ["after others", stream(data({ choices: [] }), data({ choices: [] }), `event: error\n${data(failure)}`)],
    ["in a frame without an event", stream(data({ choices: [] }), data(failure))],
    ["as the last event of a frame, which is the one that counts", stream(data({}), `event: message\nevent: error\n${data(failure)}`)],
    ["before [DONE]", stream(data(failure), "data: [DONE]")],
    ["without a blank behind the colon", stream(data({}), `event:error\ndata:${JSON.stringify(failure)}`)],
    [
      "in several lines of data",
      stream(data({}), 'event: error\ndata: {"error":{"code":"TILL_BROKEN",\ndata: "message":"The till\uFEFF is broken"}}'),
    ],
    ["with carriage returns", stream(data({}), `event: error\n${data(failure)}`).replaceAll("\n", "\r\n")],
    ["with carriage returns alone", stream(data({}), `event: error\n${data(failure)}`).replaceAll("\n", "\r")],
    ["behind a byte order mark", `\uFEFF${stream(`event: error\n${data(failure)}`)}`],
    ["behind empty lines", `\n\n${stream(`event: error\n${data(failure)}`)}`],
    ["behind a comment", stream(": ping", `event: error\n${data(failure)}`)],
    ["behind an id", stream("id: 1", `event: error\n${data(failure)}`)],
    ["behind a time to wait", stream("retry: 3000", `event: error\n${data(failure)}`)],
    ["without the end of the last line", `event: error\n${data(failure)}`],
    ["in the sixteenth frame", stream(...Array.from({ length: 15 }, () => data({})), `event: error\n${data(failure)}`)],
  ])("has the failure %s", (_, text) => {
    expect(parseEventStream(text)).toEqual(failure);
  });

  it("has words where the frame's data are no JSON", () => {
    expect(parseEventStream(stream(data({}), "event: error\ndata: The till\ndata: is broken"))).toBe("The till\nis broken");
    expect(parseEventStream("\uFEFFevent: error\ndata: broken\n\n")).toBe("broken");
  });

  it("has no more than its first data where no frame reports a failure", () => {
    expect(parseEventStream(stream("id: 1", "data: hello", data({ first: 1 }), data({ second: 2 })))).toEqual({ first: 1 });
    expect(parseEventStream(stream("data: hello", "event: ping"))).toBeUndefined();
    expect(parseEventStream(stream("event: error", data({ first: 1 })))).toEqual({ first: 1 });
  });

  it("is looked at for sixteen frames", () => {
    const late = stream(...Array.from({ length: 16 }, () => "data: hello"), `event: error\n${data(failure)}`);
    expect(parseEventStream(late)).toBeUndefined();
  });

  it.each(["", "hello", "event error", "The event: error\ndata: {}", "database: down", "error: 1\n\ndata: {}", '{"data": 1}', "<data: 1>"])(
    "is none where it begins with no field: %j",
    (text) => {
      expect(parseEventStream(text)).toBeUndefined();
    },
  );
});
