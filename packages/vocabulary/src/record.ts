import type { Kind, Origin, RetryPolicy } from "@scai-errors/core";
import type { DetailsSchema } from "./details-schema.js";

/** How a failure is classified: what a consumer's switch by kind and a retry loop look at. */
export interface Classification {
  readonly kind: Kind;
  readonly retry: RetryPolicy;
  readonly source: "documented" | "status";
  readonly idempotentOnly: boolean;
}

/** One code as a release has it. */
export interface CodeRecord extends Classification {
  /** The documented HTTP status; null where the pages give none. */
  readonly status: number | null;
  /** The message that identifies the failure, for services without codes. */
  readonly message?: string;
  /** The WebSocket close code that stands for it. */
  readonly close?: number;
  /** How the code is found: in the body, by the message, the status or the close; by nothing in an answer where the program finds it itself. */
  readonly foundBy: "wire" | "message" | "status" | "close" | "program";
  /** The type of the error's `details`, as JSON Schema. */
  readonly details: DetailsSchema;
  readonly meaning: string;
  /** How it comes to that, what to do about it, and on whose side it arises. Records of releases before these texts do not have them. */
  readonly cause?: string;
  readonly fix?: string;
  readonly origin?: Origin;
  readonly group: string;
  /** The first version of the package that has the code; `next` until it is released. */
  readonly since: string;
  readonly deprecated?: string;
}

/** A package's vocabulary as last released: what codes.json holds. */
export interface VocabularyRecord {
  readonly service: string;
  readonly version: string;
  readonly codes: Readonly<Record<string, CodeRecord>>;
  /**
   * How an answer is classified that has none of the codes: by status, and by class (`4xx`) for all statuses that are not listed. Not written where
   * it is as in the class.
   */
  readonly unrecognized: Readonly<Record<string, Classification>>;
}
