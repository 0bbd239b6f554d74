import { type CodeEntry, type Service, parameterNames } from "@scai-errors/core";
import { answer } from "@scai-errors/testing";
import { byName, services } from "@scai-errors/workspace/services";

/** One kind of answer, in variants, so that no measured input is a constant. */
export interface Sample {
  readonly service: Service;
  /** The code that it is read as, where the service has that. */
  readonly code: string | undefined;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: readonly string[];
  /** Whether the body is a list of problems, which the floor checks but does not turn into issues. */
  readonly isList: boolean;
}

const VARIANTS = 64;

function variants(bodyOf: (requestId: string) => string): readonly string[] {
  return Array.from({ length: VARIANTS }, (_, number) => bodyOf(`req_${(number * 7919).toString(36)}`));
}

/** What a request asks for that is not there: the most ordinary failure, and of a service that says it in words one with a variable part. */
function ordinaryCode({ name, codes }: Service): readonly [code: string, entry: CodeEntry] {
  const missing = Object.entries(codes).filter(([, { status }]) => status === 404);
  const found = missing.find(([, { message }]) => message?.includes("<")) ?? missing[0];
  if (!found)
    throw new Error(`${name} has no code of status 404 to measure; choose another one for it in packages/bench/src/time/answers.ts.`);
  return found;
}

function sampleOf(service: Service): Sample {
  const [code, { message = "" }] = ordinaryCode(service);
  const variant = (requestId: string): ReturnType<typeof answer> => {
    const parameters = Object.fromEntries(parameterNames(message).map((name) => [name, `${requestId}.example.com`]));
    return answer(service, code, {
      parameters,
      ...(message === "" && { message: `There is nothing called ${requestId}` }),
      ...(service.wire.requestId !== undefined && { requestId }),
    });
  };
  const { status, headers } = variant("req_1");
  // Without what says how much of a limit is left: the floor does not read that.
  const kept = Object.entries(headers).filter(([name]) => name === "content-type" || name === "x-request-id");
  return { service, code, status, headers: Object.fromEntries(kept), bodies: variants((id) => variant(id).body), isList: false };
}

/** The envelopes of all services, and the list of problems that FastAPI answers. */
export const samples: Readonly<Record<string, Sample>> = {
  ...Object.fromEntries(services.map((service) => [service.name, sampleOf(service)])),
  "scaidrive list": {
    service: byName.scaidrive,
    code: undefined,
    status: 422,
    headers: { "content-type": "application/json" },
    bodies: variants((id) =>
      JSON.stringify({
        detail: [
          { loc: ["body", "role"], msg: `Input should be one of the roles of ${id}`, type: "enum" },
          { loc: ["body", "days"], msg: "Input should be at most 365", type: "less_than_equal" },
        ],
      }),
    ),
    isList: true,
  },
};
