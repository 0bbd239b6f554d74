// Runs outside the test runner, so that every copy of the packages is loaded by Node itself, as an application loads it.
// Takes the names of the services and their copies as JSON, `{ name, kind: "import" | "require", files }[]`, and prints what each of them says of each value.
import { MessageChannel, Worker, receiveMessageOnPort } from "node:worker_threads";
import { createRequire } from "node:module";
import { once } from "node:events";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const { names, copies } = JSON.parse(process.argv[2]);
const errorName = (service) => `${service[0].toUpperCase()}${service.slice(1)}Error`;

/** One copy of all services: `{ scaigrid: { service, ErrorClass }, … }`. */
async function load({ kind, files }) {
  const copy = {};
  for (const name of names) {
    const module = kind === "require" ? require(files[name]) : await import(pathToFileURL(files[name]).href);
    copy[name] = { service: module[name], ErrorClass: module[errorName(name)] };
  }
  return copy;
}

/** Sends a value to a worker and back; undefined where it cannot be sent. */
async function throughWorker(worker, value) {
  worker.postMessage(value);
  const [back] = await once(worker, "message");
  return back;
}

/** Through a message channel in the same thread, which uses the same algorithm as `structuredClone`. */
function throughChannel(value) {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(value);
  const received = receiveMessageOnPort(port2)?.message;
  port1.close();
  return received;
}

const answer = { status: 429, headers: { "retry-after": "3" }, body: { error: { code: "NEW", message: "Said so" }, detail: "Said so" } };

function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

const throwing = () => {
  throw new Error("do not look");
};

/** The values to be judged, made by one copy, with the right judgement for the service that they are about. */
async function valuesOf(service, worker) {
  const error = service.decode(answer);
  const json = error.toJSON();
  const Class = error.constructor;
  class Derived extends Class {}
  // Its constructor is the package's own; what is asked here is only what a derived class's instance counts as.
  const derived = Object.setPrototypeOf(service.decode(answer), Derived.prototype);
  const named = { [errorName(service.name)]: class extends Error {} }[errorName(service.name)];
  return [
    ["an error", error, true],
    ["an error read from a response", await service.fromResponse(new Response("", { status: 500 })), true],
    ["an error, frozen", Object.freeze(service.decode(answer)), true],
    ["an error behind a transparent proxy", new Proxy(error, {}), true],
    ["JSON round trip", JSON.parse(JSON.stringify(error)), false],
    ["JSON round trip, then fromJSON", service.fromJSON(JSON.parse(JSON.stringify(error))), true],
    ["structuredClone of the error", structuredClone(error), false],
    ["structuredClone of toJSON", structuredClone(json), false],
    ["structuredClone of toJSON, then fromJSON", service.fromJSON(structuredClone(json)), true],
    ["the error through a message channel", throughChannel(error), false],
    ["the error through a worker", await throughWorker(worker, error), false],
    ["toJSON through a worker", await throughWorker(worker, json), false],
    ["toJSON through a worker, then fromJSON", service.fromJSON(await throughWorker(worker, json)), true],
    ["toJSON itself", json, false],
    ["a spread of the error", { ...error }, false],
    ["an object that inherits from the error", Object.create(error), false],
    ["an instance of a derived class", derived, false],
    ["the error's prototype", Object.getPrototypeOf(error), false],
    ["the error's class", Class, false],
    ["an Error with the same fields", Object.assign(new Error("Said so"), { ...error }), false],
    ["an Error of a class of the same name", new named("Said so"), false],
    ["an object with the brand as a property", { [Symbol.for(`@scai-errors/${service.name}`)]: true, ...json }, false],
  ];
}

/** Values that belong to nobody. */
const strangers = [
  ["null", null],
  ["undefined", undefined],
  ["a number", 429],
  ["the name as text", "ScaigridError"],
  ["a symbol", Symbol.for("@scai-errors/scaigrid")],
  ["a function", () => undefined],
  ["an array", []],
  ["an object without a prototype", Object.create(null)],
  ["a plain Error", new Error("Said so")],
  ["a revoked proxy", revoked()],
  [
    "a proxy that throws at every question",
    new Proxy({}, { getPrototypeOf: throwing, get: throwing, has: throwing, getOwnPropertyDescriptor: throwing }),
  ],
  ["a proxy without a prototype", new Proxy({}, { getPrototypeOf: () => null })],
];

const loaded = new Map();
for (const copy of copies) loaded.set(copy.name, await load(copy));

const echo = new Worker('require("node:worker_threads").parentPort.on("message", function (value) { this.postMessage(value); })', {
  eval: true,
});
const verdicts = [];
function judge(value, shown, maker, madeBy, expected) {
  for (const [checker, copy] of loaded) {
    for (const name of names) {
      const { service, ErrorClass } = copy[name];
      const sibling = madeBy !== undefined && madeBy !== name;
      const row = sibling && expected ? `${value}, asked of another service` : value;
      verdicts.push({
        row,
        maker,
        checker,
        expected: expected && !sibling,
        is: service.is(shown),
        instanceof: shown instanceof ErrorClass,
      });
    }
  }
}
for (const [maker, copy] of loaded) {
  for (const name of names) {
    for (const [value, shown, expected] of await valuesOf(copy[name].service, echo)) judge(value, shown, maker, name, expected);
    const siblings = names.filter((other) => other !== name);
    const json = JSON.parse(JSON.stringify(copy[name].service.decode(answer)));
    for (const other of siblings)
      judge("JSON of a sibling service, then fromJSON", copy[other].service.fromJSON(json), maker, undefined, false);
  }
}
for (const [value, shown] of strangers) judge(value, shown, "-", undefined, false);
await echo.terminate();
process.stdout.write(JSON.stringify(verdicts));
