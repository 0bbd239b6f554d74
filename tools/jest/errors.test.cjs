const { describe, expect, test } = require("@jest/globals");
const { existsSync, readdirSync } = require("node:fs");
const path = require("node:path");
const packages = path.join(module.filename, "../../../packages");
// Services are the packages that ship a vocabulary.
const names = readdirSync(packages).filter((name) => existsSync(`${packages}/${name}/codes.json`));
const services = names.map((name) => {
  const exported = require(`${packages}/${name}/dist/index.cjs`);
  const [className] = Object.keys(exported).filter((key) => key.endsWith("Error") && typeof exported[key] === "function");
  return { service: exported[name], ErrorClass: exported[className] };
});

/** An answer of every service, with characters that are not ASCII. */
const answer = (status, code, message) => ({ status, body: JSON.stringify({ error: { code, message }, detail: message }) });

test("there are services to try", () => {
  expect(services.length).toBeGreaterThan(1);
});

test("this is a platform in which something is missing", () => {
  expect(typeof globalThis.TextEncoder).toBe("undefined");
  expect(typeof globalThis.document).toBe("object");
});

describe.each(services)("$service.name", ({ service, ErrorClass }) => {
  const error = service.decode(answer(404, "NO_SUCH_THING", "Größe — 你 😀"));

  test("reads what is no ASCII, as text and as bytes, cuts it and shows it", async () => {
    expect(error.message).toBe("Größe — 你 😀");
    expect(service.decode(answer(500, "X", "é".repeat(5000))).message).toHaveLength(512);
    // Bytes of Node's realm, which are no instances of jsdom's classes.
    const bytes = require("node:buffer").Buffer.from(answer(404, "X", "Größe").body);
    expect(service.decode({ status: 404, body: bytes }).message).toBe("Größe");
    const { excerpt } = service.decode({ status: 500, body: `ü${"é".repeat(5000)}` });
    expect(excerpt).toHaveLength(1024);
    const response = { status: 404, headers: { get: () => null }, text: async () => answer(404, "X", "Größe").body };
    await expect(service.fromResponse(response)).resolves.toMatchObject({ message: "Größe" });
  });

  test("has its class in assertions", () => {
    const fail = () => {
      throw error;
    };
    expect(fail).toThrow(ErrorClass);
    expect(error).toBeInstanceOf(ErrorClass);
    expect(error).toEqual(expect.any(ErrorClass));
    for (const other of services) if (other.ErrorClass !== ErrorClass) expect(fail).not.toThrow(other.ErrorClass);
  });

  test("is not equal to an error of another code with the same message", () => {
    const [first, second] = Object.keys(service.codes);
    const of = (code, status) => service.fromJSON({ ...error.toJSON(), code, id: `${service.name}/${code}`, status, codeFrom: "wire" });
    const one = service.decode(answer(404, first, "m"));
    const other = service.decode(answer(409, second, "m"));
    expect(one).not.toEqual(other);
    expect(one).toEqual(service.decode(answer(404, first, "m")));
    expect([one]).not.toEqual([other]);
    expect(of("UNRECOGNIZED", 404)).toEqual(of("UNRECOGNIZED", 404));
  });
});
