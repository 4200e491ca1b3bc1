import { readFileSync } from 'node:fs';
import { webhookEvent, webhookEventTypes } from '../packages/protocol/src/index.ts';
import { expect, it } from 'vitest';
import { PATIENCE_MS } from '../packages/server/src/core/webhook-schedule.ts';

const text = readFileSync(new URL('../docs/webhooks.md', import.meta.url), 'utf8');

it('docs/webhooks.md names every event, and no other', () => {
  const named = [...text.matchAll(/^\| `([a-z_.]+)` \|/gm)].map(([, type]) => type);
  expect(named).toEqual([...webhookEventTypes, 'webhook.test']);
});

it('The event that docs/webhooks.md shows is one', () => {
  const [, example = ''] = /```json\n(.*?)```/s.exec(text) ?? [];
  expect(webhookEvent.parse(JSON.parse(example))).toEqual(JSON.parse(example));
});

it('docs/webhooks.md says for how long events are tried', () => {
  expect(text).toContain(`After ${PATIENCE_MS / 3_600_000} hours`);
});
