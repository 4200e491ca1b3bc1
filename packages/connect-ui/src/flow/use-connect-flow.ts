import type { CreateConnectionBody } from '@latchkey/protocol';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useMemo, useReducer, useRef } from 'react';
import { failureOf } from '../api/failure.ts';
import { explain, type Explanation } from '../connect/explanation.ts';
import { useHost } from '../connect/use-host.ts';
import { useMessages } from '../messages/use-messages.ts';
import { initialFlow, reduceFlow, type FlowState } from './flow.ts';

/** The state of one integration's form, and what moves it on. */
export interface ConnectFlow {
  readonly state: FlowState;
  /** Sends the values. While an attempt runs, another call does nothing. */
  readonly submit: (body: CreateConnectionBody) => void;
  /** Tells that a field was changed, so that a failure of it no longer stands. */
  readonly edited: (field: string) => void;
  /** The failure of the last attempt, in words. */
  readonly explanation: Explanation | undefined;
}

/**
 * Runs the attempts to connect.
 *
 * @param fields Names of the form's fields.
 */
export function useConnectFlow(fields: readonly string[]): ConnectFlow {
  const host = useHost();
  const { locale } = useMessages();
  const [state, dispatch] = useReducer(reduceFlow, initialFlow);
  const running = useRef(false);
  const known = useRef<string[]>([]);

  const { mutate, reset } = useMutation({
    mutationFn: (body: CreateConnectionBody) =>
      host.api.connect(body, known.current, (report) => {
        dispatch({ type: 'progressed', report });
        host.emit({ type: 'progressed', step: report.step, state: report.state });
      }),
    onSuccess: (connection) => {
      known.current.push(connection.connectionId);
      dispatch({ type: 'connected', connection });
      host.emit({ type: 'connected', integrationId: connection.integrationId, connectionId: connection.connectionId });
      host.connected(connection);
    },
    onError: (thrown) => {
      const failure = failureOf(thrown);
      const explanation = explain(locale, failure, fields);
      dispatch({ type: 'failed', failure });
      host.emit({ type: 'failed', code: explanation.code, field: explanation.field });
      host.failed(explanation);
    },
    // Security: the mutation's variables hold the secret. Nothing observes it after this, and its cache time is nought, so it is dropped.
    onSettled: () => {
      running.current = false;
      reset();
    },
  });

  const submit = useCallback(
    (body: CreateConnectionBody): void => {
      // A state would be a render late for the second of two quick clicks.
      if (running.current) return;
      running.current = true;
      dispatch({ type: 'submitted' });
      host.emit({ type: 'submitted', integrationId: body.integration_id });
      mutate(body);
    },
    [host, mutate],
  );
  const edited = useCallback((field: string): void => dispatch({ type: 'edited', field }), []);

  const failure = state.name === 'editing' ? state.failure : undefined;
  const explanation = useMemo(() => failure && explain(locale, failure, fields), [locale, failure, fields]);
  return { state, submit, edited, explanation };
}
