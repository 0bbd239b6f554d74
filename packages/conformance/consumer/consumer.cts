// What an application writes in CommonJS. Compiled by every supported compiler against the installed packages; never run.
import dnsPackage = require("@scai-errors/dns");
import docsPackage = require("@scai-errors/dns/docs");
import scaigridPackage = require("@scai-errors/scaigrid");

const { dns } = dnsPackage;
const { match, UNRECOGNIZED } = scaigridPackage;

type AppError = scaigridPackage.ScaigridError | dnsPackage.DnsError;

function inWords(error: AppError): string {
  if (error instanceof dnsPackage.DnsError && error.code === "CNAME_EXISTS") return error.details.name satisfies string;
  return match(error, "service", {
    scaigrid: (one) => (one.code === UNRECOGNIZED ? (one.receivedCode ?? "none") : (one.code satisfies scaigridPackage.ScaigridCode)),
    dns: (one) => (one.code === UNRECOGNIZED ? "" : docsPackage.docs[one.code].meaning),
  });
}

// @ts-expect-error -- no such code
const wrong: scaigridPackage.ScaigridCode = "RATE_LIMITTED";

// @ts-expect-error -- dns has no handler
match(dns.decode({ status: 404 }) as AppError, "service", { scaigrid: () => 1 });

export = { inWords, wrong };
