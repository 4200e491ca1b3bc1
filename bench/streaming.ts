/**
 * Whether memory stays flat while bodies of 1 MB are streamed, 10,000 in each direction: `pnpm bench:streaming`. Takes some minutes.
 *
 * How to read it: memory is that of Latchkey's process alone. It may grow in the first tenth, while its buffers find their size; flat means that the
 * highest value of the last tenth is no more than a tenth above that of the second. What is held is what is on its way, so it does not depend on
 * how many bodies there were.
 */

import { startStack } from './start-stack.ts';

const BODIES = Number(process.env['BENCH_BODIES'] ?? 10_000);
const CONNECTIONS = 8;
const PARTS = 10;
const MEGABYTE = 1024 * 1024;
/** More of growth than this is a leak. */
const HIGHEST_GROWTH = 1.1;

const stack = await startStack();
const { latchkey, load, apiUrl, headers } = stack;
const directions = [
  { name: 'from the provider', url: `${apiUrl}/proxy/megabyte`, headers },
  {
    name: 'to the provider',
    url: `${apiUrl}/proxy/sink`,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    body: MEGABYTE,
  },
];

let isFlat = true;
for (const { name, ...request } of directions) {
  const highest: number[] = [];
  const rates: number[] = [];
  for (let part = 0; part < PARTS; part += 1) {
    let highestMb = 0;
    const watch = setInterval(() => void latchkey.readMemory().then((mb) => (highestMb = Math.max(highestMb, mb))), 100);
    const { rate, failures } = await load.ask({ ...request, connections: CONNECTIONS, seconds: 3600, requests: BODIES / PARTS });
    clearInterval(watch);
    if (Object.keys(Object(failures)).length > 0) throw new Error(`${name}: ${JSON.stringify(failures)}`);
    highest.push(Math.max(highestMb, await latchkey.readMemory()));
    rates.push(Number(rate));
  }
  const [, second = 0] = highest;
  const last = highest.at(-1) ?? 0;
  isFlat &&= last <= second * HIGHEST_GROWTH;
  console.log(`${BODIES.toLocaleString('en')} bodies of 1 MB ${name}: ${Math.round(Math.max(...rates))} MB/s at best`);
  console.log(`  highest memory in each tenth, in MB: ${highest.map((mb) => Math.round(mb)).join(' ')}`);
}
await stack.stop();
console.log(isFlat ? 'Memory stayed flat.' : 'Memory grew.');
process.exitCode = isFlat ? 0 : 1;
