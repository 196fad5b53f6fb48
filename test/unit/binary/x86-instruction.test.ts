import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readElfFile, sectionContent } from '../../../src/binary/elf-sections.ts';
import { bytesOf } from '../../../src/binary/read-bytes.ts';
import { x86InstructionAt } from '../../../src/binary/x86-instruction.ts';
import { compileObject } from '../coverage/compiled-object.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const variety = `
#include <stdint.h>
double scale(double *v, int n, double by) { double s = 0; for (int i = 0; i < n; i++) s += v[i] * by; return s; }
uint16_t swap(uint16_t v) { return (v << 8) | (v >> 8); }
int pick(int n) { switch (n) { case 1: return 7; case 2: return 90; case 3: return -4; case 9: return 99; } return 0; }
uint64_t wide(void) { return 0x123456789abcdef0ull; }
int find(const char *text, char c) { int i; for (i = 0; text[i]; i++) if (text[i] == c) return i; return -1; }
void copy(char *to, const char *from, long n) { __builtin_memcpy(to, from, n); to[n] = 0; }
int divide(int64_t a, int64_t b) { return b ? a / b + a % b : 0; }
int atomically(int *p) { return __atomic_add_fetch(p, 3, 5) + __atomic_exchange_n(p, 4, 5); }
unsigned bits(unsigned v) { return __builtin_clz(v) + __builtin_ctz(v) + __builtin_bswap32(v); }
short packed[32]; void add(short v) { for (int i = 0; i < 32; i++) packed[i] += v; }
`;

it.each([[[]], [['-O3', '-mavx2', '-mbmi2']], [['-O0']]])(
  'an instruction is as long as objdump says, in code compiled with %j',
  (flags: readonly string[]) => {
    const directory = temporaryDirectory();
    const object = compileObject(directory, variety, flags);
    const file = readElfFile(bytesOf(object));
    const text = file?.sections.find(({ name }) => name === '.text');
    if (text === undefined) throw new Error('the object has no code');
    const code = sectionContent(bytesOf(object), text);
    const lengths = new Map<number, number>();
    for (let at = 0; at < code.length; ) {
      const length = x86InstructionAt(code, at)?.lengthBytes;
      if (length === undefined) throw new Error(`unknown at 0x${at.toString(16)}`);
      lengths.set(at, length);
      at += length;
    }
    const printed = execFileSync('objdump', ['-d', '-j', '.text', '--wide', join(directory, 'driver.o')], {
      encoding: 'utf8',
    });
    const starts = [...printed.matchAll(/^ +([\da-f]+):\t/gm)].map(([, at = '']) => Number.parseInt(at, 16));
    expect([...lengths.keys()]).toEqual(starts);
    expect(starts.length).toBeGreaterThan(100);
  },
);
