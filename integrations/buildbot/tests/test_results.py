"""python3 -m unittest discover -s tests: needs neither Buildbot nor Twisted."""

import importlib
import json
import sys
import types
import unittest
from pathlib import Path

# The package itself imports Buildbot. Only these modules are tested here.
package = types.ModuleType('qemu_driver_test_buildbot')
package.__path__ = [str(Path(__file__).parent.parent / 'qemu_driver_test_buildbot')]
sys.modules.setdefault('qemu_driver_test_buildbot', package)
plain = importlib.import_module('qemu_driver_test_buildbot.plain')
results = importlib.import_module('qemu_driver_test_buildbot.results')
words = importlib.import_module('qemu_driver_test_buildbot.words')


def driver_test(**fields):
    return {
        'id': 'edu/dma',
        'cell': 'debian-6.1-small',
        'outcome': 'pass',
        'ok': True,
        'reason': '',
        'findings': [],
        'notes': [],
        'console': 'debian-6.1-small/edu/dma/console.log',
        'reproduce': 'qemu-driver-test run tests',
        **fields,
    }


def crashed(**fields):
    finding = {
        'title': 'BUG: unable to handle kernel NULL pointer dereference in edu_read',
        'fingerprint': 'f1',
        'source': {'file': 'driver/edu.c', 'line': 12},
    }
    of_a_crash = {'outcome': 'crash', 'ok': False, 'reason': 'the kernel reported a bug', 'findings': [finding]}
    return driver_test(**{**of_a_crash, **fields})


def read(tests, **fields):
    document = {'schema': results.FORMAT, 'exitStatus': 0, 'cells': [], 'tests': tests, **fields}
    return results.read_results(json.dumps(document).encode())


class Reading(unittest.TestCase):
    def test_counts_and_names_the_first_failure(self):
        found = read([driver_test(), crashed(id='edu/read'), crashed(id='edu/write')], exitStatus=1)
        self.assertEqual((found.counts['pass'], found.counts['crash']), (1, 2))
        self.assertEqual(
            words.verdict(found),
            'edu/read crash: BUG: unable to handle kernel NULL pointer dereference in edu_read'
            ' (driver/edu.c:12), and 1 more',
        )
        self.assertEqual([test.id for test in results.distinct_failures(found, 5)], ['edu/read'])

    def test_a_good_run(self):
        found = read([driver_test(), driver_test(outcome='skip')])
        self.assertEqual(words.verdict(found), '2 tests as expected (1 skipped)')
        self.assertEqual(found.warning_count, 0)

    def test_notes_and_missing_results_are_warnings(self):
        cell = {'id': 'c', 'boot': {'notes': ['booted cold']}}
        found = read([driver_test(notes=['cut'])], cells=[cell], merged={'missing': [{'shard': 2}]})
        self.assertEqual(
            found.warnings, ('c: booted cold', 'edu/dma (debian-6.1-small): cut', 'missing: {"shard": 2}')
        )

    def test_an_interrupted_run_says_so(self):
        found = read([driver_test(outcome='error', ok=False, reason='not run')], exitStatus=1, interrupted={})
        self.assertEqual(words.verdict(found), 'edu/dma error: not run, interrupted')

    def test_refuses_what_is_no_result(self):
        deep = b'[' * 200_000
        for data in (b'', b'\xff\xfe', deep, b'[]', b'{"schema":"another"}', b'1e999', b'9' * 5000):
            with self.assertRaises(results.Unreadable):
                results.read_results(data)
        for status in (None, True, 3, '0', [], {}, 1.5):
            with self.assertRaises(results.Unreadable):
                read([], exitStatus=status)

    def test_survives_values_of_any_type(self):
        for value in (None, 7, 'text', [], {}, [[]], {'a': 1}, float('inf'), -1, 'x' * 100_000):
            fields = driver_test()
            for name in fields:
                words.failure_list(read([{**fields, 'ok': False, name: value}]))
            for name in ('tests', 'cells', 'merged'):
                read(**{'tests': [], name: value})
            read([crashed(), {'findings': [{'source': {'file': value, 'line': value}}]}])

    def test_only_true_is_ok(self):
        self.assertEqual(len(read([driver_test(ok=value) for value in (1, 'true', None, True)]).not_ok), 3)

    def test_follows_only_paths_inside(self):
        for path in ('/etc/passwd', '../x', 'a/../../x', 'a//b', '', './x', 'a\0b', 'x/' * 2000):
            self.assertIsNone(read([driver_test(console=path)]).tests[0].console)


class Hostile(unittest.TestCase):
    hostile = '\x1b[31m<script>alert(1)</script>\x1b]0;title\x07 &amp; "x"\r\nnext\u202eline\x9b\x00'

    def test_nothing_of_a_guest_is_markup_or_an_escape_sequence(self):
        fields = {'reason': self.hostile, 'id': self.hostile, 'cell': self.hostile, 'notes': [self.hostile]}
        found = read([{**crashed(), **fields, 'findings': [{'title': self.hostile, 'fingerprint': 'f'}]}])
        shown = words.verdict(found)
        self.assertNotRegex(shown, r'[<>&"\x00-\x1f\x7f-\x9f\u202e]')
        self.assertIn('‹script›alert(1)‹/script›', shown)
        for text in (words.failure_list(found), words.warning_list(found)):
            self.assertNotRegex(text, r'[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]')

    def test_a_console_keeps_its_lines(self):
        self.assertEqual(plain.plain_text('a\tb\r\nc\x1b[1;31md\x1b[0m\x07\n'), 'a\tb\ncd\\x07\n')
        self.assertEqual(plain.plain_text('\x1b[31'), '\\x1b[31')
        self.assertEqual(len(plain.plain_text('x' * 10_000)), 4000)

    def test_is_linear(self):
        for text in ('\x1b]' * 50_000, '\x1b[' * 50_000, '\x1b[1;' * 30_000, '\r' * 100_000, '\x1b ' * 50_000):
            plain.plain_text(text)

    def test_big_results_are_bounded(self):
        found = read([crashed(id=f'edu/{number}', reason='x' * 1000, notes=['n']) for number in range(5000)])
        self.assertLess(len(words.failure_list(found)), 2_000_000)
        self.assertIn('4000 more are in report.html.', words.failure_list(found))
        self.assertIn('4000 more are in results.json.', words.warning_list(found))
        self.assertLess(len(words.verdict(found)), 600)


class Counting(unittest.TestCase):
    def test_counts_only_lines_of_tests(self):
        progress = words.Progress()
        for line in (
            'PASS edu/dma-edges  debian-6.1-default  1.5 s',
            'NOT OK edu/reload  debian-6.1-default  1.5 s',
            'XFAIL edu/crash  debian-6.1-default  1.5 s',
            '  PASS edu/not  indented',
            'edu: 4 tests, 2 at a time',
        ):
            progress.line(line)
        self.assertEqual(str(progress), '3 tests so far, 1 not as expected')


if __name__ == '__main__':
    unittest.main()
