import { samples } from "./answers.js";

/** The least that a typed error costs: one class, one capture of the stack. */
class FloorError extends Error {
  readonly status: number;
  readonly code: string | undefined;
  readonly requestId: string | undefined;

  constructor(message: string, status: number, code: string | undefined, requestId: string | undefined) {
    super(message);
    this.status = status;
    this.code = code;
    this.requestId = requestId;
  }
}

const known = new Set(Object.values(samples).map(({ code }) => code));

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Parses, checks with typeof, looks the code up, and makes the error: what no library can leave out. */
export function floorError(text: string, status: number): Error {
  const body: unknown = JSON.parse(text);
  let code: string | undefined;
  let message = "";
  let requestId: string | undefined;
  if (isObject(body)) {
    const { error, detail, meta } = body;
    if (isObject(error)) {
      if (typeof error.code === "string" && known.has(error.code)) code = error.code;
      if (typeof error.message === "string") message = error.message;
      if (typeof error.request_id === "string") requestId = error.request_id;
      else if (isObject(meta) && typeof meta.request_id === "string") requestId = meta.request_id;
    } else if (typeof detail === "string") {
      message = detail;
    } else if (Array.isArray(detail)) {
      for (const entry of detail as unknown[]) {
        if (isObject(entry) && Array.isArray(entry.loc) && typeof entry.type === "string" && typeof entry.msg === "string")
          message ||= entry.msg;
      }
    }
  }
  return new FloorError(message, status, code, requestId);
}

/** Fourteen frames of an application around a call: capturing a stack of three frames would flatter everyone. */
export function atDepth<Result>(call: () => Result, depth = 14): Result {
  return depth === 0 ? call() : atDepth(call, depth - 1);
}

export async function atAsyncDepth<Result>(call: () => Promise<Result>, depth = 3): Promise<Result> {
  return depth === 0 ? call() : atAsyncDepth(call, depth - 1);
}
