// JSON.stringify writes an allow-list of fields, and fromJSON makes the error of it again, in another process or after a release.
import { ScaikeyError, scaikey } from "@scai-errors/scaikey";

const error = scaikey.decode({
  status: 404,
  body: { error: { code: "secret_not_found", message: "No secret at env/1", request_id: "req_7" } },
});
const text = JSON.stringify(error);

// …on the other side, where frameworks may have added members of their own.
const again = scaikey.fromJSON({ ...JSON.parse(text), digest: "added by a framework" });
console.log(again instanceof ScaikeyError, again.id, again.requestId); //=> true scaikey/secret_not_found req_7
console.log(scaikey.fromJSON({ name: "ScaigridError" })); //=> undefined
