import { describe, expect, test } from 'vitest';
import { demangle } from '../../../src/diagnose/stack/demangle.ts';

describe('a mangled name', () => {
  test.each([
    ['toy_probe', 'toy_probe'],
    ['_RNvCs1234_3toy5probe', 'toy::probe'],
    ['_RNvMs_Cs1234_3toyNtB4_3Toy4read', '<toy::Toy>::read'],
    ['_RNvXs1_Cs1234_3toyNtB5_3ToyNtNtCs99_6kernel4file4File4mmap', '<toy::Toy as kernel::file::File>::mmap'],
    ['_RINvCs1234_3toy4makehE', 'toy::make::<u8>'],
    ['_RNCNvCs1234_3toy5probe0B3_', 'toy::probe::{closure}'],
    ['_Z9toy_startiii', 'toy_start'],
    ['_ZN3toy4Ring4pushEi', 'toy::Ring::push'],
    ['_Rnonsense', '_Rnonsense'],
    ['_RNvB_3toy', '_RNvB_3toy'],
    // It says that it consists of itself: of a generic's own types, of what comes later, of every part twice.
    ['_RIC1aB3_E', '_RIC1aB3_E'],
    ['_RNvB9_3toy', '_RNvB9_3toy'],
    ['_RIC1aTB2_B2_EE', 'a::<(i8, i8)>'],
    [`_RIC1a${'S'.repeat(300)}hE`, `_RIC1a${'S'.repeat(300)}hE`],
    [doubling(3), expect.stringMatching(/^a::<\(u8, u8\), \(\(u8, u8\), \(u8, u8\)\), /) as string],
    [doubling(30), doubling(30)],
    [`_R${'Nv'.repeat(4000)}`, `_R${'Nv'.repeat(4000)}`],
    ['_RNvC1a!_3toy', '_RNvC1a!_3toy'],
    ['_RNvC9999a3toy', '_RNvC9999a3toy'],
  ])('%s is %s', (mangled, plain) => {
    expect(demangle(mangled)).toEqual(plain);
  });
});

/** Pairs of the pair before: each doubles what the name says. */
function doubling(times: number): string {
  let name = '_RIC1aThhE';
  for (let index = 0, before = 6; index < times; index += 1) {
    const back = `B${base62(before - 2)}`;
    before = name.length;
    name += `T${back}${back}E`;
  }
  return `${name}E`;
}

function base62(value: number): string {
  const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const rest = value - 1;
  return `${rest >= 62 ? digits.charAt(Math.floor(rest / 62)) : ''}${digits.charAt(rest % 62)}_`;
}
