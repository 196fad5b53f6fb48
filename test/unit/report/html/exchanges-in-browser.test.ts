import { describe, expect, it } from 'vitest';
import { entry, jsonLines, seen } from '../sample-timeline.ts';
import { chromiumPath } from './browser.ts';
import { pageRig, whyNoBrowser } from './page-rig.ts';
import { faultyFiles, faultyResults } from './sample-directory.ts';

const messages = Array.from({ length: 40 }, (_, index) =>
  seen(200 + index, 'temp0', `message TEMP (in, 2 bytes) 15${String(index).padStart(2, '0')}`, 'exchange'),
);
const exchanges = [
  entry(0, 'machine', 'QEMU is launched'),
  entry(98.1, 'stage', 'run begins'),
  seen(120.5, 'scale0', 'transfer answers (in, 64 bytes) 0100000000000000', 'exchange'),
  seen(121.5, 'scale0', 'transfer commands (out, 8 bytes): stall', 'exchange'),
  ...messages,
  seen(250.1, 'temp0', 'message TOS (out, 3 bytes): nak', 'exchange'),
  seen(250.4, 'temp0', 'message TOS (out, 1 byte) 03', 'exchange'),
  entry(260, 'stage', 'run ended with 1'),
];

describe.skipIf(chromiumPath === undefined)(
  `exchanges of device models on report.html in a real browser${whyNoBrowser}`,
  () => {
    const files = { ...faultyFiles(), 'debian-6.12-small/edu/dma/timeline.jsonl': jsonLines(exchanges) };
    const { onPage } = pageRig(faultyResults(), files);
    const onI2c = '#debian-6.12-small/edu/dma';
    const onPci = '#debian-6.12-big/edu/dma';

    it('are rows with their bytes, or with how they ended', async () => {
      await onPage(onI2c, async (page) => {
        await page.getByRole('button', { name: 'Show all' }).click();
        const rows = page.locator('.moments tbody tr:not([hidden])');
        expect(await rows.count()).toBe(exchanges.length);
        expect(await rows.nth(3).locator('td').allInnerTexts()).toEqual([
          '121.500',
          'scale0',
          'transfer commands (out, 8 bytes): stall',
        ]);
        await page.getByRole('button', { name: 'scale0', exact: true }).click();
        expect(await rows.locator('.text').allInnerTexts()).toEqual([
          'transfer answers (in, 64 bytes) 0100000000000000',
          'transfer commands (out, 8 bytes): stall',
        ]);
      });
    });

    it('have their words explained, where there are any', async () => {
      await onPage(onI2c, async (page) =>
        expect(await page.locator('.legend').allInnerTexts()).toEqual([
          'in: to the machine · out: to the device · bytes are hexadecimal, as they arrived',
        ]),
      );
      await onPage(onPci, async (page) => expect(await page.locator('.legend').count()).toBe(0));
    });

    it.each([
      ['wide', 1280],
      ['narrow', 400],
    ])('have their headings at the top of a %s page when they scroll, and nothing above', async (_how, width) => {
      await onPage(onI2c, async (page) => {
        await page.setViewportSize({ width, height: 700 });
        await page.getByRole('button', { name: 'Show all' }).click();
        const gap = await page.locator('.moments').evaluate((scroll) => {
          scroll.scrollTop = 90;
          const heading = scroll.querySelector('th');
          if (heading === null) throw new Error('expected headings');
          return heading.getBoundingClientRect().top - scroll.getBoundingClientRect().top;
        });
        expect(gap).toBe(0);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      });
    });
  },
);
