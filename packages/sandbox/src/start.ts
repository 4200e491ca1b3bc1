import { createSandbox } from './create-sandbox.ts';

const USUAL_PORT = 4600;

const sandbox = await createSandbox({ port: USUAL_PORT, log: console.error }).catch((error: unknown) => {
  if (!isPortTaken(error)) throw error;
  console.log(`Port ${USUAL_PORT} is taken, so another one is used.`);
  return createSandbox({ port: 0, log: console.error });
});

console.log(`\nA PingOne to test against: ${sandbox.url}\n`);
for (const { name, region, environmentId, workers } of sandbox.environments) {
  console.log(`  ${name} (${region})  ${environmentId}  ${workers.length} workers`);
}
console.log(`\nFor createConnect:  providerHosts: ${JSON.stringify({ pingone: sandbox.hosts })}`);
console.log('\nCredentials, scenarios and switches are on its page. Press Ctrl-C to end it.');

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
