import { describe, expect, it } from 'vitest';
import { sectionOf, withSection } from '../../../scripts/bench/section.ts';

const page = '# Benchmarks\n\nfigures\n\n## Memory\n\nmuch\n\n## Last\n\nend\n';

describe('a section of the page', () => {
  it('comes to the end of a page that has none', () => {
    expect(withSection(page, '## On KVM', '\nboots\n')).toBe(`${page}\n## On KVM\n\nboots\n`);
  });

  it('takes the place of an earlier one', () => {
    expect(withSection(page, '## Memory', 'little')).toBe(page.replace('much', 'little'));
    expect(withSection(page, '## Last', 'new')).toBe(page.replace('end', 'new'));
  });

  it('is read with its heading, so that a new page can keep it', () => {
    expect(sectionOf(page, '## Memory')).toBe('## Memory\n\nmuch');
    expect(sectionOf(page, '## Last')).toBe('## Last\n\nend');
    expect(sectionOf('# Benchmarks\n\nsee ## Last\n', '## Last')).toBeUndefined();
  });
});
