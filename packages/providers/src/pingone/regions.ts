import type { Region } from '../provider.ts';

const rows = [
  { code: 'NA', name: 'North America (excluding Canada)', topLevelDomain: 'com', aliases: ['North America', 'US', 'USA', 'United States'] },
  { code: 'CA', name: 'Canada', topLevelDomain: 'ca' },
  { code: 'EU', name: 'European Union', topLevelDomain: 'eu', aliases: ['Europe'] },
  { code: 'AU', name: 'Australia', topLevelDomain: 'com.au', aliases: ['Australia-AsiaPacific'] },
  { code: 'SG', name: 'Singapore', topLevelDomain: 'sg' },
  { code: 'AP', name: 'Asia-Pacific', topLevelDomain: 'asia', aliases: ['Asia'] },
] as const satisfies readonly Region[];

/**
 * PingOne's regions, in the order of its documentation.
 *
 * @see [PingOne API: introduction](https://developer.pingidentity.com/pingone-api/before-you-begin/introduction.html)
 */
export const regions: readonly Region[] = rows;

/** @see {@link regions} */
export type RegionCode = (typeof rows)[number]['code'];
