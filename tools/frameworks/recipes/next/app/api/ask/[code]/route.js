import { createFetch } from "@scai-errors/fetch";
import { isServiceError, relay } from "@scai-errors/relay";
import { scaigrid } from "@scai-errors/scaigrid";

const fetchScaigrid = createFetch(scaigrid);

export async function GET(request, { params }) {
  const { code } = await params;
  try {
    const answer = await fetchScaigrid(`${process.env.SCAIGRID_URL}/${code}`);
    return Response.json(await answer.json());
  } catch (caught) {
    if (!isServiceError(caught)) throw caught;
    const { status, headers, body } = relay(caught);
    return new Response(body, { status, headers });
  }
}
