import { stackNotes } from './note-stack.ts';

const GAP = 10;
/** Below this width there is no margin: a number opens its note as a sheet. */
const narrow = matchMedia('(max-width: 1000px)');

const numberOf = (note: HTMLElement): HTMLElement | null =>
  document.getElementById(note.id.replace('note-', 'number-'));

/** Puts each note beside the words it is about; they have to be in view at their full size. */
function placeNotes(list: HTMLElement): void {
  list.classList.toggle('in-step', !narrow.matches);
  if (narrow.matches) return;
  const notes = [...list.querySelectorAll<HTMLElement>('.note')];
  const { top } = list.getBoundingClientRect();
  // a number stands at the end of its words, a line box up by its size
  const placed = notes.map((note) => ({
    wanted: (numberOf(note)?.getBoundingClientRect().top ?? top) - top,
    height: note.offsetHeight,
  }));
  const tops = stackNotes(placed, GAP);
  for (const [at, note] of notes.entries()) note.style.top = `${tops[at]}px`;
  const last = tops.length - 1;
  list.style.height = `${last < 0 ? 0 : (tops[last] as number) + (placed[last]?.height ?? 0)}px`;
}

/** Outlines a note and its words while the reader points at either. */
function pointOut(number: string | undefined): void {
  for (const element of document.querySelectorAll('.of-note')) element.classList.remove('of-note');
  if (number === undefined) return;
  document.getElementById(`note-${number}`)?.classList.add('of-note');
  for (const mark of document.querySelectorAll<HTMLElement>('mark[data-notes]'))
    if (mark.dataset.notes?.split(' ').includes(number)) mark.classList.add('of-note');
}

function openSheet(sheet: HTMLDialogElement, number: string): void {
  const content = document.getElementById('note-sheet-content');
  const note = document.querySelector(`#note-${CSS.escape(number)} > div`);
  if (!content || !note) return;
  content.replaceChildren(note.cloneNode(true));
  sheet.showModal();
}

/** Brings an article's notes in step with its text, or on a narrow screen into a sheet. */
export function startMarginNotes(): void {
  const list = document.getElementById('note-list');
  const text = document.getElementById('article-text');
  const sheet = document.getElementById('note-sheet');
  if (!list || !text || !(sheet instanceof HTMLDialogElement)) return;
  const place = () => placeNotes(list);
  place();
  new ResizeObserver(place).observe(text);
  narrow.addEventListener('change', place);
  document.fonts.ready.then(place);

  text.addEventListener('click', (event) => {
    const number = (event.target as Element).closest<HTMLElement>('.note-number')?.dataset.number;
    if (number === undefined || !narrow.matches) return;
    event.preventDefault();
    openSheet(sheet, number);
  });
  // outside of its content the dialog is its backdrop
  sheet.addEventListener('click', (event) => {
    if (event.target === sheet) sheet.close();
  });
  const follow = (event: Event) => {
    const target = event.target as Element;
    const note = target.closest<HTMLElement>('.note');
    const number = target.closest<HTMLElement>('.note-number')?.dataset.number;
    const mark = target.closest<HTMLElement>('mark[data-notes]')?.dataset.notes?.split(' ')[0];
    pointOut(note?.id.replace('note-', '') ?? number ?? mark);
  };
  for (const part of [list, text]) {
    part.addEventListener('pointerover', follow);
    part.addEventListener('focusin', follow);
    part.addEventListener('pointerleave', () => pointOut(undefined));
    part.addEventListener('focusout', () => pointOut(undefined));
  }
}
