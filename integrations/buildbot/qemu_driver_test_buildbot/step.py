"""The step DriverTest."""

import os
import re

from buildbot import config
from buildbot.process.buildstep import BuildStep, ShellMixin
from buildbot.process.logobserver import LogLineObserver
from buildbot.process.results import CANCELLED, EXCEPTION, FAILURE, SUCCESS, WARNINGS
from buildbot.steps.worker import CompositeStepMixin
from twisted.internet import defer, threads

from .plain import plain_label, plain_text
from .results import OUTCOMES, Unreadable, distinct_failures, read_results
from .transfer import read_file, read_tail, save_file
from .words import Progress, failure_list, verdict, warning_list

_MIB = 1024 * 1024
_OPTIONS = (
    # Parameter, option of `run`, whether it is a list.
    ('kernels', '--kernel', True),
    ('machines', '--machine', True),
    ('tests', '--test', True),
    ('tags', '--tag', True),
    ('qemu', '--qemu', False),
    ('accel', '--accel', False),
    ('jobs', '--jobs', False),
    ('shard', '--shard', False),
    ('repeat', '--repeat', False),
    ('test_timeout', '--timeout', False),
)
_WORD = {0: 'ok', 1: 'not-ok', 2: 'invalid', 69: 'inconclusive'}
# 2: the suite or an option is wrong. 69: the worker could not conclude anything, so no commit is to blame.
_STATUS = {0: SUCCESS, 1: FAILURE, 2: FAILURE, 69: EXCEPTION}


class _ProgressObserver(LogLineObserver):
    def outLineReceived(self, line):
        self.step.on_output_line(line)


class DriverTest(CompositeStepMixin, ShellMixin, BuildStep):
    """Runs suites of qemu-driver-test on the worker.

    `suites`: paths below the work directory. `tool`: the command that starts the tool. `options`: more options of
    `run`. `report_directory`, `report_url`: where the master keeps report.html, and the address of that directory; no
    link without both. The other parameters are the options of `run`, and those of a shell command (`env`, `timeout`).
    """

    name = 'driver test'
    description = 'testing drivers'
    renderables = ['suites', 'tool', 'options', 'out', *(name for name, _, _ in _OPTIONS)]
    # A machine that is being fetched or booted can be silent for some time.
    timeout = 1800
    # On SIGTERM the tool ends its machines and writes the results so far.
    sigtermTime = 30
    logEnviron = False

    def __init__(
        self,
        suites,
        tool=('qemu-driver-test',),
        options=(),
        out='qdt-results',
        report_directory=None,
        report_url=None,
        max_results_bytes=64 * _MIB,
        max_report_bytes=64 * _MIB,
        max_consoles=5,
        console_bytes=64 * 1024,
        **kwargs,
    ):
        for parameter, _, is_list in _OPTIONS:
            setattr(self, parameter, kwargs.pop(parameter, () if is_list else None))
        if isinstance(suites, str) or isinstance(tool, str):
            config.error('DriverTest: suites and tool are lists: [\'tests/\']')
        kwargs = self.setupShellMixin(kwargs, prohibitArgs=['command', 'decodeRC', 'logfiles', 'lazylogfiles'])
        super().__init__(**kwargs)
        self.suites, self.tool, self.options, self.out = suites, tool, options, out
        self.report_directory, self.report_url = report_directory, report_url
        self.max_results_bytes, self.max_report_bytes = max_results_bytes, max_report_bytes
        self.max_consoles, self.console_bytes = max_consoles, console_bytes
        self._progress = Progress()
        self._summary = None
        self.addLogObserver('stdio', _ProgressObserver())

    def on_output_line(self, line):
        """Called for each line of the tool."""
        if self._progress.line(line):
            self.updateSummary()

    def getCurrentSummary(self):
        return {'step': str(self._progress)} if self._progress.ended else super().getCurrentSummary()

    def getResultSummary(self):
        if self._summary is None:
            return super().getResultSummary()
        return {'step': self._summary, 'build': self._summary}

    @defer.inlineCallbacks
    def run(self):
        # Results of an earlier build must not be taken for those of this one.
        yield self.runRmdir(self._worker_path(self.workdir, self.out))
        command = yield self.makeRemoteShellCommand(command=self._command())
        yield self.runCommand(command)
        if self.stopped:
            self._summary = f'stopped: {self._progress}'
            return CANCELLED
        try:
            results = yield self._read_results()
        except Unreadable as error:
            return self._without_results(command.rc, str(error))
        yield self._tell(results)
        if command.rc not in _STATUS:
            return self._without_results(command.rc, 'the tool was ended before its time')
        if command.rc == 0 and results.not_ok:
            return self._without_results(command.rc, 'but tests were not as expected')
        status = _STATUS[command.rc]
        return WARNINGS if status == SUCCESS and results.warning_count else status

    def _command(self):
        chosen = [[option, str(value)] for name, option, is_list in _OPTIONS for value in self._values(name, is_list)]
        return [*self.tool, 'run', *self.suites, *chosen, *self.options, '--out', self.out]

    def _values(self, name, is_list):
        value = getattr(self, name)
        return value if is_list else [] if value is None else [value]

    @defer.inlineCallbacks
    def _read_results(self):
        data = yield read_file(self, self._in_results('results.json'), self.max_results_bytes)
        if data is None:
            raise Unreadable(f'there is no results.json of less than {self.max_results_bytes // _MIB} MiB')
        # It can have tens of megabytes, and the master has other things to do.
        results = yield threads.deferToThread(read_results, data)
        return results

    def _without_results(self, exit_status, reason):
        """The exit status alone decides. 0 needs results as its proof."""
        self.setProperty('driver-test-outcome', _WORD.get(exit_status, 'error'), self.name)
        self._summary = plain_label(f'driver test: exit status {exit_status}, {reason}')
        return FAILURE if exit_status in (1, 2) else EXCEPTION

    @defer.inlineCallbacks
    def _tell(self, results):
        self._summary = verdict(results)
        self._count(results)
        yield self._link_report()
        if results.not_ok:
            yield self.addCompleteLog('failures', failure_list(results))
            for test in distinct_failures(results, self.max_consoles):
                yield self._show_console(test)
        if results.warning_count:
            yield self.addCompleteLog(f'warnings ({results.warning_count})', warning_list(results))

    def _count(self, results):
        """The names of the statistics are those of Buildbot's own test steps."""
        total, failed = len(results.tests), len(results.not_ok)
        for name, value in (
            ('tests-total', total),
            ('tests-failed', failed),
            ('tests-passed', total - failed),
            ('warnings', results.warning_count),
            *((f'driver-test-{outcome}', results.counts[outcome]) for outcome in OUTCOMES),
        ):
            self.setStatistic(name, value)
        for name, value in (
            ('driver-test-outcome', 'interrupted' if results.interrupted else _WORD[results.exit_status]),
            ('driver-test-tests', total),
            ('driver-test-not-ok', failed),
            ('driver-test-failed', [test.id for test in results.not_ok[:20]]),
        ):
            self.setProperty(name, value, self.name)

    @defer.inlineCallbacks
    def _link_report(self):
        if self.report_directory is None or self.report_url is None:
            return
        # Builders can have any name, so it is not a path.
        place = [re.sub(r'[^A-Za-z0-9_-]+', '-', self.build.builder.name), str(self.build.number)]
        destination = os.path.join(self.report_directory, *place, 'report.html')
        saved = yield save_file(self, self._in_results('report.html'), destination, self.max_report_bytes)
        if saved:
            yield self.addURL('report.html', '/'.join([self.report_url.rstrip('/'), *place, 'report.html']))

    @defer.inlineCallbacks
    def _show_console(self, test):
        if test.console is None:
            return
        tail = yield read_tail(self, self._in_results(test.console), self.console_bytes)
        if tail.strip():
            yield self.addCompleteLog(f'console of {test.id}'[:80], plain_text(tail))

    def _in_results(self, path):
        return self._worker_path(self.out, path)

    def _worker_path(self, *parts):
        return self.worker.path_module.join(*parts)
