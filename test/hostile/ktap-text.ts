import { fragments, pumps } from './console-text.ts';
import { randomOf, type Random } from './random.ts';
import { shrink } from './shrink.ts';
import { complaintOf } from './text-readers.ts';

/** Parses random (K)TAP in all ways. @throws Error with the seed and the smallest text that breaks a parser */
export function attack(seed: number): void {
  const text = ktapText(randomOf(seed));
  if (complaintOf(text) === undefined) return;
  const least = shrink(text, (candidate) => complaintOf(candidate) !== undefined);
  throw new Error(
    `(K)TAP of seed ${seed}: ${complaintOf(least) ?? 'it broke only once'}; it reads ` +
      JSON.stringify(least.slice(0, 2000)),
  );
}

/**
 * (K)TAP as a hostile test may write it: any line at any depth, and now and then a very deep, a very long or a very odd
 * one.
 */
export function ktapText(random: Random): string {
  const head = random.oneOf([
    'KTAP version 1',
    'TAP version 13',
    'TAP version 14',
    '1..4',
    '',
    'pragma +strict',
    'hvc0: KTAP version 1',
  ]);
  const many = random.below(20) === 0 ? 4000 : 120;
  const deepest = many > 120 ? 40 : 3000;
  let depth = 0;
  const lines = Array.from({ length: 1 + random.below(many) }, () => {
    depth = Math.min(
      deepest,
      Math.max(0, depth + random.oneOf([-2, -1, -1, 0, 0, 0, 0, 1, 1, random.below(60) === 0 ? 3000 : 1])),
    );
    const blanks = [
      ' '.repeat(Math.min(4 * depth, 400)),
      ' '.repeat(depth),
      '\t'.repeat(Math.min(depth, 200)),
    ] as const;
    return `${random.oneOf(blanks)}${lineOf(random)}`;
  });
  return [head, ...lines].join('\n');
}

function lineOf(random: Random): string {
  const name = random.oneOf([
    'ring',
    'push',
    'pop',
    'a - b',
    '',
    'selftests: toy: a',
    '(test 1)',
    random.oneOf(pumps).repeat(random.below(random.below(10) === 0 ? 2000 : 10)),
  ]);
  const number = random.oneOf(['', '1', '2', '3', String(random.below(9)), '999999999', String(random.below(1e9))]);
  return random.oneOf([
    `ok ${number} ${name}`,
    `not ok ${number} ${name}`,
    `ok ${number} - ${name}`,
    `ok ${number} ${name} # SKIP ${name}`,
    `not ok ${number} ${name} # TODO`,
    `ok ${number} ${name} {`,
    '{',
    '}',
    '---',
    '...',
    `# Subtest: ${name}`,
    '# Subtest',
    `# ${name}: something`,
    'KTAP version 1',
    `1..${number}`,
    '1..0 # SKIP all',
    `${number}..${number}`,
    'Bail out! no bus',
    'pragma -strict',
    name,
    random.oneOf(fragments),
    random.bytes(random.below(60)).toString('latin1'),
  ]);
}
