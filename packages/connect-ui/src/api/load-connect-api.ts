import type { ApiAccess } from './authorized-fetch.ts';
import type { ConnectApi } from './connect-api.ts';

/** Makes the server's routes callable; the code that calls them is loaded with the first call, so that the form does not wait for it. */
export function loadConnectApi(access: ApiAccess): ConnectApi {
  let loading: Promise<ConnectApi> | undefined;
  async function load(): Promise<ConnectApi> {
    loading ??= import('./connect-api.ts').then(({ createConnectApi }) => createConnectApi(access));
    try {
      return await loading;
    } catch (thrown) {
      loading = undefined;
      throw thrown;
    }
  }
  return {
    getSession: async (signal) => (await load()).getSession(signal),
    findRegion: async (environmentId, signal) => (await load()).findRegion(environmentId, signal),
    connect: async (body, known, onProgress) => (await load()).connect(body, known, onProgress),
  };
}
