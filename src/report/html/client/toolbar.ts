import type { PageData } from '../page-data.ts';
import { kindOf, kindSigns, kindWords, noFilter, type PageFilter, type TestKind, testKinds } from '../page-filter.ts';
import { button, element } from './element.ts';

/** What the keys do. */
export interface KeyActions {
  readonly next: () => void;
  readonly previous: () => void;
  readonly openFirst: () => void;
  readonly search: () => void;
  readonly leave: () => void;
}

/** `j` `k` next and previous, `/` search, Enter opens, Escape leaves. Keys with a modifier are left to the browser. */
export function listenToKeys({ next, previous, openFirst, search, leave }: KeyActions): void {
  const actions: Readonly<Record<string, () => void>> = { j: next, k: previous, '/': search };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    const isSearch = event.target instanceof HTMLInputElement;
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && (isSearch || event.target === document.body)) openFirst();
    else if (!isTyping && Object.hasOwn(actions, event.key)) actions[event.key]?.();
    else return;
    event.preventDefault();
  });
}

export interface Toolbar {
  readonly element: HTMLElement;
  readonly focusSearch: () => void;
  /** Clears the filter; false when there was none. */
  readonly clear: () => boolean;
  /** Shows the number of visible tests. */
  readonly count: (shown: number) => void;
}

/** Search, outcomes and cells. A search starts when typing pauses. */
export function createToolbar(data: PageData, onFilter: (filter: PageFilter) => void): Toolbar {
  let filter = noFilter;
  const search = element('input', {
    type: 'search',
    placeholder: 'Filter tests',
    'aria-label': 'Filter tests by text',
    'aria-keyshortcuts': '/',
    spellcheck: 'false',
    autocomplete: 'off',
  });
  const counted = element('output', { class: 'counted', 'aria-live': 'polite' });
  const chips = kindChips(data, (kind) => change({ ...filter, kinds: toggled(filter.kinds, kind) }));
  const cells = cellChoice(data, (cell) => change({ ...filter, cell }));
  const show = (): void => {
    for (const [kind, chip] of chips) chip.setAttribute('aria-pressed', String(filter.kinds.has(kind)));
    cells.value = filter.cell === undefined ? '' : String(filter.cell);
    if (search.value !== filter.text) search.value = filter.text;
  };
  const change = (next: PageFilter): void => {
    filter = next;
    show();
    onFilter(filter);
  };
  let pause: number | undefined;
  search.addEventListener('input', () => {
    clearTimeout(pause);
    pause = window.setTimeout(() => change({ ...filter, text: search.value }), 80);
  });
  return {
    element: element(
      'div',
      { class: 'tools', role: 'search' },
      search,
      element('div', { class: 'chips', role: 'group', 'aria-label': 'Filter by outcome' }, ...chips.values()),
      data.cells.length > 1 ? cells : undefined,
      counted,
    ),
    focusSearch: () => {
      search.focus();
      search.select();
    },
    clear: () => {
      clearTimeout(pause);
      const had = filter.text !== '' || search.value !== '' || filter.kinds.size > 0 || filter.cell !== undefined;
      if (had) {
        search.value = '';
        change(noFilter);
      }
      return had;
    },
    count: (shown) => {
      counted.textContent = shown === data.tests.length ? `${shown} tests` : `${shown} of ${data.tests.length} tests`;
    },
  };
}

function kindChips({ tests }: PageData, onToggle: (kind: TestKind) => void): ReadonlyMap<TestKind, HTMLButtonElement> {
  const counts = new Map<TestKind, number>();
  for (const test of tests) counts.set(kindOf(test), (counts.get(kindOf(test)) ?? 0) + 1);
  return new Map(
    testKinds.flatMap((kind) => {
      const count = counts.get(kind);
      if (count === undefined) return [];
      const sign = element('span', { class: 'tile', 'data-kind': kind, 'aria-hidden': 'true' }, kindSigns[kind]);
      return [
        [
          kind,
          button({ class: 'chip', 'aria-pressed': 'false' }, () => onToggle(kind), sign, `${count} ${kindWords[kind]}`),
        ],
      ];
    }),
  );
}

function cellChoice({ cells }: PageData, onChoose: (cell: number | undefined) => void): HTMLSelectElement {
  const choice = element(
    'select',
    { 'aria-label': 'Filter by cell' },
    element('option', { value: '' }, 'All cells'),
    ...cells.map(({ label }, index) => element('option', { value: String(index) }, label)),
  );
  choice.addEventListener('change', () => onChoose(choice.value === '' ? undefined : Number(choice.value)));
  return choice;
}

function toggled(kinds: ReadonlySet<TestKind>, kind: TestKind): ReadonlySet<TestKind> {
  const next = new Set(kinds);
  if (!next.delete(kind)) next.add(kind);
  return next;
}
