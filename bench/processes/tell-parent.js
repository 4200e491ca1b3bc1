/** Tells the parent where a server listens, and answers when it asks what memory the process has and what processor time it took. */
export function tellParent(server, facts = {}) {
  server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}`, ...facts }));
  process.on('message', () =>
    process.send({
      rss: process.memoryUsage.rss(),
      cpuMicroseconds: sum(process.cpuUsage()),
      mainMicroseconds: sum(process.threadCpuUsage()),
    }),
  );
  process.on('disconnect', () => process.exit());
}

function sum({ user, system }) {
  return user + system;
}
