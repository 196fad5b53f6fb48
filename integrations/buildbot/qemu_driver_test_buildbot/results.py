"""Reads results.json: types, sizes and characters are checked, because a guest wrote some of it."""

import json
from dataclasses import dataclass, field
from typing import Optional, Tuple

from .plain import plain_label, plain_line

FORMAT = 'qemu-driver-test/results/1'
OUTCOMES = ('pass', 'fail', 'skip', 'timeout', 'hang', 'crash', 'error')
MAX_TESTS = 100_000
MAX_WARNINGS = 1000


class Unreadable(Exception):
    """There is no usable results.json. The message is the end of a sentence."""


@dataclass(frozen=True)
class DriverTestResult:
    """One test in one cell."""

    id: str
    cell: str
    outcome: str
    ok: bool
    reason: str
    # What the kernel reported first, and the line in the driver that caused it.
    title: str
    source: str
    # Tests with the same key fail for the same cause.
    cause: str
    # Relative to the results directory; None when it does not lead there.
    console: Optional[str]
    reproduce: str


@dataclass(frozen=True)
class Results:
    exit_status: int
    interrupted: bool
    tests: Tuple[DriverTestResult, ...]
    # What a reader must know although no test failed because of it.
    warnings: Tuple[str, ...]
    warning_count: int
    counts: dict = field(default_factory=dict)

    @property
    def not_ok(self):
        return [test for test in self.tests if not test.ok]


def read_results(data):
    """Parses the bytes of results.json. Raises Unreadable."""
    try:
        value = json.loads(data.decode('utf-8', 'replace'))
    except (ValueError, RecursionError) as error:
        raise Unreadable(f'results.json is not JSON: {plain_line(str(error))}') from None
    document = _mapping(value)
    if document.get('schema') != FORMAT:
        raise Unreadable(f'results.json has another format than {FORMAT}')
    listed = _sequence(document.get('tests'))
    if len(listed) > MAX_TESTS:
        raise Unreadable(f'results.json has {len(listed)} tests, more than {MAX_TESTS}')
    tests = tuple(_test(_mapping(test)) for test in listed)
    warnings = _warnings(document)
    return Results(
        exit_status=_exit_status(document.get('exitStatus')),
        interrupted='interrupted' in document,
        tests=tests,
        warnings=tuple(plain_line(line) for line in warnings[:MAX_WARNINGS]),
        warning_count=len(warnings),
        counts={name: sum(test.outcome == name for test in tests) for name in OUTCOMES},
    )


def distinct_failures(results, limit):
    """The failed tests, one for each cause."""
    first = {}
    for test in results.not_ok:
        first.setdefault(test.cause, test)
    return list(first.values())[:limit]


def _test(value):
    finding = _mapping(next(iter(_sequence(value.get('findings'))), None))
    source = _mapping(finding.get('source'))
    line = source.get('line')
    name = plain_label(_text(value.get('id')), 200)
    outcome = _text(value.get('outcome'))
    return DriverTestResult(
        id=name,
        cell=plain_label(_text(value.get('cell')), 200),
        outcome=outcome if outcome in OUTCOMES else 'error',
        ok=value.get('ok') is True,
        reason=plain_line(_text(value.get('reason'))),
        title=plain_line(_text(finding.get('title'))),
        source=f'{plain_line(_text(source.get("file")))}:{line}' if _is_count(line) else '',
        cause=_text(finding.get('fingerprint'))[:200] or name,
        console=_inside(_text(value.get('console'))),
        reproduce=plain_line(_text(value.get('reproduce')), 2000),
    )


def _warnings(document):
    """Boots and tests with notes, and results that are missing."""
    cells = [_mapping(cell) for cell in _sequence(document.get('cells'))]
    tests = [_mapping(test) for test in _sequence(document.get('tests'))]
    boots = [(cell.get('id'), _mapping(cell.get('boot')).get('notes')) for cell in cells]
    noted = [(f'{_text(test.get("id"))} ({_text(test.get("cell"))})', test.get('notes')) for test in tests]
    missing = _sequence(_mapping(document.get('merged')).get('missing'))
    return [f'{_text(where)}: {_text(note)}' for where, notes in boots + noted for note in _sequence(notes)] + [
        f'missing: {json.dumps(what)[:1000]}' for what in missing
    ]


def _exit_status(value):
    if isinstance(value, bool) or value not in (0, 1, 2, 69):
        raise Unreadable('results.json has no valid exit status')
    return value


def _inside(path):
    """A relative path that stays inside; everything else is not followed."""
    parts = path.split('/')
    is_plain = all(part not in ('', '.', '..') for part in parts) and '\0' not in path and len(path) < 2000
    return path if is_plain else None


def _is_count(value):
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**9


def _mapping(value):
    return value if isinstance(value, dict) else {}


def _sequence(value):
    return value if isinstance(value, list) else []


def _text(value):
    return value if isinstance(value, str) else ''
