import type { CodeDocs, CodeText, DocsOf } from "./code-docs.js";
import type { transportCodes } from "./transport-error.js";

/** The docs of a code of the first release, which was in the package of `createFetch` then. No page of a service describes it. */
function under(group: string): (text: CodeText) => CodeDocs {
  return (text) => ({ ...text, group, since: "1.0.0", page: "" });
}

const unsent = under("Before the request was sent");
const unanswered = under("Without an answer that can be used");
const streams = under("In an event stream");

/** What people read about failed connections: a row for every code of `transport`, as the services have them in their own `docs`. */
export const transportDocs = {
  NAME_NOT_RESOLVED: unsent({
    meaning: "The server's name has no address.",
    cause: "The host in the URL is mistyped, its DNS record is missing or new, or the resolver of this machine cannot be reached.",
    fix: "Ask `nslookup` for the host's name on the machine that failed. In a container, look at its DNS settings; try again with pauses where the resolver was away.",
    origin: "caller",
  }),
  CONNECTION_FAILED: unsent({
    meaning: "No connection could be made.",
    cause:
      "Nobody listens at that address and port, a firewall drops the packets, or the server was starting. `receivedCode` says which, such as `ECONNREFUSED`.",
    fix: "Check port and protocol of the URL, and whether another program on the machine reaches it. Nothing was sent, so any request may be sent again.",
    origin: "service",
  }),
  TLS_FAILED: unsent({
    meaning: "The connection could not be secured.",
    cause:
      "The certificate has expired, is for another name or from an unknown authority, or a proxy with a certificate of its own stands in between.",
    fix: "Look at the certificate with `openssl s_client -connect host:443`. Add a company's own authority with `NODE_EXTRA_CA_CERTS`; do not switch the check off.",
    origin: "caller",
  }),
  PROXY_REFUSED: {
    ...unsent({
      meaning: "A proxy refused the tunnel to the server.",
      cause: "The proxy asks for credentials (407) or does not allow this host (403). The request never got to the server.",
      fix: "Put user and password of the proxy into its URL, or have the host allowed there. `NO_PROXY` takes hosts that need no proxy.",
      origin: "caller",
    }),
    since: "next",
  },
  REQUEST_REFUSED: unsent({
    meaning: "The server sent the request back before it began with it.",
    cause: "Over HTTP/2 the server is closing the connection (GOAWAY) or refused the stream, as it does during a deployment.",
    fix: "Nothing has to be changed: send it again, which goes over a new connection. The server promises that it has not begun.",
    origin: "service",
  }),
  THROTTLED: unanswered({
    meaning: "The server asked over HTTP/2 to calm down.",
    cause: "A stream was closed with ENHANCE_YOUR_CALM, because this client opened too many streams or reset too many.",
    fix: "Send fewer requests at the same time, and look for code that aborts many of them. Then try again with increasing delays.",
    origin: "caller",
  }),
  TIMEOUT: unanswered({
    meaning: "No answer came in time.",
    cause: "The server was slower than `attemptTimeoutMs` or the runtime's own limit allows, or an answer got lost.",
    fix: "It may have been carried out: repeat it only with an `Idempotency-Key`, or ask first. Raise `attemptTimeoutMs` for calls that take long by nature.",
    origin: "service",
  }),
  CANCELLED: unanswered({
    meaning: "Something else than the caller's signal ended the call.",
    cause:
      "A browser left the page, an extension or a service worker stopped the request, or a dispatcher was destroyed with requests in it.",
    fix: "Look for what ends requests in this runtime. A call that was aborted by its own signal rejects with that signal's reason instead.",
    origin: "caller",
  }),
  UNREADABLE_ANSWER: unanswered({
    meaning: "What came back was no HTTP, or in a broken encoding.",
    cause: "The port belongs to another protocol, headers are too large, or a proxy damaged a compressed body.",
    fix: "See what the port sends with `curl -v --raw`. Check `http` against `https` in the URL, and leave out the proxy for a try.",
    origin: "service",
  }),
  REDIRECT_REFUSED: unanswered({
    meaning: "A redirect was not followed.",
    cause: 'There were too many of them in a row, one led to a URL that is not HTTP, or the call has `redirect: "error"`.',
    fix: "Follow the chain with `curl -IL`, and call its end directly. A circle is often one between `http` and `https`.",
    origin: "service",
  }),
  CONNECTION_LOST: unanswered({
    meaning: "The connection ended before the answer was complete.",
    cause: "The server or something on the way reset it: a crash, an idle limit of a load balancer, a change of networks.",
    fix: "Repeat what is idempotent. Keep connections open for less long than the load balancer does if it happens to idle ones.",
    origin: "service",
  }),
  NETWORK_ERROR: unanswered({
    meaning: "The call failed, and the runtime does not say why.",
    cause: "A browser tells scripts no more than this about networks, and the same where CORS forbids them to read the answer.",
    fix: "Open the network tab: a missing `Access-Control-Allow-Origin` shows there. Otherwise a blocker stopped it, or the device is offline: try again when it is back.",
    origin: "caller",
  }),
  STREAM_EMPTY: streams({
    meaning: "An event stream ended without a single event.",
    cause: "The connection broke at once, or a proxy that does not know event streams answered for the server.",
    fix: "Send it again if it is idempotent, which is harmless since nothing was delivered. Switch off buffering for the route in the proxy.",
    origin: "service",
  }),
  STREAM_TRUNCATED: streams({
    meaning: "An event stream ended before its last event.",
    cause: "The server or a proxy closed the connection in the middle, as at an idle limit, and `[DONE]` never came.",
    fix: "Keep what has arrived and mark it as incomplete, or begin anew. Sending the request again would deliver it twice.",
    origin: "service",
  }),
  EVENT_TOO_LARGE: streams({
    meaning: "An event is longer than the reader takes.",
    cause: "One event has more characters than `maxEventLength`, by default 1,048,576, or a line never ends.",
    fix: "Raise `maxEventLength` in `readEvents` where such events are expected. Otherwise it is no event stream that arrives.",
    origin: "service",
  }),
  EVENT_UNREADABLE: streams({
    meaning: "The data of an event is not JSON.",
    cause: "`event.json()` was called on data that is plain text, or that was cut.",
    fix: "Look at `event.data`, and call `event.json()` only for events whose data is JSON.",
    origin: "service",
  }),
} satisfies DocsOf<typeof transportCodes>;
