import { describe, expect, it } from 'vitest';
import { keyName } from '../../client/keys.ts';

const pressed = (key: string, modifiers: Partial<KeyboardEvent> = {}) =>
  ({ key, ctrlKey: false, metaKey: false, shiftKey: false, ...modifiers }) as KeyboardEvent;

describe('the name of a key', () => {
  it.each([
    ['a letter', pressed('e'), 'e'],
    ['a letter under capitals lock', pressed('E', { shiftKey: true }), 'e'],
    ['a sign that needs the shift key on some keyboards only', pressed('?', { shiftKey: true }), '?'],
    ['an arrow', pressed('ArrowDown'), 'ArrowDown'],
    ['an arrow with shift', pressed('ArrowDown', { shiftKey: true }), 'Shift+ArrowDown'],
    ['undo', pressed('z', { ctrlKey: true }), 'Control+z'],
    ['undo on a Mac', pressed('z', { metaKey: true }), 'Control+z'],
    ['redo', pressed('Z', { ctrlKey: true, shiftKey: true }), 'Control+Shift+z'],
  ])('of %s', (_what, event, name) => {
    expect(keyName(event)).toBe(name);
  });
});
