import { byStatus, defineService, errorFirst } from "@scai-errors/core";

/**
 * Reads an answer of whoever sent it: a service without codes, of which all that core knows follows from the status. The wait and the request id are
 * those that stand in the usual places.
 */
export const anyone = defineService({ name: "anyone", rows: {}, findCode: byStatus, wire: { layers: errorFirst, sendsCodes: false } });
