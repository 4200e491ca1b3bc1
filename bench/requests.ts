/**
 * How fast Latchkey is, side by side with a bare proxy in the same run: `pnpm bench`.
 *
 * How to read it: timings differ from machine to machine and from minute to minute; ratios to the baseline of the same run hardly do. All kinds
 * take turns, and the median round counts. Load, upstream, baseline and Latchkey each have a process of their own, and share what cores there are:
 * on two cores no figure is what a machine of its own would give. The baseline is Express 5 with undici's `stream()` and nothing else; Latchkey's
 * figure has authentication, connection, token and the row of the request log in it. Processor time counts all threads of the measured
 * process; it says most when the machine is busy with something else.
 *
 * Baseline and Latchkey run with the options for memory that `deploy/` sets.
 *
 * `BENCH_ONLY` chooses kinds by a part of their name, `BENCH_ROUNDS` and `BENCH_SECONDS` how long, `BENCH_OPTIONS` (JSON) adds options of Latchkey's, and
 * `BENCH_PROFILE` names a folder for profiles of its process and the baseline's.
 */

import { startStack } from './start-stack.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const ROUND_SECONDS = Number(process.env['BENCH_SECONDS'] ?? 2);

/** Long enough for the compiler to have been through what is measured. */
const WARM_UP_SECONDS = 4;
const PROFILE = process.env['BENCH_PROFILE'];

interface Measured {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the measured process for each request, in microseconds: all its threads, and the one that serves. */
  readonly cpu: number;
  readonly main: number;
}

const stack = await startStack(PROFILE === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${PROFILE}`]);
const { bare, latchkey, load, apiUrl, headers, secretKey, connectionId } = stack;
// What is held for whoever comes next is let go within two minutes.
await new Promise((resolve) => setTimeout(resolve, 120_000));
const [idleMb, bareIdleMb] = [await latchkey.readMemory(), await bare.readMemory()];

interface Kind {
  readonly name: string;
  readonly url: string;
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly connections: number;
}

const kinds: readonly Kind[] = [
  { name: 'bare proxy, 32 connections', url: `${bare.url}/users`, headers, connections: 32 },
  { name: 'Latchkey, 32 connections', url: `${apiUrl}/proxy/users`, headers, connections: 32 },
  { name: 'bare proxy, 1 connection', url: `${bare.url}/users`, headers, connections: 1 },
  { name: 'Latchkey, 1 connection', url: `${apiUrl}/proxy/users`, headers, connections: 1 },
  {
    name: 'credential reads',
    url: `${apiUrl}/connections/${connectionId}?provider_config_key=pingone-cc`,
    headers: { authorization: `Bearer ${secretKey}` },
    connections: 32,
  },
  {
    name: 'session creations',
    url: `${apiUrl}/connect/sessions`,
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ end_user: { id: 'ada', email: 'ada@example.com' } }),
    connections: 32,
  },
].filter(({ name }) => name.includes(process.env['BENCH_ONLY'] ?? ''));

let highestMb = 0;
let bareHighestMb = 0;

const rounds = new Map<string, Measured[]>(kinds.map(({ name }) => [name, []]));
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const { name, ...request } of kinds) {
    const measured = request.url.startsWith(bare.url) ? bare : latchkey;
    const before = await measured.readCpu();
    const { rate, p50, p99, count, failures } = await load.ask({ ...request, seconds: round === 0 ? WARM_UP_SECONDS : ROUND_SECONDS });
    if (Object.keys(Object(failures)).length > 0) throw new Error(`${name}: ${JSON.stringify(failures)}`);
    const after = await measured.readCpu();
    if (measured === latchkey) highestMb = Math.max(highestMb, await latchkey.readMemory());
    else bareHighestMb = Math.max(bareHighestMb, await bare.readMemory());
    const each = (part: keyof typeof after): number => (after[part] - before[part]) / Number(count);
    // The first round warms up.
    if (round > 0) rounds.get(name)?.push({ rate: Number(rate), p50: Number(p50), p99: Number(p99), cpu: each('all'), main: each('main') });
  }
}
await stack.stop();

const medians = kinds.map(({ name }) => readMedian(rounds.get(name) ?? []));
for (const [index, { rate, p50, p99, cpu, main }] of medians.entries()) {
  const name = kinds[index]?.name ?? '';
  console.log(
    `${name.padEnd(28)} ${Math.round(rate).toLocaleString('en').padStart(7)} requests/s   p50 ${p50.toFixed(2)} ms   p99 ${p99.toFixed(2)} ms   ${cpu.toFixed(0)} µs of processor time each, ${main.toFixed(0)} of them in the thread that serves`,
  );
}
const [bareMany, ownMany, bareOne, ownOne] = medians;
if (bareMany && ownMany && bareOne && ownOne) {
  console.log(`\nLatchkey serves ${(ownMany.rate / bareMany.rate).toFixed(2)} × the bare proxy's requests, with 32 connections.`);
  console.log(`Its p99 with 1 connection is ${(ownOne.p99 - bareOne.p99).toFixed(2)} ms above the bare proxy's.`);
}
console.log(
  `Memory: ${idleMb.toFixed(0)} MB idle, two minutes after the last request, and ${highestMb.toFixed(0)} MB at most after a round of this load; the bare proxy ${bareIdleMb.toFixed(0)} and ${bareHighestMb.toFixed(0)}.`,
);
console.log(
  `Cold start: ${(await readColdStart()).toFixed(0)} ms from the start of the process to the first 200, a new database included.`,
);

async function readColdStart(): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const cold = await startStack();
    times.push(cold.coldStartMs);
    await cold.stop();
  }
  return median(times);
}

function readMedian(measured: readonly Measured[]): Measured {
  return {
    rate: median(measured.map(({ rate }) => rate)),
    p50: median(measured.map(({ p50 }) => p50)),
    p99: median(measured.map(({ p99 }) => p99)),
    cpu: median(measured.map(({ cpu }) => cpu)),
    main: median(measured.map(({ main }) => main)),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
