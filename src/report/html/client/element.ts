import { plainLine } from '../../../text/escape-text.ts';
import { fileLink } from '../page-place.ts';
import type { Page } from './page.ts';

type Child = Node | string | undefined;

/**
 * An element with attributes and children. Strings become text, never markup. Undefined attributes and children are
 * skipped.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A button with an action. */
export function button(
  attributes: Readonly<Record<string, string | undefined>>,
  onClick: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', onClick);
  return made;
}

/** A section of the page with a heading; undefined when it is empty. */
export function section(title: string, ...children: readonly Child[]): HTMLElement | undefined {
  const shown = children.filter((child) => child !== undefined);
  return shown.length === 0 ? undefined : element('section', {}, element('h3', {}, title), ...shown);
}

const shownMs = 1500;

/** A button that copies a text and confirms it. */
export function copyButton(text: string, what: string): HTMLElement {
  const made = button(
    { class: 'quiet copy', 'aria-label': `Copy ${what}` },
    () => {
      void copy(text).then((isCopied) => {
        made.textContent = isCopied ? 'Copied' : 'Select and copy by hand';
        setTimeout(() => (made.textContent = 'Copy'), shownMs);
      });
    },
    'Copy',
  );
  return made;
}

/** The clipboard may be forbidden in an embedded page. The old way may still work there. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const holder = document.createElement('textarea');
  holder.value = text;
  holder.className = 'offscreen';
  document.body.append(holder);
  holder.select();
  // Deprecated, but the only way without the Clipboard API.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const isCopied = document.execCommand('copy');
  holder.remove();
  return isCopied;
}

/** A link to a file beside the page. A guest's file is downloaded instead of shown, because it may be a web page. */
export function fileAnchor(
  path: string,
  { data }: Page,
  { text = plainLine(path), download = false }: { readonly text?: string; readonly download?: boolean } = {},
): HTMLElement {
  const href = fileLink(path, data.filesAt);
  if (href === undefined) return element('span', { class: 'path' }, text);
  return element(
    'a',
    { class: 'path', href, rel: 'noopener noreferrer', target: '_blank', download: download ? '' : undefined },
    text,
  );
}
