import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cell, crash, eduHardware, faultyDevice, results } from '../sample-results.ts';
import { entry, jsonLines, seen } from '../sample-timeline.ts';
import { chromiumPath, isInView } from './browser.ts';
import { pageRig, whyNoBrowser } from './page-rig.ts';
import { faultyFiles, faultyResults, resultsDirectory } from './sample-directory.ts';

describe.skipIf(chromiumPath === undefined)(`device models on report.html in a real browser${whyNoBrowser}`, () => {
  const { onPage } = pageRig(faultyResults(), faultyFiles());
  const crashed = '#debian-6.12-small/edu/dma';
  const moments = (page: Page): Promise<readonly string[]> =>
    page.locator('.moments tbody tr:not([hidden]) .text').allInnerTexts();
  const counted = (page: Page): Promise<string> => page.locator('.log output').innerText();

  it('shows the last 30 moments before the crash, the crash in view', async () => {
    await onPage(crashed, async (page) => {
      const shown = await moments(page);
      expect([shown.length, shown[0], shown[10], shown[30]]).toEqual([
        31,
        'interrupt 0 (tick): sent',
        'read DMA_COMMAND 0x1 ×214 in 21 ms',
        '[ 2.345678] BUG: kernel NULL pointer dereference, address: 0000000000000008',
      ]);
      expect(await counted(page)).toBe('31 of 62 moments');
      await page.locator('.moments').scrollIntoViewIfNeeded();
      expect(await page.locator('.moments tr[data-tone="crash"]').last().evaluate(isInView)).toBe(true);
      expect(await page.locator('.moments tr[data-tone="fault"] .text').allInnerTexts()).toEqual([
        'fault dma-fail fired at DMA write of 4096 bytes to 0x2a50000',
      ]);
    });
  });

  it('shows all of them when asked, and only those of the devices that are chosen, by keys', async () => {
    await onPage(crashed, async (page) => {
      await page.getByRole('button', { name: 'Show all' }).focus();
      await page.keyboard.press('Enter');
      expect((await moments(page)).length).toBe(62);
      await page.keyboard.press('Tab');
      for (let steps = 0; steps < 6; steps++) await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('hw');
      await page.keyboard.press('Space');
      expect(await moments(page)).toEqual(['hw fault edu0 dma-fail nth=2', 'hw clear edu0 late']);
      await page.getByRole('button', { name: 'clock0', exact: true }).click();
      expect(await counted(page)).toBe('7 of 62 moments');
      await page.getByRole('button', { name: 'Show fewer' }).click();
      expect(await page.getByRole('button', { name: 'hw', exact: true }).getAttribute('aria-pressed')).toBe('true');
      expect((await moments(page)).length).toBe(6);
    });
  });

  it('says what became of each fault, and where a model crashed', async () => {
    await onPage(crashed, async (page) => {
      expect(await page.locator('.device h4').allInnerTexts()).toEqual([
        expect.stringMatching(/^edu0\s*model edu$/),
        expect.stringMatching(/^clock0\s*model pulse-clock$/),
      ]);
      expect(
        (await page.locator('.device .faults li').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')),
      ).toEqual([
        'fired dma-fail nth=2 at 1 of 3 accesses, first at DMA write of 4096 bytes to 0x1000',
        'never fired irq-drop id=late nth=9 before it was cleared; it counted 4 accesses',
        'never fired read-late by=20ms register=TICKS it counted no access',
      ]);
      expect(await page.locator('.device pre').innerText()).toBe(faultyDevice.crash?.stack);
    });
  });

  it('lists the faults that never fired, and leads to their tests', async () => {
    await onPage('', async (page) => {
      const items = page.locator('.overview .faults li');
      expect(await items.locator('code').allInnerTexts()).toEqual([
        'irq-drop id=late nth=9',
        'read-late by=20ms register=TICKS',
        'irq-drop nth=9',
      ]);
      await items.nth(2).getByRole('button', { name: /big/ }).click();
      expect(await page.locator('h2').innerText()).toBe('edu/irq-lost');
      // Of a test that passed the timeline is linked, not read.
      expect(await page.locator('.moments').count()).toBe(0);
      expect(await page.getByRole('link', { name: 'debian-6.12-big/edu/irq-lost/timeline.jsonl' }).count()).toBe(1);
    });
  });

  it('unfolds what of a model was touched', async () => {
    await onPage('', async (page) => {
      const model = page.locator('details.model').first();
      expect((await model.locator('summary').innerText()).replace(/\s+/g, ' ')).toBe(
        'edu suite edu, 4 machines 2 of 3 registers · 1 of 3 fields · 1 of 2 interrupts · DMA: 2 reads, 1 ' +
          'write, 12 KiB',
      );
      expect(await model.locator('table').isVisible()).toBe(false);
      await model.locator('summary').focus();
      await page.keyboard.press('Enter');
      expect((await model.locator('tbody tr').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual(
        ['ID 8 0', 'CONTROL 0 6 START RESET', 'STATUS never touched 0 0 BUSY'],
      );
      expect(await model.locator('.use[data-used="false"]').allInnerTexts()).toEqual(['RESET', 'BUSY', 'error ×0']);
    });
  });

  it('finds tests by their faults', async () => {
    await onPage('', async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('irq-drop never');
      await page.waitForFunction(() => document.querySelector('.counted')?.textContent === '4 of 6 tests');
    });
  });

  it('says when a timeline cannot be read as a whole', async () => {
    await onPage('#debian-6.12-big/edu/dma', async (page) =>
      expect(await counted(page)).toBe('31 of 62 moments · 1 line of the file could not be read'),
    );
  });

  it('shows hostile text as text', async () => {
    const evil = '</script><img src=x onerror=alert(1)>\x1b[31m\u202e';
    const shown = '</script><img src=x onerror=alert(1)>\\u202e';
    const small = cell('debian:6.12', 'small');
    const { coverage } = eduHardware;
    const [fired] = faultyDevice.faults;
    const test = crash('edu/dma', small.id, {
      timeline: `${small.id}/edu/dma/timeline.jsonl`,
      devices: [
        {
          id: evil,
          model: evil,
          faults: fired === undefined ? [] : [{ ...fired, text: evil }],
          crash: { during: evil, message: evil, stack: evil },
        },
      ],
    });
    const hardware = [
      {
        suite: evil,
        model: evil,
        machines: 1,
        coverage: {
          ...coverage,
          registers: {
            [evil]: { reads: 0, writes: 0, fields: { [evil]: { reads: 0, writtenZero: 0, writtenNonZero: 0 } } },
          },
          interrupts: { [evil]: 1 },
        },
      },
    ];
    const place = resultsDirectory(results([small], [test], { hardware }), {
      [`${small.id}/edu/dma/timeline.jsonl`]: jsonLines([entry(1, 'console', evil), seen(2, evil, evil)]),
    });
    await onPage(
      '#debian-6.12-small/edu/dma',
      async (page) => {
        expect(await page.evaluate(() => document.images.length)).toBe(0);
        expect(await moments(page)).toEqual([shown, shown]);
        expect(await page.locator('.device pre').innerText()).toBe(shown);
        await page.keyboard.press('Escape');
        expect(await page.locator('details.model strong').innerText()).toBe(shown);
      },
      join(place, 'report.html'),
    );
  });
});
