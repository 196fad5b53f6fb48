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
  ])('%s is %s', (mangled, plain) => {
    expect(demangle(mangled)).toBe(plain);
  });
});
