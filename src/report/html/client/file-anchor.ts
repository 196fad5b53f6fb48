import { fileLink } from '../file-link.ts';
import { plainLine } from '../../escape-text.ts';
import { element } from './element.ts';
import type { Page } from './page.ts';

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
