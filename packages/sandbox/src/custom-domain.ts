import type { Environment } from './environments.ts';

/** The issuer that an environment has once it stands under a domain of its own. */
export function buildCustomIssuer({ name }: Environment): string {
  return `https://auth.${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.example/as`;
}
