import { createConnect } from '@latchkey/server';
import express from 'express';

const app = express();
const connect = createConnect({
  publicUrl: 'https://app.example.com/latchkey',
  encryptionKeys: [process.env.LATCHKEY_ENCRYPTION_KEY],
  secretKeys: [process.env.LATCHKEY_SECRET_KEY],
  integrations: [{ id: 'pingone-cc', provider: 'pingone-cc' }],
});
app.use('/latchkey', connect.router);
app.post('/connect-session', async (_request, response) => {
  const session = await connect.createConnectSession({ end_user: { id: 'the user who is logged in' } });
  response.json(session.data);
});
app.listen(3000);
