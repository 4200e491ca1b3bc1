import { randomUUID } from 'node:crypto';
import { buildEndpoints, listProviders, type Provider } from '@latchkey/providers';
import { ANSWER_WITHIN_MS, describeNoAnswer, type Finding } from './finding.ts';

/** What it takes to ask the regions. */
export interface RegionSources {
  /** Hosts in place of the providers' own, by family. */
  readonly providerHosts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly fetch: typeof fetch;
  readonly now: () => number;
}

interface RegionAnswer {
  readonly finding: Finding;
  /** How far the clock of this machine is ahead of the region's, in milliseconds; `undefined` when it did not say. */
  readonly aheadMs: number | undefined;
}

/** Further apart, tokens look expired that are not, and the other way round. In milliseconds. */
const CLOCK_IS_WRONG_MS = 60_000;
/** Processes that share a database should be closer. In milliseconds; a region tells whole seconds. */
const CLOCK_IS_OFF_MS = 5_000;

/** Asks every region of every provider for an environment that does not exist: any answer shows that it can be reached, and tells its time. */
export async function checkRegions(sources: RegionSources): Promise<readonly Finding[]> {
  const families = [...new Map(listProviders().map((provider) => [provider.family, provider])).values()];
  const answers = await Promise.all(
    families.flatMap((provider) => provider.form.regions.map((region) => askRegion(provider, region, sources))),
  );
  return [...answers.map(({ finding }) => finding), judgeClock(answers.flatMap(({ aheadMs }) => (aheadMs === undefined ? [] : [aheadMs])))];
}

async function askRegion(
  provider: Provider,
  { code, name, topLevelDomain }: Provider['form']['regions'][number],
  { providerHosts, fetch, now }: RegionSources,
): Promise<RegionAnswer> {
  const check = `region ${code}`;
  const hosts = providerHosts[provider.family] ?? provider.hosts;
  const { discovery } = buildEndpoints(provider, hosts, { tld: topLevelDomain, environmentId: randomUUID() });
  const { host } = new URL(discovery);
  try {
    const askedAt = now();
    const response = await fetch(discovery, { redirect: 'manual', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    const answeredAt = now();
    await response.body?.cancel();
    const told = Date.parse(response.headers.get('date') ?? '');
    const aheadMs = Number.isNaN(told) ? undefined : (askedAt + answeredAt) / 2 - told;
    return { finding: { check, state: 'ok', message: `${name}: ${host} answers.` }, aheadMs };
  } catch (error) {
    const remedy = `Let this machine reach ${host} by HTTPS, if customers of yours are there.`;
    return {
      finding: { check, state: 'warning', message: `${name}: ${host} cannot be reached (${describeNoAnswer(error)}).`, remedy },
      aheadMs: undefined,
    };
  }
}

function judgeClock(aheads: readonly number[]): Finding {
  const check = 'clock';
  const sorted = aheads.toSorted((one, other) => one - other);
  const ahead = sorted[Math.floor(sorted.length / 2)];
  if (ahead === undefined) {
    const remedy = 'See whether this machine has a way to the internet, and whether it needs a proxy.';
    return { check, state: 'failed', message: 'No region answered, so there is nothing to compare it with.', remedy };
  }
  const seconds = Math.round(Math.abs(ahead) / 1000);
  const message = `This machine’s clock is ${seconds} s ${ahead > 0 ? 'ahead of' : 'behind'} the regions’.`;
  const remedy = 'Let the machine set its clock by NTP.';
  if (Math.abs(ahead) > CLOCK_IS_WRONG_MS) return { check, state: 'failed', message, remedy };
  if (Math.abs(ahead) > CLOCK_IS_OFF_MS) return { check, state: 'warning', message, remedy };
  return { check, state: 'ok', message: 'This machine’s clock agrees with the regions’.' };
}
