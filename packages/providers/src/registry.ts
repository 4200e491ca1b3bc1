import { pingOneClientCredentials } from './pingone/pingone-cc.ts';
import { pingOne } from './pingone/pingone.ts';
import type { Provider } from './provider.ts';

const providers: readonly Provider[] = [pingOneClientCredentials, pingOne];

/** Lists every provider that Latchkey knows. */
export function listProviders(): readonly Provider[] {
  return providers;
}

/** Finds a provider by its id, for example `pingone-cc`. */
export function findProvider(id: string): Provider | undefined {
  return providers.find((provider) => provider.id === id);
}
