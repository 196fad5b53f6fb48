import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { temporaryDirectory } from '../../temporary-directory.ts';

const places = [process.env['QDT_TEST_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium of this machine; undefined: there is none, and tests that need one say so. */
export const chromiumPath = places.find((path) => path !== undefined && existsSync(path));

export interface OpenBrowser extends AsyncDisposable {
  readonly context: BrowserContext;
  /** What pages complained about: script errors, refused loads, messages of level error. */
  readonly complaints: string[];
}

/** A browser of its own, without a network and with a profile that is gone afterwards. */
export async function openBrowser(options: Parameters<typeof chromium.launchPersistentContext>[1] = {}): Promise<OpenBrowser> {
  if (chromiumPath === undefined) throw new Error('Internal error: there is no Chromium, the test should have been skipped');
  const context = await chromium.launchPersistentContext(join(temporaryDirectory(), 'profile'), {
    executablePath: chromiumPath,
    headless: true,
    offline: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ...options,
  });
  const complaints: string[] = [];
  const listen = (page: Page): void => {
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(`request ${request.url()}`);
    });
  };
  for (const page of context.pages()) listen(page);
  context.on('page', listen);
  return { context, complaints, [Symbol.asyncDispose]: () => context.close() };
}

/** Shows a page file at a place in it. */
export async function showPage({ context }: OpenBrowser, file: string, hash = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${pathToFileURL(file).href}${hash}`);
  return page;
}
