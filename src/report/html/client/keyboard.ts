/** What keys do. */
export interface KeyActions {
  readonly next: () => void;
  readonly previous: () => void;
  readonly openFirst: () => void;
  readonly search: () => void;
  readonly leave: () => void;
}

/** `j` `k` next and previous, `/` search, Enter opens, Escape leaves. Keys with a modifier are the browser's. */
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
