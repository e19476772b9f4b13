import type { MessageKey } from './messages.ts';

/** A key and what it does: the listener acts by this list, and the dialog of keys prints it. */
export interface KeyCommand {
  /** As `keyName` writes them: "e", "ArrowDown", "Shift+ArrowDown", "Control+z". All of them do the same. */
  keys: string[];
  /** Where it works: on the whole page, or while the canvas has the focus. */
  on: 'page' | 'canvas';
  words: MessageKey;
  /** Acts; false leaves the key to the browser. */
  run: (key: string) => unknown;
}

const SETTING = 'entente-single-keys';

/** Whether keys of a single character act; a reader who dictates or whose hands slip switches them off. */
export function readSingleKeys(): boolean {
  try {
    return localStorage.getItem(SETTING) !== 'off';
  } catch {
    return true;
  }
}

/** Keeps the reader's choice on keys of a single character. */
export function keepSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(SETTING);
    else localStorage.setItem(SETTING, 'off');
  } catch {
    // Without storage there is no choice to keep.
  }
}

/** The pressed key with its modifiers; letters are small, and Cmd counts as Control. */
export function keyName({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  const letter = key.length === 1;
  const modified = ctrlKey || metaKey;
  const shift = shiftKey && (modified || !letter) ? 'Shift+' : '';
  return `${modified ? 'Control+' : ''}${shift}${letter ? key.toLowerCase() : key}`;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), textarea, select');
}

export interface KeyDeps {
  canvas: HTMLElement;
  commands: KeyCommand[];
  /** Takes a character as part of an actor's name; false where none is being typed. `fresh` starts a name. */
  typeName: (character: string, fresh: boolean) => boolean;
}

/** Acts on the keys of the list. They rest while a field or a dialog has the focus. */
export function listenToKeys({ canvas, commands, typeName }: KeyDeps): void {
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.defaultPrevented || isField(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    const onCanvas = event.target === canvas;
    const name = keyName(event);
    const single = name.length === 1;
    const allowed = !single || readSingleKeys();
    if (onCanvas && single && typeName(event.key, !allowed)) {
      event.preventDefault();
      return;
    }
    if (!allowed) return;
    const places = onCanvas ? ['canvas', 'page'] : ['page'];
    // Of several commands with one key the first that has something to do does it: Esc goes back one step at a time.
    const done = places
      .flatMap((place) => commands.filter(({ on, keys }) => on === place && keys.includes(name)))
      .some((command) => command.run(name) !== false);
    if (done) event.preventDefault();
  });
}
