import { describe, expect, it } from 'vitest';
import type { Connection } from '../api/connection.ts';
import type { Failure } from '../api/failure.ts';
import { initialFlow, reduceFlow, type FlowAction, type FlowState } from './flow.ts';

const failure: Failure = { code: 'wrong_client_secret', field: 'client_secret', retryable: false };
const connection: Connection = { connectionId: 'c1', integrationId: 'i1', environment: undefined, access: [], notices: [] };

const run = (...actions: readonly FlowAction[]): FlowState => actions.reduce(reduceFlow, initialFlow);

describe('the flow of one form', () => {
  it('goes from the form through the attempt to the connection', () => {
    expect(run({ type: 'submitted' }, { type: 'connected', connection })).toEqual({ name: 'connected', connection });
  });

  it('keeps the newest state of each step', () => {
    const state = run(
      { type: 'submitted' },
      { type: 'progressed', report: { type: 'progress', step: 'environment', state: 'started' } },
      { type: 'progressed', report: { type: 'progress', step: 'environment', state: 'done' } },
      { type: 'progressed', report: { type: 'progress', step: 'credentials', state: 'waiting' } },
    );
    expect(state).toEqual({ name: 'submitting', progress: { environment: 'done', credentials: 'waiting' } });
  });

  it('goes through a sign-in, whatever becomes of its window', () => {
    const authorizing = { type: 'authorizing', redirectUri: 'https://app.example/oauth/callback' } as const;
    const closed = run({ type: 'submitted' }, { ...authorizing, window: 'open' }, { ...authorizing, window: 'closed' });
    expect(closed).toEqual({ name: 'authorizing', window: 'closed', redirectUri: 'https://app.example/oauth/callback' });
    expect(reduceFlow(closed, { type: 'connected', connection })).toEqual({ name: 'connected', connection });
    expect(reduceFlow(closed, { type: 'failed', failure })).toEqual({ name: 'editing', failure });
    expect(reduceFlow(closed, { type: 'restarted' })).toEqual(initialFlow);
  });

  it('begins no sign-in by itself', () => {
    expect(run({ type: 'authorizing', window: 'open', redirectUri: undefined })).toBe(initialFlow);
  });

  it('forgets a failure when the next attempt begins', () => {
    expect(run({ type: 'submitted' }, { type: 'failed', failure }, { type: 'submitted' })).toEqual({ name: 'submitting', progress: {} });
  });

  it('tells of a failure before anything was sent', () => {
    expect(run({ type: 'failed', failure })).toEqual({ name: 'editing', failure });
  });

  it('keeps a failure of a field until that field is changed', () => {
    const failed = run({ type: 'submitted' }, { type: 'failed', failure });
    expect(reduceFlow(failed, { type: 'edited', field: 'client_id' })).toBe(failed);
    expect(reduceFlow(failed, { type: 'edited', field: 'client_secret' })).toEqual(initialFlow);
  });

  it('forgets a failure of two fields when either is changed', () => {
    const swap = ['environmentId', 'client_id'] as const;
    const failed = run({ type: 'submitted' }, { type: 'failed', failure: { ...failure, field: 'environmentId', swap } });
    expect(reduceFlow(failed, { type: 'edited', field: 'client_secret' })).toBe(failed);
    for (const field of swap) expect(reduceFlow(failed, { type: 'edited', field })).toEqual(initialFlow);
  });

  it('forgets a failure of no field at any change', () => {
    const failed = run({ type: 'submitted' }, { type: 'failed', failure: { code: 'no_roles', retryable: true } });
    expect(reduceFlow(failed, { type: 'edited', field: 'client_id' })).toEqual(initialFlow);
  });

  it('begins anew from anywhere, and disregards what is left of the attempt before', () => {
    for (const actions of [[], [{ type: 'submitted' }], [{ type: 'submitted' }, { type: 'connected', connection }]] as const) {
      expect(run(...actions, { type: 'restarted' })).toEqual(initialFlow);
      expect(run(...actions, { type: 'restarted' }, { type: 'connected', connection })).toEqual(initialFlow);
    }
  });

  it('disregards what comes after the end', () => {
    const done = run({ type: 'submitted' }, { type: 'connected', connection });
    expect(reduceFlow(done, { type: 'failed', failure })).toBe(done);
    expect(reduceFlow(done, { type: 'progressed', report: { type: 'progress', step: 'saved', state: 'done' } })).toBe(done);
    expect(reduceFlow(done, { type: 'submitted' })).toBe(done);
  });
});
