import { describe, expect, it } from 'vitest';
import { compilerWords, readCompilerMessages } from '../../../src/provision/modules/compiler-messages.ts';

function words(output: string, outcome: 'built' | 'failed' = 'failed'): readonly string[] {
  return readCompilerMessages(output, outcome).messages.map(compilerWords);
}

describe('the output of a build', () => {
  it('gives errors before warnings, each with its file and line', () => {
    const output = [
      '  CC [M]  driver/edu.o',
      'driver/edu.c: In function ‘edu_probe’:',
      'driver/edu.c:20:12: warning: unused variable ‘x’ [-Wunused-variable]',
      'driver/edu.c:21:9: error: ‘frob’ undeclared (first use in this function)',
      '   21 |         frob();',
      'driver/edu.c:21:9: note: each undeclared identifier is reported only once',
      './include/linux/pci.h:7:1: fatal error: asm/none.h: No such file or directory',
      'driver/start.S:3: Error: no such instruction: `frobq %rax´',
      'make[2]: *** [scripts/Makefile.build:250: driver/edu.o] Error 1',
    ].join('\n');
    expect(words(output)).toEqual([
      'driver/edu.c:21: error: ‘frob’ undeclared (first use in this function)',
      'include/linux/pci.h:7: error: asm/none.h: No such file or directory',
      'driver/start.S:3: error: no such instruction: `frobq %rax´',
      'driver/edu.c:20: warning: unused variable ‘x’ [-Wunused-variable]',
    ]);
    expect(readCompilerMessages(output, 'failed')).toMatchObject({ errors: 3, warnings: 1 });
  });

  it('has what the compiler says of its options, which belongs to no file', () => {
    const option = "unrecognized command-line option '-fmin-function-alignment=16'";
    const output = `/usr/bin/gcc-12: error: ${option}\nmake[2]: *** [Makefile.build:295: edu.o] Error 1\n`;
    expect(words(output)).toEqual([`error: gcc-12: ${option}`]);
    expect(words('depmod: error: not of a compiler\n')).toEqual([]);
  });

  it('has what modpost says, which belongs to no file', () => {
    expect(
      words('ERROR: modpost: "edu_lock" [driver/edu.ko] undefined!\nWARNING: modpost: missing MODULE_LICENSE()'),
    ).toEqual(['error: modpost: "edu_lock" [driver/edu.ko] undefined!', 'warning: modpost: missing MODULE_LICENSE()']);
  });

  it.each([
    ['driver/Makefile:3: *** missing separator.  Stop.', 'driver/Makefile:3: error: missing separator.  Stop.'],
    [
      "make[1]: *** No rule to make target 'none.o', needed by 'edu.o'.  Stop.\nmake: *** [Makefile:1: x] Error 2",
      "error: No rule to make target 'none.o', needed by 'edu.o'.  Stop.",
    ],
  ])('of make alone is an error, too: %s', (output, wanted) => {
    expect(words(output)).toEqual([wanted]);
    expect(words(output, 'built')).toEqual([]);
  });

  it('counts a message of a header once, however many files include it, and all that it does not keep', () => {
    const line = 'driver/edu.h:1:1: warning: ‘edu’ defined but not used';
    expect(readCompilerMessages(`${line}\n${line}\n`, 'built')).toMatchObject({ warnings: 1 });
    const many = Array.from({ length: 100 }, (_, at) => `driver/edu.c:${at + 1}:1: warning: odd`).join('\n');
    const read = readCompilerMessages(many, 'built');
    expect([read.warnings, read.messages.length]).toEqual([100, 20]);
  });

  it('may have lines of any length', () => {
    const long = `${'a'.repeat(2_000_000)}:1:1: error: x\ndriver/edu.c:1:1: error: ${'y'.repeat(2_000_000)}`;
    const { messages } = readCompilerMessages(long, 'failed');
    expect(messages.map(({ file, text }) => [file, text.length])).toEqual([['driver/edu.c', 500]]);
  });

  it('says nothing about kbuild’s own remarks', () => {
    const output =
      'warning: the compiler differs from the one used to build the kernel\n' +
      '  The kernel was built by: gcc-14\nSkipping BTF generation for driver/edu.ko\n';
    expect(readCompilerMessages(output, 'built')).toEqual({ errors: 0, warnings: 0, messages: [] });
  });
});
