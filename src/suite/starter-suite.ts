/** A file of a suite to start from. */
export interface StarterFile {
  /** Relative to the suite. */
  readonly path: string;
  readonly text: string;
  readonly isExecutable: boolean;
}

/**
 * A suite to start from: comments that explain every file, and one test that passes.
 * @param modules what `info/modules` names, relative to the suite; undefined: no sources of a module were found
 */
export function starterSuite(modules: string | undefined): readonly StarterFile[] {
  return [
    file('README.md', readme(modules === undefined ? 'boots' : 'loads')),
    file('info/description', 'What the driver promises, in one sentence\n'),
    file('info/modules', modules === undefined ? noModules : modulesOf(modules)),
    file('info/qemu-args', qemuArguments),
    file('info/tags', tags),
    ...(modules === undefined ? testOfMachine : testOfModules),
  ];
}

function file(path: string, text: string): StarterFile {
  return { path, text, isExecutable: false };
}

function program(path: string, text: string): StarterFile {
  return { path, text, isExecutable: true };
}

function readme(test: string): string {
  return `# Tests of the driver

This directory is a suite of qemu-driver-test. Each directory in it that holds a \`run\` is a test. Every test gets a
freshly started kernel in a virtual machine of its own, so it may crash it.

    qemu-driver-test check .      # finds mistakes in these files, and runs nothing
    qemu-driver-test run .        # runs all tests; the results are in qdt-results/
    qemu-driver-test shell .      # a shell on the machine of the tests

| file | |
|---|---|
| \`info/modules\` | the directories that are built for each kernel |
| \`info/qemu-args\` | the hardware |
| \`info/tags\` | words to choose tests by |
| \`setup\`, \`teardown\` | programs that run before and after every test, if there are any |
| \`lib/\` | scripts that the tests share, if there are any |
| \`${test}/run\` | the first test |

## Write the next test

1. Copy \`${test}\` to a directory with another name. The name of the directory is the name of the test.
2. Write into its \`run\` what the driver must do. Exit status 0 is a pass, 4 is a skip, anything else is a fail. The
   last line of the output is the reason in the report, so say what was expected and what was found.
3. If the test needs other hardware, give it an \`info/qemu-args\` of its own.

A crash of the kernel is found without any help from the test, with the line of the driver.

## Choose kernels and machines

    qemu-driver-test run . --kernel debian:6.1 --kernel debian:6.12
    qemu-driver-test run . --machine 'small=-m 256 -smp 1' --machine 'big=-m 1024 -smp 4'
`;
}

function modulesOf(path: string): string {
  return `# Directories that are built for each kernel, one per line, relative to this suite. Variables for make may
# follow:
# ../driver CONFIG_EXAMPLE=m
${path}
`;
}

const noModules = `# Directories that are built for each kernel, one per line, relative to this suite. Each has a
# Kbuild, a Makefile or a dkms.conf. Variables for make may follow. No module was found when this suite was made, so
# none is named yet:
# ../driver CONFIG_EXAMPLE=m
`;

const qemuArguments = `# Arguments for QEMU, for every test: above all the device that the driver is for. A device that
# QEMU does not have can be a model in TypeScript, in info/devices.
# -device edu,id=edu0
`;

const tags = `# Words that all tests have, for \`run --tag\`. A test adds its own in its info/tags.
`;

const setup = `#!/bin/sh
# Before every test. If it fails, the outcome of the test is an error: the test could not be judged.
. lib/modules.sh
load_modules
`;

const teardown = `#!/bin/sh
# After every test, also after one that failed: whatever it did, the modules can still be unloaded.
. lib/modules.sh
unload_modules
`;

const modulesLibrary = `# The modules of this suite, in an order in which they can be loaded. With one module, all of
# this is \`insmod "$QDT_MODULES/NAME.ko"\`, and with your own order it is shorter.

module_names() {
	for path in "$QDT_MODULES"/*.ko; do
		[ ! -e "$path" ] || basename "$path" .ko
	done
}

# The name in the kernel has no dashes.
is_loaded() {
	[ -e "/sys/module/$(echo "$1" | tr - _)/initstate" ]
}

# What a module needs of the kernel comes first. A module that needs another one of ours is tried again after it.
load_modules() {
	for name in $(module_names); do
		for need in $(modinfo -F depends "$QDT_MODULES/$name.ko" | tr , ' '); do
			[ -e "$QDT_MODULES/$need.ko" ] || modprobe "$need" 2>/dev/null
		done
	done
	for _ in $(module_names); do
		for name in $(module_names); do
			is_loaded "$name" || insmod "$QDT_MODULES/$name.ko" 2>"/tmp/$name.log"
		done
	done
	for name in $(module_names); do
		is_loaded "$name" || { echo "expected $name to load: $(cat "/tmp/$name.log")" && return 1; }
	done
}

unload_modules() {
	for _ in $(module_names); do
		for name in $(module_names); do
			! is_loaded "$name" || rmmod "$name" 2>"/tmp/$name.log"
		done
	done
	for name in $(module_names); do
		! is_loaded "$name" || { echo "expected $name to unload: $(cat "/tmp/$name.log")" && return 1; }
	done
}
`;

const run = `#!/bin/sh
# setup has loaded the modules. A complaint of the kernel would fail this test by itself.
. lib/modules.sh

for name in $(module_names); do
	is_loaded "$name" || { echo "expected $name to be loaded, and it is not"; exit 1; }
done

# What a user of the driver sees comes next, for example:
# [ -c /dev/edu0 ] || { echo "expected /dev/edu0, found none"; exit 1; }
`;

const bootsRun = `#!/bin/sh
# A test needs no module. This one shows that the machine works, until info/modules names a driver and setup loads it.
[ "$(id -u)" = 0 ] || { echo "expected to be root in the machine, found user $(id -u)"; exit 1; }

# With a driver, for example:
# insmod "$QDT_MODULES/edu.ko" || { echo "expected edu.ko to load, and it does not"; exit 1; }
# [ -c /dev/edu0 ] || { echo "expected /dev/edu0, found none"; exit 1; }
`;

const testOfModules: readonly StarterFile[] = [
  program('setup', setup),
  program('teardown', teardown),
  file('lib/modules.sh', modulesLibrary),
  file('loads/info/description', 'The modules load, and the kernel has no complaint\n'),
  program('loads/run', run),
];

const testOfMachine: readonly StarterFile[] = [
  file('boots/info/description', 'The machine starts, and runs tests as root\n'),
  program('boots/run', bootsRun),
];
