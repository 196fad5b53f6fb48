import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { cell, crash, oops, results, test as testResult } from '../sample-results.ts';
import { chromiumPath, isInView, showPage } from './browser.ts';
import { pageRig, whyNoBrowser } from './page-rig.ts';
import { mixedFiles, mixedResults, resultsDirectory } from './sample-directory.ts';

describe.skipIf(chromiumPath === undefined)(`report.html in a real browser${whyNoBrowser}`, () => {
  const rig = pageRig(mixedResults(), mixedFiles());
  const { onPage } = rig;

  const shownTiles = (page: Page): Promise<number> => page.locator('.board button.tile:not([disabled])').count();
  const heading = (page: Page): Promise<string> => page.locator('h2').innerText();

  it('says the answer, and each distinct failure once', async () => {
    await onPage('', async (page) => {
      expect(await page.locator('h1').innerText()).toBe(
        '43 of 48 as expected (35 passed, 4 skipped, 4 failed as they should) · 1 passed but should not have ' +
          '· 1 hung · 2 crashed · 1 failed · 19 s',
      );
      expect(await page.locator('.card .title').allInnerTexts()).toEqual([
        oops.title,
        'edu/irq-lost',
        'edu/factorial',
        'edu/reset',
      ]);
      expect(await page.locator('.card .source').allInnerTexts()).toEqual(['driver/edu.c:214']);
      expect(await shownTiles(page)).toBe(48);
    });
  });

  it('filters by text, outcome and cell, and says how many are left', async () => {
    await onPage('', async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('dma mask');
      await page.waitForFunction(() => document.querySelector('.counted')?.textContent === '4 of 48 tests');
      expect(await page.locator('.board tbody tr:not(.suite):not([hidden]) th').allInnerTexts()).toEqual([
        'dma-past-mask',
      ]);
      await page.getByRole('button', { name: '2 crashed' }).click();
      expect(await shownTiles(page)).toBe(2);
      await page.getByRole('combobox', { name: 'Filter by cell' }).selectOption({ label: 'debian:6.12 · big' });
      expect(await shownTiles(page)).toBe(1);
      await page.keyboard.press('Escape');
      expect([await shownTiles(page), await page.getByRole('searchbox').inputValue()]).toEqual([48, '']);
    });
  });

  it('goes from test to test with j and k, opens with Enter, leaves with Escape', async () => {
    await onPage('', async (page) => {
      await page.keyboard.press('j');
      expect([await heading(page), await page.title()]).toEqual([
        'edu/probe',
        'edu/probe on debian:6.1 · small · Not as expected · qemu-driver-test',
      ]);
      for (const key of ['j', 'j', 'j', 'j', 'k', 'j']) await page.keyboard.press(key);
      expect([await heading(page), await page.locator('.where').innerText()]).toEqual([
        'edu/remove',
        expect.stringContaining('debian:6.1 · small'),
      ]);
      await page.keyboard.press('Escape');
      expect(await page.locator('.overview').count()).toBe(1);
      await page.keyboard.press('/');
      await page.keyboard.type('factorial fit');
      await page.waitForFunction(() => document.querySelector('.counted')?.textContent === '1 of 48 tests');
      await page.keyboard.press('Enter');
      expect([await heading(page), await page.locator('.where').innerText()]).toEqual([
        'edu/factorial',
        expect.stringContaining('debian:6.12 · big'),
      ]);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('reading');
    });
  });

  it('lets tiles be reached and left with keys, each with a name', async () => {
    await onPage('', async (page) => {
      const tile = page.getByRole('button', { name: 'edu/dma-past-mask on debian:6.12 · small: crashed', exact: true });
      await tile.focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
        'edu/factorial on debian:6.12 · big: failed',
      );
      expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe(
        'solid',
      );
      await page.keyboard.press('Enter');
      expect(await heading(page)).toBe('edu/factorial');
      const nameless = await page.evaluate(
        () =>
          [...document.querySelectorAll('button, a, input, select')].filter(
            (one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === '',
          ).length,
      );
      expect(nameless).toBe(0);
    });
  });

  it('opens the line that an address names, as the terminal writes it', async () => {
    await onPage('#debian-6.12-small/edu/dma-past-mask/console.log:830', async (page) => {
      const line = page.locator('.line[aria-current]');
      expect(await line.innerText()).toMatch(/^830\s+\[ +2\.345714\] edu 0000:00:05\.0: dma timeout, status 0x1$/);
      expect(await line.evaluate(isInView)).toBe(true);
      await page.locator('.line .number', { hasText: /^812$/ }).click();
      expect(new URL(page.url()).hash).toBe('#debian-6.12-small/edu/dma-past-mask/console.log:812');
      expect(await page.locator('.line[aria-current] .number').innerText()).toBe('812');
    });
  });

  it('shows the crash highlighted, what happened when, and the way to run it again', async () => {
    await onPage('#debian-6.12-small/edu/dma-past-mask', async (page) => {
      expect(await page.locator('.line.head .number').innerText()).toBe('812');
      expect(await page.locator('.line.marked').count()).toBe(19);
      expect(
        await page
          .locator('.lines')
          .first()
          .evaluate((lines) => lines.scrollTop > 0),
      ).toBe(true);
      expect(await page.locator('.timeline th').allInnerTexts()).toEqual(['start (boot)', 'run', 'end']);
      expect(await page.locator('.gap').allInnerTexts()).toEqual(['500 lines left out; the file has the whole log.']);
      const link = page.getByRole('link', { name: 'debian-6.12-small/edu/dma-past-mask/artifacts/registers.txt' });
      expect([await link.getAttribute('href'), await link.getAttribute('download')]).toEqual([
        './debian-6.12-small/edu/dma-past-mask/artifacts/registers.txt',
        '',
      ]);
      await rig.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: 'Copy the command that runs it again' }).click();
      await page.getByText('Copied').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        'qemu-driver-test run examples/edu --test edu/dma-past-mask --kernel debian:6.12 ' +
          "--machine 'small=-m 256 -smp 1'",
      );
    });
  });

  it('follows the theme of the system until another is chosen', async () => {
    await onPage('', async (page) => {
      const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await paper();
      await page.emulateMedia({ colorScheme: 'light' });
      const light = await paper();
      expect(light).not.toBe(dark);
      await page.getByRole('button', { name: 'Colours: auto' }).click();
      await page.getByRole('button', { name: 'Colours: light' }).click();
      expect(await paper()).toBe(dark);
      await page.getByRole('button', { name: 'Colours: dark' }).click();
    });
  });

  it('shows hostile text as text', async () => {
    const evil = '</script><script>document.title="owned"</script><img src=x onerror=alert(1)><!--';
    const id = 'debian-6.12-small';
    const hostile = testResult('edu/probe', id, {
      outcome: 'fail',
      ok: false,
      reason: `${evil}\u202egnp.exe\x1b[31m red`,
      description: evil,
      notes: [evil],
      reproduce: `run '${evil}'`,
      subtests: [{ name: evil, status: 'fail', reason: '\u2066x' }],
      artifacts: [`${id}/edu/probe/artifacts/${evil}`, 'javascript:alert(1)', '../../etc/passwd'],
      findings: [{ ...oops, title: evil, source: { file: evil, line: 1 }, line: 1, report: evil }],
    });
    const console = `${evil}\n\x1b]0;title\x07\x1b[2Jcleared\n${'long '.repeat(200_000)}\n\u202ereversed\n`;
    const place = resultsDirectory(
      results([cell('debian:6.12', 'small')], [hostile, testResult(`edu/${evil.replaceAll('/', '')}`, id)]),
      { [hostile.console ?? '']: console },
    );
    await onPage(
      `#${id}/edu/probe`,
      async (page) => {
        expect(await page.title()).not.toContain('owned');
        expect(await page.evaluate(() => [document.images.length, document.scripts.length])).toEqual([0, 2]);
        expect(await page.locator('.finding .title').innerText()).toBe(evil);
        const lines = await page.locator('.line .text').allInnerTexts();
        expect([lines[0], lines[1], lines[3]]).toEqual([evil, 'cleared', '\\u202ereversed']);
        expect(lines[2]).toHaveLength(2000);
        expect(await page.locator('.reason .said').innerText()).toContain('\\u202egnp.exe red');
        const links = await page
          .locator('.reading a.path')
          .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
        expect(links.every((href) => href.startsWith('file://'))).toBe(true);
        expect(links.some((href) => href.includes('passwd'))).toBe(false);
      },
      join(place, 'report.html'),
    );
  });

  it('lets nothing run or load but itself', async () => {
    const forged = join(resultsDirectory(mixedResults(), mixedFiles()), 'forged.html');
    const inserted =
      '<script>document.title = "owned"</script><img src="x.png" onerror="document.title = 1"><style>body { ' +
      'display: none }</style>';
    writeFileSync(forged, readFileSync(rig.file, 'utf8').replace('<noscript>', `${inserted}<noscript>`));
    rig.browser.complaints.length = 0;
    const page = await showPage(rig.browser, forged);
    expect([await page.title(), await page.evaluate(() => getComputedStyle(document.body).display)]).toEqual([
      'Not as expected · qemu-driver-test',
      'grid',
    ]);
    expect(rig.browser.complaints.filter((text) => text.includes('Content Security Policy'))).toHaveLength(4);
    expect(rig.browser.complaints.filter((text) => text.startsWith('request http'))).toEqual([]);
    await page.close();
  });

  it('works without the files beside it, as from an archive', async () => {
    const alone = join(resultsDirectory(results([], [])), 'alone.html');
    copyFileSync(rig.file, alone);
    await onPage(
      '#debian-6.12-small/edu/dma-past-mask',
      async (page) => expect(await page.locator('.line.marked').count()).toBe(19),
      alone,
    );
  });

  it('stays below 10 MB and quick with 1000 tests in 12 cells', async () => {
    const cells = ['5.15', '6.1', '6.6', '6.12'].flatMap((series) =>
      ['small', 'big', 'wide'].map((machine) => cell(`debian:${series}`, machine)),
    );
    const tests = cells.flatMap(({ id }, column) =>
      Array.from({ length: 1000 }, (_, row) => {
        const name = `suite-${row % 7}/test-number-${row}`;
        return row % 40 === column
          ? crash(name, id, { findings: [{ ...oops, fingerprint: `f${row}` }] })
          : testResult(name, id);
      }),
    );
    const consoles = Object.fromEntries(
      tests
        .filter(({ ok }) => !ok)
        .map(({ console = '' }) => [console, mixedFiles()['debian-6.12-small/edu/dma-past-mask/console.log'] ?? '']),
    );
    const place = resultsDirectory(results(cells, tests), consoles);
    expect(statSync(join(place, 'report.html')).size).toBeLessThan(10_000_000);
    await onPage(
      '',
      async (page) => {
        expect(await page.locator('.board button.tile').count()).toBe(12_000);
        // Bounds that only catch a page that freezes.
        expect(await page.evaluate(() => performance.now())).toBeLessThan(20_000);
        const tookMs = await page.evaluate(async () => {
          const began = performance.now();
          document.querySelector<HTMLButtonElement>('.chip')?.click();
          await new Promise(requestAnimationFrame);
          return performance.now() - began;
        });
        expect(tookMs).toBeLessThan(5000);
        expect(await shownTiles(page)).toBe(tests.filter(({ ok }) => !ok).length);
        await page.keyboard.press('j');
        expect(await page.locator('h2').innerText()).toMatch(/^suite-0\/test-number-/);
      },
      join(place, 'report.html'),
    );
  }, 120_000);
});
