import { describe, expect, it } from 'vitest';
import { kvmSection, withKvmSection } from '../../../scripts/bench/kvm-section.ts';

describe('the section on KVM', () => {
  it('comes to the end of a page that has none', () => {
    expect(withKvmSection('# Benchmarks\n\nfigures\n', '\nboots\n')).toBe(
      '# Benchmarks\n\nfigures\n\n## On KVM\n\nboots\n',
    );
  });

  it('takes the place of an earlier one', () => {
    expect(withKvmSection('# Benchmarks\n\n## On KVM\n\nold\n', 'new')).toBe('# Benchmarks\n\n## On KVM\n\nnew\n');
  });

  it('is read with its heading, so that a new page can keep it', () => {
    expect(kvmSection('# Benchmarks\n\n## On KVM\n\nboots\n')).toBe('## On KVM\n\nboots');
    expect(kvmSection('# Benchmarks\n\nsee ## On KVM\n')).toBeUndefined();
  });
});
