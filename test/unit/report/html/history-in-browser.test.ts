import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeHistory } from '../../../../src/report/history/encode-history.ts';
import { renderHistory } from '../../../../src/report/history/render-history.ts';
import { foldHistory } from '../../../../src/results/history/fold-history.ts';
import type { HistoryRecord } from '../../../../src/results/history/history-record.ts';
import { daysOf, record } from '../history/sample-history.ts';
import { simulatedRuns } from '../history/simulated-history.ts';
import { chromiumPath, openBrowser, type OpenBrowser, showPage } from './browser.ts';
import { whyNoBrowser } from './page-rig.ts';

const pageOf = (records: readonly HistoryRecord[]): string =>
  renderHistory(encodeHistory(foldHistory(records), '0.1.0'));

const small = [
  ...Array.from({ length: 12 }, (_, day) =>
    record({
      day,
      durationMs: day < 11 ? 1000 : 4000,
      outcomes: {
        'debian:6.1': { 'edu/dma': day < 9 ? 'p' : 'C', 'edu/irq': day % 4 === 2 ? 'F' : 'p' },
        'debian:6.12': { 'edu/dma': 'p', 'edu/irq': 'p' },
      },
      changes: {
        commitsAt: 'https://example.org/o/edu/commit/',
        coverage: [{ name: 'edu: registers of edu', touched: day < 6 ? 9 : 11, all: 13 }],
        ...(day < 9
          ? {}
          : { crashes: [{ fingerprint: 'oops:<b>', title: 'BUG: in <b>edu_dma</b>', cells: [0], tests: [0] }] }),
      },
    }),
  ),
  ...daysOf('F', { branch: 'topic' }),
];

describe.skipIf(chromiumPath === undefined)(`the history in a real browser${whyNoBrowser}`, () => {
  let browser: OpenBrowser;
  let directory: string;
  beforeAll(async () => {
    browser = await openBrowser();
    directory = mkdtempSync(join(tmpdir(), 'qdt-history-'));
    writeFileSync(join(directory, 'small.html'), pageOf(small));
    writeFileSync(join(directory, 'one.html'), pageOf(daysOf('p')));
    writeFileSync(join(directory, 'big.html'), pageOf([...simulatedRuns({ runs: 10_000, tests: 50, cells: 4 })]));
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    rmSync(directory, { recursive: true });
  });
  const onPage = async (name: string, look: (page: Page) => Promise<void>): Promise<void> => {
    browser.complaints.length = 0;
    const page = await showPage(browser, join(directory, `${name}.html`));
    await look(page);
    expect(browser.complaints).toEqual([]);
    await page.close();
  };
  const section = (page: Page, title: string): Promise<string> =>
    page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) }).innerText();

  it('says on which kernels the driver works, and what broke at which commit', async () => {
    await onPage('small', async (page) => {
      expect(await page.locator('h1').innerText()).toMatch(/edu: 1 kernel ok \/ 1 fails$/);
      expect(await section(page, 'Kernels')).toMatch(/debian:6\.1\s.*✗ fails[^]*debian:6\.12\s.*✓ works/);
      expect(await section(page, 'Broken')).toMatch(
        /edu\/dma\s+debian:6\.1 · small\s+C crashed\s+00000090.*\s+00000080/,
      );
      expect(await section(page, 'Flaky')).toMatch(/edu\/irq\s+debian:6\.1 · small\s+25 %\s+3 of 12/);
      expect(await section(page, 'Slower')).toMatch(/edu\/irq\s+debian:6\.1 · small\s+4\.0 s\s+1\.0 s\s+× 4\.0/);
      expect(await section(page, 'Crashes')).toMatch(/BUG: in <b>edu_dma<\/b>\s+00000090.*\s+00000110.*\s+3\s/);
      expect(await section(page, 'Coverage')).toMatch(/11 of 13 \(85 %\)\s+9 of 13 \(69 %\)\s+00000060/);
      const link = page.getByRole('link', { name: '00000090' }).first();
      expect(await link.getAttribute('href')).toMatch(/^https:\/\/example\.org\/o\/edu\/commit\/00000090+$/);
    });
  });

  it('is a table that keys and screen readers can use', async () => {
    await onPage('small', async (page) => {
      const grid = page.locator('table.grid');
      expect(await grid.locator('thead th[scope=col]').count()).toBe(13);
      expect(await grid.locator('tbody th[scope=rowgroup]').allInnerTexts()).toEqual(['edu/dma', 'edu/irq']);
      expect(await grid.locator('td[tabindex="0"]').count()).toBe(1);
      await grid.locator('td[tabindex="0"]').focus();
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
      expect(await page.locator('.told').innerText()).toBe(
        'edu/irq on debian:6.1 · small: failed · 00000100, 2026-01-11 · 1.0 s',
      );
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      expect(await page.locator('.told').innerText()).toContain('edu/dma on debian:6.1 · small: crashed');
      expect(await grid.locator('td:not([data-kind="not run"])').allInnerTexts()).not.toContain('');
    });
  });

  it('filters tests, and shows one branch at a time', async () => {
    await onPage('small', async (page) => {
      const tests = page.locator('table.grid .test');
      await page.keyboard.press('/');
      await page.keyboard.type('dma 6.12');
      await page.waitForFunction(() => document.querySelectorAll('table.grid tbody tr').length === 2);
      expect(await tests.allInnerTexts()).toEqual(['edu/dma']);
      await page.getByRole('checkbox').check();
      expect(await tests.count()).toBe(0);
      await page.getByRole('combobox', { name: 'Branch' }).selectOption({ label: 'topic (1 commit)' });
      expect(await page.locator('h1').innerText()).toMatch(/edu: 1 kernel fails$/);
      expect(await page.locator('table.grid thead th').count()).toBe(2);
    });
  });

  it('opens 10,000 runs with little more work than one, and goes back through all of them', async () => {
    const openMs = async (name: string): Promise<number> => {
      let workMs = 0;
      await onPage(name, async (page) => {
        const session = await page.context().newCDPSession(page);
        await session.send('Performance.enable');
        await page.reload();
        await page.locator('table.grid').waitFor();
        const { metrics } = await session.send('Performance.getMetrics');
        workMs = 1000 * (metrics.find((metric) => metric.name === 'ScriptDuration')?.value ?? 0);
      });
      return workMs;
    };
    // The script's own time is measured against the same page with a hundredth of the runs.
    writeFileSync(join(directory, 'less.html'), pageOf([...simulatedRuns({ runs: 100, tests: 50, cells: 4 })]));
    expect((await openMs('big')) / (await openMs('less'))).toBeLessThan(10);
    await onPage('big', async (page) => {
      expect(await page.locator('*').count()).toBeLessThan(8000);
      const before = await page.locator('.controls').innerText();
      expect(before).toContain('Commits 1 to 20 of 9,0');
      await page.getByRole('button', { name: 'Older' }).click();
      expect(await page.locator('.controls').innerText()).toContain('Commits 21 to 40 of');
    });
  });

  it.each(['light', 'dark'] as const)('fits a narrow screen, in %s', async (colorScheme) => {
    await onPage('small', async (page) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 700 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      const [paper, ink] = await page.evaluate(() => {
        const style = getComputedStyle(document.body);
        return [style.backgroundColor, style.color].map((colour) => Number(/\d+/.exec(colour)?.[0] ?? 0));
      });
      expect((paper ?? 0) > (ink ?? 0)).toBe(colorScheme === 'light');
    });
  });
});
