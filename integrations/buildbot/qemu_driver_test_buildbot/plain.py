"""Makes text that a guest may have written safe to show."""

import re

# CSI; the string sequences (OSC, DCS, SOS, PM, APC) with their terminator; all shorter ones. Each repetition excludes
# what follows it, so the search is linear. What is left of an unfinished sequence is spelled out afterwards.
_ESCAPE_SEQUENCE = re.compile(
    r'\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-OQ-WYZ\\`-~]'
)
# Control characters except tab and line feed, invisible and direction-changing characters, lone surrogates.
_UNSEEN = re.compile(
    '[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff'
    '\ud800-\udfff\U000e0000-\U000e007f]'
)
# Buildbot's page escapes HTML, but mail templates and dashboards of others may not.
_MARKUP = str.maketrans({'<': '‹', '>': '›', '&': '+', '"': "'"})

LINE_CHARACTERS = 500


def plain_text(text):
    """Several lines for a text log: no escape sequence, nothing invisible, no endless line."""
    without = _ESCAPE_SEQUENCE.sub('', text)
    lines = re.sub(r'\r+\n|\r+', '\n', without).split('\n')
    return '\n'.join(_UNSEEN.sub(_spelled_out, _cut(line, 4000)) for line in lines)


def plain_line(text, limit=LINE_CHARACTERS):
    """One line for a log."""
    return _cut(' '.join(plain_text(text[: 8 * limit]).split()), limit)


def plain_label(text, limit=LINE_CHARACTERS):
    """One line for a summary, a property or a name: no HTML either."""
    return plain_line(text, limit).translate(_MARKUP)


def _cut(line, limit):
    return line if len(line) <= limit else line[: limit - 1] + '…'


def _spelled_out(match):
    code = ord(match.group())
    return f'\\x{code:02x}' if code < 0x100 else f'\\u{code:04x}'
