"""What the step says: summaries, the log of failures, and a count while the tests run."""

import re

from .plain import plain_label

# `PASS edu/dma-edges  debian-6.1-default  1.5 s`
_TEST_LINE = re.compile(r'(PASS|FAIL|SKIP|TIMEOUT|HANG|CRASH|ERROR|XFAIL|NOT OK) +\S+/\S+ ')
_AS_EXPECTED = ('PASS', 'SKIP', 'XFAIL')
MAX_LISTED = 1000


class Progress:
    """Counts the lines of tests that have ended. Only for the summary while the step runs."""

    def __init__(self):
        self.ended = 0
        self.not_ok = 0

    def line(self, text):
        """True if the line is about a test."""
        match = _TEST_LINE.match(text)
        if match is None:
            return False
        self.ended += 1
        self.not_ok += match.group(1) not in _AS_EXPECTED
        return True

    def __str__(self):
        failed = f', {self.not_ok} not as expected' if self.not_ok else ''
        return f'{_tests(self.ended)} so far{failed}'


def verdict(results):
    """One line: what a person looks for first."""
    not_ok = results.not_ok
    stopped = ', interrupted' if results.interrupted else ''
    if not not_ok:
        skipped = results.counts.get('skip', 0)
        besides = f' ({skipped} skipped)' if skipped else ''
        return f'{_tests(len(results.tests))} as expected{besides}{stopped}'
    first = not_ok[0]
    more = f', and {len(not_ok) - 1} more' if len(not_ok) > 1 else ''
    where = f' ({plain_label(first.source, 100)})' if first.source else ''
    cause = plain_label(first.title or first.reason, 150)
    said = f' {first.outcome}: {cause}' if cause else f' {first.outcome}'
    return f'{first.id}{said}{where}{more}{stopped}'


def failure_list(results):
    """Each failed test with its reason and the command that runs it again."""
    blocks = [_block(test) for test in results.not_ok[:MAX_LISTED]]
    left_out = len(results.not_ok) - len(blocks)
    return '\n'.join(blocks + ([f'{left_out} more are in report.html.\n'] if left_out else []))


def warning_list(results):
    left_out = results.warning_count - len(results.warnings)
    return '\n'.join([*results.warnings, *([f'{left_out} more are in results.json.'] if left_out else []), ''])


def _block(test):
    lines = [f'{test.outcome.upper()} {test.id}  {test.cell}']
    # The reason of a crash is the title of the kernel's report.
    texts = dict.fromkeys([test.reason, test.title, test.source and f'at {test.source}', test.reproduce])
    lines += [f'  {text}' for text in texts if text]
    return '\n'.join(lines) + '\n'


def _tests(count):
    return '1 test' if count == 1 else f'{count} tests'
