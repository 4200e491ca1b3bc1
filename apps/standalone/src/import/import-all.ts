import { importConnectionBody } from '@latchkey/protocol';
import { ConnectError, type Connect } from '@latchkey/server';
import { readExportedConnection, type Order } from './read-exported-connection.ts';

/** What came of one connection. */
export interface ImportResult {
  readonly connectionId: string;
  /** `checked` in a dry run: it would be imported. `present`: it was there already, and was left as it is. */
  readonly outcome: 'imported' | 'checked' | 'present' | 'failed';
  /** Why it failed, and what to do. */
  readonly reason?: string;
}

/** How an export is imported. */
export interface ImportPlan {
  readonly connect: Connect;
  /** New ids of integrations, by their old ones. */
  readonly rename: ReadonlyMap<string, string>;
  readonly isDryRun: boolean;
  /** Whether connections that are there already take their credentials from the export. */
  readonly replaces: boolean;
  /** Called with each result as soon as it is known. */
  readonly onResult: (result: ImportResult) => void;
}

/** How many connections are checked at a time: each waits for another environment at PingOne. */
const AT_A_TIME = 4;

/** Imports every connection of an export, each by using it. What fails does not keep the others from being imported. */
export async function importAll(values: readonly unknown[], plan: ImportPlan): Promise<void> {
  const rest = values.entries();
  const work = async (): Promise<void> => {
    // All workers draw from the same iterator.
    for (const [index, value] of rest) plan.onResult(await importOne(value, index + 1, plan));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}

async function importOne(value: unknown, place: number, plan: ImportPlan): Promise<ImportResult> {
  const read = readExportedConnection(value, place, plan.rename);
  if ('problem' in read) return { connectionId: read.connectionId, outcome: 'failed', reason: read.problem };
  const { connection_id: connectionId } = read.body;
  try {
    // A refresh token may have been spent by the first import, so what is there is not imported again unasked.
    const isThere = await isPresent(plan.connect, read.body);
    if (isThere && !plan.replaces) return { connectionId, outcome: 'present' };
    if (plan.isDryRun) {
      if (!isThere) await findIntegration(plan.connect, read.body);
      return judgeShape(read.body);
    }
    await plan.connect.importConnection(read.body);
    return { connectionId, outcome: 'imported' };
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    return { connectionId, outcome: 'failed', reason: describeError(error) };
  }
}

async function isPresent(connect: Connect, { connection_id: connectionId, provider_config_key: key }: Order): Promise<boolean> {
  const { connections } = await connect.listConnections({ connectionId, integrationId: [key], limit: 1 });
  return connections.length > 0;
}

/** Asks for a connection that is not there, which tells whether its integration is. @throws {ConnectError} `unknown_provider_config` */
async function findIntegration(
  connect: Connect,
  { connection_id: connectionId, provider_config_key: integrationId }: Order,
): Promise<void> {
  try {
    await connect.getConnection({ integrationId, connectionId });
  } catch (error) {
    if (!(error instanceof ConnectError) || error.code !== 'unknown_connection') throw error;
  }
}

function judgeShape(body: Order): ImportResult {
  const { connection_id: connectionId } = body;
  const { error } = importConnectionBody.safeParse(body);
  if (error === undefined) return { connectionId, outcome: 'checked' };
  const places = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return { connectionId, outcome: 'failed', reason: `It cannot be imported as it is. ${places.join('; ')}` };
}

function describeError({ code, message, remedy, details }: ConnectError): string {
  const places = (details.errors ?? []).map((problem) => `${problem.path.join('.')}: ${problem.message}`);
  return [`${code}: ${message}`, ...places, remedy].join(' ');
}
