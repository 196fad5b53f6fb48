/**
 * The kernel says *no such file* of a program that is there, if the program's interpreter or dynamic linker is not.
 * Shells repeat that. This explains it behind the last line of a test's output.
 *
 * Returns the rest of the sentence; empty: the line says something else.
 */
export function whyNotStarted(line: string): string {
  const text = line.slice(0, maxLine);
  return shellsWords.test(text) || ourOwnWords.test(text)
    ? ' (if the file is there, the guest lacks its interpreter or its dynamic linker: use #!/bin/sh, link the ' +
        'program statically, or use a --disk-image that has them)'
    : '';
}

const maxLine = 1000;

/** `./run: line 2: ./prog: not found`, `…: cannot execute: required file not found`; a command on PATH has no slash. */
const shellsWords = /(?:^| )[^ :/]*\/[^ :]*: (?:not found|cannot execute: required file not found)$/;

/** A stage itself does not start. It is there, because the suite was read. */
const ourOwnWords = /^qdt: cannot start \.\/[a-z-]+: No such file or directory$/;
