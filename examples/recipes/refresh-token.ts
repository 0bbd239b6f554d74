// A new token where the old one is refused, once: `after_change` says that the same request can succeed after the caller did something.
import { scaigrid } from "@scai-errors/scaigrid";

export interface Tokens {
  current(): string;
  refresh(): Promise<string>;
}

export async function fetchWithToken(url: string, tokens: Tokens): Promise<Response> {
  const send = async (token: string): Promise<Response> => {
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw await scaigrid.fromResponse(response);
    return response;
  };
  try {
    return await send(tokens.current());
  } catch (error) {
    const isTokenRefused = scaigrid.is(error) && error.kind === "unauthenticated" && error.retry.policy === "after_change";
    if (!isTokenRefused) throw error;
    return send(await tokens.refresh());
  }
}
