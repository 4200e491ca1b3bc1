import { expect, test } from 'vitest';
import { takeTicket } from './ticket.ts';

/** A tab at an address, with what its history keeps of this entry. */
function openTab(hash: string, state: unknown = null) {
  const tab = {
    location: { hash },
    history: {
      state,
      replaceState(next: unknown, _unused: string, address: string) {
        tab.history.state = structuredClone(next);
        tab.location.hash = address;
      },
    },
  };
  // oxlint-disable-next-line no-unsafe-type-assertion -- as much of a window as is looked at.
  return tab as unknown as Window;
}

test.each([
  ['#share=latchkey_link_abc', { kind: 'share', token: 'latchkey_link_abc' }],
  ['#session_token=s1&integration=pingone-cc', { kind: 'session', token: 's1', integration: 'pingone-cc' }],
  ['#session_token=s1', { kind: 'session', token: 's1' }],
])('The ticket of %s is taken out of the address, and a reload still has it.', (hash, ticket) => {
  const tab = openTab(hash);
  expect(takeTicket(tab)).toEqual(ticket);
  expect(tab.location.hash).not.toContain(ticket.token);
  expect(takeTicket(tab)).toEqual(ticket);
});

test.each(['', '#', '#share=', '#session_token=', '#else=1'])('An address that ends in "%s" is not complete.', (hash) => {
  expect(takeTicket(openTab(hash))).toBe('incomplete');
});

test('Who comes back to the address without its ticket has been away, to sign in.', () => {
  expect(takeTicket(openTab('#opened'))).toBe('returned');
  expect(takeTicket(openTab('#opened', { kind: 'share' }))).toBe('returned');
});
