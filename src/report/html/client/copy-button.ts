import { button } from './element.ts';

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
