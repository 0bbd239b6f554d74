// Run in a project where the services are installed, with their names as arguments: one process that has every package twice, as ESM and as
// CommonJS, the way an application gets them when one of its dependencies requires what another imports.
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const names = process.argv.slice(2);
const copies = await Promise.all(
  names.map(async (name) => {
    const errorName = `${name[0].toUpperCase()}${name.slice(1)}Error`;
    const both = [await import(`@scai-errors/${name}`), require(`@scai-errors/${name}`)];
    assert.notEqual(both[0][name], both[1][name], `${name}: both builds are the same module, so this proves nothing`);
    return both.map((module) => ({ service: module[name], brand: module[errorName] }));
  }),
);

for (const builds of copies) {
  for (const { service } of builds) {
    const error = service.decode({ status: 404 });
    for (const other of builds) {
      assert.ok(other.service.is(error), `${service.name}: is() across builds`);
      assert.ok(error instanceof other.brand, `${service.name}: instanceof across builds`);
      const copy = other.service.fromJSON(JSON.parse(JSON.stringify(error)));
      assert.ok(copy && service.is(copy), `${service.name}: JSON across builds`);
    }
    const { name, message } = error;
    const lookAlikes = [null, undefined, 0, "", name, {}, [], new Error(message), error.toJSON(), { ...error, name, message }];
    lookAlikes.push(Object.assign(new Error(message), error.toJSON()), Object.create(error), structuredClone(error), () => error);
    const strangers = copies.filter((others) => others !== builds).flatMap(([first]) => first.service.decode({ status: 404 }));
    for (const value of [...lookAlikes, ...strangers]) {
      for (const other of builds) {
        assert.equal(other.service.is(value), false, `${service.name}: is() of a stranger`);
        assert.equal(value instanceof other.brand, false, `${service.name}: instanceof of a stranger`);
      }
    }
  }
}
console.log(`${names.length} services, ${copies.flat().length} copies`);
