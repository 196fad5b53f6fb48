import { plainLine } from '../../../text/escape-text.ts';
import { fileLink } from '../page-place.ts';
import type { Page } from './page.ts';

type Child = Node | string | undefined;

/**
 * An element with attributes and children. Strings become text, never markup; an absent attribute or child is left out.
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

/** A button that does something. */
export function button(
  attributes: Readonly<Record<string, string | undefined>>,
  onClick: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', onClick);
  return made;
}

/** A part of a page under a heading; undefined when there is nothing to show. */
export function section(title: string, ...children: readonly Child[]): HTMLElement | undefined {
  const shown = children.filter((child) => child !== undefined);
  return shown.length === 0 ? undefined : element('section', {}, element('h3', {}, title), ...shown);
}

const shownMs = 1500;

/** Copies a text, and says that it did. */
export function copyButton(text: string, what: string): HTMLElement {
  const made = button(
    { class: 'quiet copy', 'aria-label': `Copy ${what}` },
    () => {
      void copy(text).then((isCopied) => {
        made.textContent = isCopied ? 'Copied' : 'Select it by hand';
        setTimeout(() => (made.textContent = 'Copy'), shownMs);
      });
    },
    'Copy',
  );
  return made;
}

/** The clipboard can be forbidden where a page is embedded; the old way then may still work. */
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
  // Deprecated, and all there is without the clipboard's own interface.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const isCopied = document.execCommand('copy');
  holder.remove();
  return isCopied;
}

/** A link to a file beside the page. What a guest left there is downloaded, not shown: it may be a page, too. */
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
