import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Results } from '../../../../src/results/results.ts';
import { chromiumPath, openBrowser, type OpenBrowser, showPage } from './browser.ts';
import { resultsDirectory } from './sample-directory.ts';

/** What to say of tests that need a browser where there is none. */
export const whyNoBrowser =
  chromiumPath === undefined
    ? ' (skipped: there is no Chromium; apt-get install chromium, or set QDT_TEST_CHROMIUM)'
    : '';

/** A report.html in a browser, for the tests of one `describe`. */
export interface PageRig {
  readonly browser: OpenBrowser;
  /** The page's file. */
  readonly file: string;
  /** Shows a page at a place in it, and expects that nothing went wrong on it in the end. */
  readonly onPage: (hash: string, look: (page: Page) => Promise<void>, file?: string) => Promise<void>;
}

/** To be called inside of `describe`; what it returns is there once a test runs. */
export function pageRig(of: Results, files: Readonly<Record<string, string>>): PageRig {
  let browser: OpenBrowser;
  let directory: string;
  beforeAll(async () => {
    browser = await openBrowser();
    directory = resultsDirectory(of, files, mkdtempSync(join(tmpdir(), 'qdt-page-')));
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    rmSync(directory, { recursive: true });
  });
  const file = (): string => join(directory, 'report.html');
  return {
    get browser() {
      return browser;
    },
    get file() {
      return file();
    },
    onPage: async (hash, look, path = file()) => {
      browser.complaints.length = 0;
      const page = await showPage(browser, path, hash);
      await look(page);
      expect(browser.complaints).toEqual([]);
      await page.close();
    },
  };
}
