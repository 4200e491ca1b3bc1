import { describe, expect, it } from 'vitest';
import { stylePart } from './styling.ts';

describe('the attributes of a part', () => {
  it('are its name, and the class on which Latchkey’s rules hang', () => {
    expect(stylePart({}, 'submit')).toEqual({ className: 'lk-submit', 'data-part': 'submit' });
  });

  it('have the host’s classes besides', () => {
    expect(stylePart({ classNames: { submit: 'btn btn-primary' } }, 'submit').className).toBe('lk-submit btn btn-primary');
    expect(stylePart({ classNames: { submit: 'btn' } }, 'input').className).toBe('lk-input');
  });

  it('have no class of Latchkey’s when the host wants none', () => {
    expect(stylePart({ unstyled: true }, 'submit')).toEqual({ className: undefined, 'data-part': 'submit' });
    expect(stylePart({ unstyled: true, classNames: { submit: 'btn' } }, 'submit').className).toBe('btn');
  });
});
