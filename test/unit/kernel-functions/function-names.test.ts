import { describe, expect, test } from 'vitest';
import { functionsOfAssembly, functionsOfC } from '../../../scripts/kernel-functions/function-names.ts';

function names(source: string): readonly string[] {
  return functionsOfC(source).map(({ name }) => name);
}

describe('functions of a C file', () => {
  test('those with a body, on one line or on many', () => {
    const source = ['static int one(void) { return 1; }', 'int declared(int a);', 'void', 'two(struct a *a)', '{', '}'];
    expect(names(source.join('\n'))).toEqual(['one', 'two']);
  });

  test('no structures, initialisers, or calls in a body', () => {
    const source = [
      'struct a { int (*call)(int); };',
      'static const struct ops ops = { .call = of(1), };',
      'enum e { A = B(1), };',
      'int real(void)',
      '{',
      '\tif (x) {',
      '\t\tcall(y);',
      '\t}',
      '}',
    ];
    expect(names(source.join('\n'))).toEqual(['real']);
  });

  test('annotations before and after the parameters are no names', () => {
    const source = [
      '__printf(1, 2) int say(const char *format, ...)',
      '{',
      '}',
      'static void hold(struct lock *lock) __acquires(lock)',
      '{',
      '}',
    ];
    expect(names(source.join('\n'))).toEqual(['say', 'hold']);
  });

  test('comments, strings, characters and directives are not read', () => {
    const source = [
      '/* int no(void) { } */',
      '#define NO(a) do { \\',
      '\tno(a); } while (0)',
      'int yes(void)',
      '{',
      '\tputs("}{"); putc(\'{\'); // }',
      '}',
      'int also(void) { return 0; }',
    ];
    expect(names(source.join('\n'))).toEqual(['yes', 'also']);
  });

  test('a brace in each branch of an #ifdef does not hide the next function', () => {
    const source = ['int one(void)', '{', '#ifdef A', '\tif (a) {', '#else', '\tif (b) {', '#endif', '\t}', '}'];
    expect(names([...source, 'int two(void)', '{', '}'].join('\n'))).toEqual(['one', 'two']);
  });

  test('macros that define system calls and entries', () => {
    const source = ['SYSCALL_DEFINE1(close, int, fd)', '{', '}', 'DEFINE_IDTENTRY(exc_divide_error)', '{', '}'];
    expect(names(source.join('\n'))).toEqual(['sys_close', 'exc_divide_error', 'asm_exc_divide_error']);
  });

  test('whether the body is no more than one call', () => {
    const [stub, wrapper, real] = functionsOfC(
      'static inline int stub(int a) { return 0; }\nstatic inline int wrapper(int a)\n{\n\treturn real(a);\n}\n' +
        'static inline int real(int a)\n{\n\tif (a)\n\t\treturn other(a);\n\treturn 0;\n}\n',
    );
    expect([stub?.isWrapper, wrapper?.isWrapper, real?.isWrapper]).toEqual([true, true, false]);
  });
});

test('functions of an assembly file', () => {
  const source = [
    'SYM_FUNC_START(memcpy)',
    '1:\tmov %rdi, %rax',
    'SYM_FUNC_END(memcpy)',
    'ENTRY(old_style)',
    '__dabt_svc:',
    'Loop_1:',
    'done:',
  ];
  expect(functionsOfAssembly(source.join('\n'))).toEqual(['memcpy', 'old_style', '__dabt_svc']);
});
