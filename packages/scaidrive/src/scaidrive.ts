import {
  type CloseFrame,
  type CodesOf,
  type DetailsOf,
  type ErrorBrand,
  type ErrorsOf,
  type Service,
  brand,
  byStatus,
  defineService,
  partsOfClose,
  detailFirst,
} from "@scai-errors/core";
import { rows } from "./codes.js";
import { type DownloadFacts, downloadFacts } from "./details.js";

/** An error from ScaiDrive, discriminated by `code`. */
export type ScaidriveError = ErrorsOf<"scaidrive", typeof rows>;
/** Every code of this version: those of statuses, of WebSocket closes (`CONNECTION_…`) and of checked downloads. */
export type ScaidriveCode = keyof typeof rows;
/** Every code of this version, with its status, kind and retry policy. */
export type ScaidriveCodes = CodesOf<typeof rows>;
/** The type of a code's details. */
export type ScaidriveDetails<Code extends ScaidriveCode> = DetailsOf<(typeof rows)[Code]>;

/** ScaiDrive, with the parsers of its WebSocket closes and downloads. */
export interface Scaidrive extends Service<"scaidrive", ScaidriveError, ScaidriveCodes> {
  fromClose(close: CloseFrame): ScaidriveError | undefined;
  /**
   * The error of a download that does not match what was announced; undefined if nothing is wrong. Equal checksums mean that nothing is, whatever
   * the lengths say. Otherwise too few bytes are `DOWNLOAD_TRUNCATED`, and different checksums `CHECKSUM_MISMATCH`.
   */
  fromDownload(facts: DownloadFacts): ScaidriveError | undefined;
}

/** Parses ScaiDrive's failed responses, WebSocket closes and damaged downloads into typed errors. */
export const scaidrive: Scaidrive = /* @__PURE__ */ defineService({
  name: "scaidrive",
  rows,
  findCode: byStatus,
  wire: { layers: detailFirst, sendsCodes: false, rateLimit: "x-ratelimit-" },
  readers: (create) => ({
    fromClose: (close: CloseFrame) => create(partsOfClose(rows, close)),
    fromDownload: (facts: DownloadFacts) => {
      const { expectedBytes = 0, receivedBytes = expectedBytes, expectedSha256, receivedSha256 } = downloadFacts(facts);
      const isShort = receivedBytes < expectedBytes;
      const isWrong = expectedSha256 && receivedSha256 ? expectedSha256 !== receivedSha256 : isShort;
      if (!isWrong) return undefined;
      return create({
        code: isShort ? "DOWNLOAD_TRUNCATED" : "CHECKSUM_MISMATCH",
        codeFrom: "download",
        details: facts,
        message: isShort ? `${receivedBytes} of ${expectedBytes} bytes` : undefined,
      });
    },
  }),
});

/** For `instanceof`; true for this service's errors from any copy or build of the package. */
export const ScaidriveError: ErrorBrand<ScaidriveError> = /* @__PURE__ */ brand(scaidrive);
