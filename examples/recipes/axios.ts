// An interceptor, so that every call of a client rejects with the typed error.
import { errorFrom, scaigrid } from "@scai-errors/scaigrid";
import axios, { type AxiosInstance } from "axios";

export function gridClient(baseURL: string): AxiosInstance {
  const client = axios.create({ baseURL });
  client.interceptors.response.use(undefined, async (caught: unknown) => {
    throw (await errorFrom(scaigrid, caught)) ?? caught;
  });
  return client;
}
