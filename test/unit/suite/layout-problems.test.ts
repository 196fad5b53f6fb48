import { executable, goodTest, pipe, symlink, unreadable, type Sketch } from './memory-tree.ts';
import { type Case, info, test, testProblems } from './problem-cases.ts';

const data = (entries: Readonly<Record<string, Sketch>>): Readonly<Record<string, Sketch>> => test({ data: entries });

const layout: readonly Case[] = [
  [
    'no test',
    { info: {} },
    'edu: expected at least one test in the suite, found none\n  hint: A test is a directory with an ' +
      'executable called run: SUITE/TEST/run.',
  ],
  [
    'a directory without run',
    { t: goodTest, docs: { 'a.md': '' } },
    'edu/docs: expected a test (a directory with run), info, or a directory named by info/modules or ' +
      'info/devices, found neither\n  hint: Add an executable called run, name the directory in ' +
      'info/modules or info/devices, call it lib if it has helpers for all tests, or move it out of the suite.',
  ],
  [
    'a directory whose run has an ending',
    { t: goodTest, u: { 'run.sh': executable() } },
    'edu/u: expected a test (a directory with run), info, or a directory named by info/modules or ' +
      'info/devices, found neither\n  hint: Rename run.sh to run if this is a test.',
  ],
  [
    'a suite in a suite',
    { t: goodTest, more: { u: goodTest } },
    'edu/more: expected a test, found a directory that looks like a suite\n  hint: Name each suite ' +
      'on the command line: run SUITE SUITE …',
  ],
  [
    'a run in the suite itself',
    { t: goodTest, run: executable() },
    'edu/run: expected run in the directory of a test, found it in the suite itself\n  hint: Move ' +
      'run to SUITE/TEST/run. A directory with a run and no tests in it is a test of the suite above it.',
  ],
  [
    'a stray file',
    { t: goodTest, 'notes.txt': '', 'README.md': '', LICENSE: '', '.gitignore': '' },
    'edu/notes.txt: expected setup, teardown, info or the directory of a test, found another file\n  ' +
      "hint: Put it into a test's data/ if that test needs it, into lib/ if all do, or else move it out of the suite.",
  ],
  [
    'a stray file with a similar name',
    { t: goodTest, setpu: executable() },
    'edu/setpu: expected setup, teardown, info or the directory of a test, found another file\n  ' +
      'hint: Did you mean setup?',
  ],
  [
    'a stray entry of a test',
    test({ 'helper.sh': '' }),
    'edu/t/helper.sh: expected setup, run, teardown, data or info, found something else\n  hint: Put ' +
      'it into data/ if the test needs it beside run.',
  ],
  [
    'a stray entry of a test with a similar name',
    test({ teradown: executable() }),
    'edu/t/teradown: expected setup, run, teardown, data or info, found something else\n  hint: Did ' +
      'you mean teardown?',
  ],
  [
    'a test name with a blank',
    { 'my test': goodTest },
    'edu/my test: a name may hold letters, digits, ".", "_" and "-", found "my test"\n  hint: Rename it: the ' +
      'name becomes a part of paths, reports and command lines.',
  ],
  [
    'names that differ only in case',
    { Probe: goodTest, probe: goodTest },
    'edu/probe: the name differs from "Probe" only in case\n  hint: Rename one: their results would share a ' +
      'directory where file names ignore case.',
  ],
  [
    'a file called info',
    { t: goodTest, info: '' },
    'edu/info: expected a directory, found a file\n  hint: Make it a directory, or delete it.',
  ],
  [
    'a data that is a file',
    test({ data: 'x' }),
    'edu/t/data: expected a directory, found a file\n  hint: Make it a directory, or delete it.',
  ],
  [
    'a directory that may not be read',
    { t: goodTest, secret: unreadable },
    'edu/secret: cannot be read: permission denied\n  hint: Check its owner and mode with ls -l.',
  ],
];

const stages: readonly Case[] = [
  [
    'a run without the execute bit',
    { t: { run: '#!/bin/sh\n' } },
    'edu/t/run: expected an executable, found a file without the execute bit\n  hint: chmod +x edu/t/run',
  ],
  [
    'a setup that is a directory',
    { t: goodTest, setup: {} },
    'edu/setup: expected an executable file setup, found a directory\n  hint: Replace it with a ' +
      'program or script; put files that it needs into data/.',
  ],
  [
    'a run that is a directory',
    { t: { run: {} } },
    'edu/t/run: expected an executable file run, found a directory\n  hint: Replace it with a ' +
      'program or script; put files that it needs into data/.',
  ],
  [
    'a teardown that is a pipe',
    test({ teardown: pipe }),
    'edu/t/teardown: expected an executable file teardown, found a socket, pipe or device\n  hint: ' +
      'Replace it with a program or script; put files that it needs into data/.',
  ],
  [
    'an empty run',
    { t: { run: executable('') } },
    'edu/t/run: expected a program or script, found an empty file\n  hint: Write it, or delete the file.',
  ],
  [
    'a script with CR LF',
    { t: { run: executable('#!/bin/sh\r\nexit 0\r\n') } },
    'edu/t/run:1: expected LF line ends, found CR LF after "#!/bin/sh": the guest would look for an ' +
      'interpreter with a carriage return in its name\n  hint: Save the file with LF line ends.',
  ],
];

const links: readonly Case[] = [
  [
    'a run that links out of the suite',
    { t: { run: symlink('../../tool') } },
    'edu/t/run: found a link to "../../tool", which is outside the suite\n  hint: Copy what it ' +
      'points to into the suite. Kernels, disk images, modules and models may be outside: put their ' +
      'paths in info/.',
    { tool: executable() },
  ],
  [
    'a link out of the suite deep in data/',
    data({ a: { b: symlink('/work/secret') } }),
    'edu/t/data/a/b: found a link to "/work/secret", which is outside the suite\n  hint: Copy what ' +
      'it points to into the suite. Kernels, disk images, modules and models may be outside: put their ' +
      'paths in info/.',
    { secret: 'x' },
  ],
  [
    'a link to a neighbour whose name begins alike',
    data({ b: symlink('/work/edu-2') }),
    'edu/t/data/b: found a link to "/work/edu-2", which is outside the suite\n  hint: Copy what it ' +
      'points to into the suite. Kernels, disk images, modules and models may be outside: put their ' +
      'paths in info/.',
    { 'edu-2': 'x' },
  ],
  [
    'a dangling link in data/',
    data({ b: symlink('nowhere') }),
    'edu/t/data/b: found a link to "nowhere", which does not exist\n  hint: Correct the link, or put ' +
      'the file itself here.',
  ],
  [
    'a link to itself',
    data({ b: symlink('b') }),
    'edu/t/data/b: found a link to "b", which does not exist\n  hint: Correct the link, or put the ' +
      'file itself here.',
  ],
  [
    'an info field that links out of the suite',
    info({ timeout: symlink('../../timeout') }),
    'edu/info/timeout: found a link to "../../timeout", which is outside the suite\n  hint: Copy ' +
      'what it points to into the suite. Kernels, disk images, modules and models may be outside: put ' +
      'their paths in info/.',
    { timeout: '5' },
  ],
  [
    'a link in data/ to the directory it is in',
    data({ a: { up: symlink('..') } }),
    'edu/t/data/a/up: found a link to "..", which contains the link itself: copying data/ would ' +
      'never end\n  hint: Point the link at a file, or at a directory that does not contain it.',
  ],
  [
    'a link in data/ to the suite',
    data({ up: symlink('../..') }),
    'edu/t/data/up: found a link to "../..", which contains the link itself: copying data/ would ' +
      'never end\n  hint: Point the link at a file, or at a directory that does not contain it.',
  ],
  [
    'two directories in data/ that link to each other',
    data({ a: { x: symlink('../b') }, b: { y: symlink('../a') } }),
    'edu/t/data/a/x/y: found a link to "../a", which contains the link itself: copying data/ would ' +
      'never end\n  hint: Point the link at a file, or at a directory that does not contain it.',
  ],
];

const dataEntries: readonly Case[] = [
  [
    'an entry that the guest has too',
    data({ logs: {} }),
    `edu/t/data/logs: data/ may not contain "logs": the test's folder in the guest has an entry with ` +
      'that name\n  hint: Rename it. Reserved names: suite-setup, setup, run, teardown, ' +
      'suite-teardown, modules, artifacts, logs.',
  ],
  [
    'a pipe',
    data({ a: { p: pipe } }),
    'edu/t/data/a/p: expected files, directories and links in data/, found a socket, pipe or ' +
      'device\n  hint: Remove it; setup can create it in the guest.',
  ],
];

const lib = { 'checks.sh': '' };

const libEntries: readonly Case[] = [
  [
    'data/ of the suite',
    { t: goodTest, data: { 'checks.sh': '' } },
    'edu/data: expected data/ in the directory of a test, found it in the suite itself\n  hint: Rename it to lib/ if ' +
      'all tests need it: they find it as ./lib. Move it to SUITE/TEST/data/ if one does.',
  ],
  [
    'a test called lib',
    { t: goodTest, lib: goodTest },
    'edu/lib/run: lib/ holds the helpers of all tests and cannot be a test, found run in it\n  hint: Rename the ' +
      'directory if it is a test. Rename run if it is a helper.',
  ],
  [
    'a file called lib',
    { t: goodTest, lib: '' },
    'edu/lib: expected a directory, found a file\n  hint: Make it a directory, or delete it.',
  ],
  [
    'a lib of a test and of the suite',
    { ...test({ lib }), lib },
    "edu/t/lib: expected setup, run, teardown, data or info, found lib: the suite's lib/ is copied to that place\n  " +
      'hint: Move it into data/ under another name, or into the lib/ of the suite if all tests may have it.',
  ],
  [
    'a lib in the data of a test and in the suite',
    { ...data({ lib }), lib },
    'edu/t/data/lib: data/ may not contain "lib" in this suite: the suite\'s lib/ is copied to that place\n  ' +
      'hint: Rename it, or move it into the lib/ of the suite if all tests may have it.',
  ],
  [
    'a link out of the suite',
    { t: goodTest, lib: { deep: { b: symlink('/work/secret') } } },
    'edu/lib/deep/b: found a link to "/work/secret", which is outside the suite\n  hint: Copy what it points to into ' +
      'the suite. Kernels, disk images, modules and models may be outside: put their paths in info/.',
    { secret: '' },
  ],
  [
    'a link to the suite',
    { t: goodTest, lib: { up: symlink('..') } },
    'edu/lib/up: found a link to "..", which contains the link itself: copying lib/ would never end\n  hint: Point ' +
      'the link at a file, or at a directory that does not contain it.',
  ],
  [
    'a pipe',
    { t: goodTest, lib: { p: pipe } },
    'edu/lib/p: expected files, directories and links in lib/, found a socket, pipe or device\n  hint: Remove it; ' +
      'setup can create it in the guest.',
  ],
];

testProblems([
  ['in the layout', layout],
  ['with stages', stages],
  ['with links', links],
  ['in data/', dataEntries],
  ['with lib/', libEntries],
]);
