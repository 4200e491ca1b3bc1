import { createLatchkey } from '@latchkey/node';

const latchkey = createLatchkey({ apiUrl: 'https://app.example.com/latchkey', secretKey: process.env.LATCHKEY_SECRET_KEY });

for await (const { integrationId, connectionId } of latchkey.connections.list({ organizationId: 'acme' })) {
  for await (const environment of latchkey.proxy.paginate<{ name: string }>('/v1/environments', { integrationId, connectionId })) {
    console.log(environment.name);
  }
}
