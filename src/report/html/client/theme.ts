import { button } from './element.ts';

const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

const storageKey = 'qemu-driver-test-theme';
const signs: Readonly<Record<Theme, string>> = { auto: '◐', light: '☀', dark: '☾' };

/** A button that switches between the themes; `auto` follows the system. */
export function createThemeButton(): HTMLElement {
  let theme = rememberedTheme();
  const made = button({ class: 'quiet theme' }, () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
    remember(theme);
    show();
  });
  const show = (): void => {
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    made.textContent = signs[theme];
    made.setAttribute('aria-label', `Colours: ${theme}`);
    made.title = `Colours: ${theme}`;
  };
  show();
  // Print on white.
  addEventListener('beforeprint', () => (document.documentElement.dataset['theme'] = 'light'));
  addEventListener('afterprint', show);
  return made;
}

// A page from a file or in a sandbox may have no storage. The choice then lasts as long as the page.
function rememberedTheme(): Theme {
  try {
    return themes.find((theme) => theme === localStorage.getItem(storageKey)) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // No storage here either.
  }
}
