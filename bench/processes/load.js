/** Makes requests over so many connections, one at a time on each, and tells how many were answered and how long each took. */
import { Client } from 'undici';

process.on('disconnect', () => process.exit());
process.on('message', async ({ url, method = 'GET', headers = {}, body, connections, seconds, requests = Infinity }) => {
  const { origin, pathname, search } = new URL(url);
  const content = typeof body === 'number' ? Buffer.alloc(body, 'x') : body;
  const durations = [];
  const failures = {};
  const startedAt = performance.now();
  const endAt = startedAt + seconds * 1000;
  let begun = 0;

  const runOne = (client) =>
    new Promise((resolve) => {
      const sentAt = performance.now();
      let status = 0;
      const end = (failure) => {
        durations.push(performance.now() - sentAt);
        if (failure !== undefined) failures[failure] = (failures[failure] ?? 0) + 1;
        resolve();
      };
      client.dispatch(
        { path: pathname + search, method, headers, body: content },
        {
          onRequestStart() {},
          onResponseStart: (_controller, statusCode) => (status = statusCode),
          onResponseData() {},
          onResponseEnd: () => end(status >= 200 && status < 300 ? undefined : status),
          onResponseError: (_controller, error) => end(error.message),
        },
      );
    });
  const runConnection = async () => {
    const client = new Client(origin);
    while (performance.now() < endAt && begun < requests) {
      begun += 1;
      await runOne(client);
    }
    await client.close();
  };
  await Promise.all(Array.from({ length: connections }, runConnection));

  const took = (performance.now() - startedAt) / 1000;
  durations.sort((one, other) => one - other);
  const at = (share) => durations[Math.min(durations.length - 1, Math.floor(durations.length * share))];
  process.send({ rate: durations.length / took, p50: at(0.5), p99: at(0.99), count: durations.length, failures });
});
process.send({ ready: true });
