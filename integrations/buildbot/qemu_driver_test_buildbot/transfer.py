"""Brings files of the worker to the master, and never more than a limit."""

import os

from buildbot.process.remotecommand import RemoteCommand, RemoteShellCommand
from buildbot.process.remotetransfer import FileWriter
from buildbot.util import unicode2bytes
from buildbot.worker.protocols.base import FileWriterImpl
from twisted.internet import defer

_BLOCK_BYTES = 64 * 1024


class _Buffer(FileWriterImpl):
    """Keeps the bytes in memory. The limit holds whatever the worker sends."""

    def __init__(self, max_bytes):
        self._chunks = []
        self._left = max_bytes

    def remote_write(self, data):
        chunk = unicode2bytes(data)[: self._left]
        self._left -= len(chunk)
        self._chunks.append(chunk)

    def remote_close(self):
        pass

    def content(self):
        return b''.join(self._chunks)


@defer.inlineCallbacks
def read_file(step, path, max_bytes):
    """The bytes of a file on the worker; None if it is not there or larger."""
    buffer = _Buffer(max_bytes)
    failed = yield _upload(step, path, buffer, max_bytes)
    return None if failed else buffer.content()


@defer.inlineCallbacks
def save_file(step, path, destination, max_bytes):
    """Copies a file of the worker to the master. False if it is not there or larger; nothing is left then."""
    writer = FileWriter(destination, max_bytes, 0o644)
    failed = True
    try:
        failed = yield _upload(step, path, writer, max_bytes)
    finally:
        # A part of a file must not be served.
        if failed:
            writer.cancel()
            _remove(destination)
    return not failed


@defer.inlineCallbacks
def read_tail(step, path, max_bytes):
    """The end of a text file on the worker; empty if it is not there."""
    command = RemoteShellCommand(
        step.workdir, ['tail', '-c', str(max_bytes), '--', path], collectStdout=True, logEnviron=False, timeout=60
    )
    yield step.runCommand(command)
    return '' if command.didFail() else command.stdout[-max_bytes:]


@defer.inlineCallbacks
def _upload(step, path, writer, max_bytes):
    command = RemoteCommand(
        'uploadFile',
        {
            'workdir': step.workdir,
            'workersrc': path,
            'writer': writer,
            'maxsize': max_bytes,
            'blocksize': _BLOCK_BYTES,
            'keepstamp': False,
        },
    )
    yield step.runCommand(command)
    return step.stopped or command.didFail()


def _remove(path):
    if os.path.lexists(path):
        os.unlink(path)
