import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const places = [
  process.env['QDT_TEST_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** A Chromium of this machine; undefined: there is none, and tests that need one say so. */
export const chromiumPath = places.find((path) => path !== undefined && existsSync(path));

export interface OpenBrowser extends AsyncDisposable {
  readonly context: BrowserContext;
  /** What pages complained about: script errors, refused loads, messages of level error. */
  readonly complaints: string[];
}

/** A browser with a profile of its own that is gone afterwards. */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<OpenBrowser> {
  if (chromiumPath === undefined)
    throw new Error('Internal error: there is no Chromium, the test should have been skipped');
  const browser = await chromium.launch({ executablePath: chromiumPath, headless: true, args: flags });
  const context = await browser.newContext({ offline: true, ...options });
  const complaints: string[] = [];
  context.on('page', (page) => {
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(`request ${request.url()}`);
    });
  });
  return { context, complaints, [Symbol.asyncDispose]: () => browser.close() };
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Shows a page file at a place in it. */
export async function showPage({ context }: OpenBrowser, file: string, hash = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${pathToFileURL(file).href}${hash}`);
  return page;
}

/** Runs in the page: whether an element is inside of everything that scrolls around it. */
export function isInView(element: Element): boolean {
  const box = element.getBoundingClientRect();
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    const frame = around.getBoundingClientRect();
    if (getComputedStyle(around).overflowY === 'auto' && (box.top < frame.top || box.bottom > frame.bottom))
      return false;
  }
  return true;
}
