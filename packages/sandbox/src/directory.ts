import { deriveId } from './derive-identity.ts';

/** A population of an environment's directory. */
export interface Population {
  readonly id: string;
  readonly name: string;
  readonly default: boolean;
}

/** A user as the API shows them. */
export interface DirectoryUser {
  readonly id: string;
  readonly username: string;
  readonly given: string;
  readonly family: string;
  readonly email: string;
  readonly enabled: boolean;
  readonly populationId: string;
}

const GIVEN_NAMES =
  'Ada Amara Bela Chen Dario Elif Femi Greta Hana Ines Jonas Kofi Lea Mateo Nadia Omar Priya Quinn Rosa Sami Tomas Uma Vera Wen Yusuf'.split(
    ' ',
  );
const FAMILY_NAMES = 'Abara Bergman Castillo Dubois Eriksen Fujita Grau Haddad Ivanov Jansen'.split(' ');

/** Fills an environment's directory: first those who can sign in, then invented people up to the wanted size. */
export function fillDirectory(seed: {
  readonly name: string;
  readonly users: readonly string[];
  readonly populations: readonly string[];
  readonly directorySize: number;
}): { readonly populations: readonly Population[]; readonly directory: DirectoryUser[] } {
  const populations = seed.populations.map((name, index) => ({
    id: deriveId(`population:${seed.name}/${name}`),
    name,
    default: index === 0,
  }));
  const domain = `${seed.name.toLowerCase().replace(/[^a-z]+/g, '-')}.example`;
  const directory = Array.from({ length: Math.max(seed.directorySize, seed.users.length) }, (_, index): DirectoryUser => {
    const given = GIVEN_NAMES[index % GIVEN_NAMES.length] ?? '';
    const round = Math.floor(index / GIVEN_NAMES.length);
    const family = FAMILY_NAMES[round % FAMILY_NAMES.length] ?? '';
    const lap = Math.floor(round / FAMILY_NAMES.length);
    const username = seed.users[index] ?? `${given}.${family}${lap > 0 ? lap + 1 : ''}`.toLowerCase();
    return {
      id: deriveUserId(seed.name, username),
      username,
      given,
      family,
      email: `${username}@${domain}`,
      // Every twentieth user is disabled, so that lists show both.
      enabled: index % 20 !== 19,
      populationId: populations[index % populations.length]?.id ?? '',
    };
  });
  return { populations, directory };
}

/** Derives a user's ID from the names of the environment and the user. */
export function deriveUserId(environmentName: string, username: string): string {
  return deriveId(`user:${environmentName}/${username}`);
}

/** Replaces a user by one who differs in what is given. */
export function updateUser(directory: DirectoryUser[], id: string, change: Partial<DirectoryUser>): DirectoryUser | undefined {
  const index = directory.findIndex((user) => user.id === id);
  const user = directory[index];
  if (!user) return undefined;
  const updated = { ...user, ...change };
  directory[index] = updated;
  return updated;
}
