import { appBody } from '@latchkey/protocol';
import { formatApp } from '../format-app.ts';
import { forAnyone, type Route } from '../route.ts';

/** What the hosted page asks before anybody has a session. */
export const appRoutes: readonly Route[] = [
  forAnyone({
    method: 'GET',
    path: '/connect/app',
    summary: 'Tells whose page it is that customers connect on.',
    status: 200,
    answer: appBody,
    work: ({ deps }) => ({ data: formatApp(deps) }),
  }),
];
