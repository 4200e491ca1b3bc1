/** An app with Latchkey in it, as it is published: built, with the default logger and a database file. */
import { createServer } from 'node:http';
import express from 'express';
import { createConnect } from '../../packages/server/dist/index.js';
import { tellParent } from './tell-parent.js';

const options = JSON.parse(process.argv[2]);
const app = express();
const server = createServer(app);
app.use('/latchkey', createConnect(options).router);
tellParent(server);
