import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  RunRefused,
  plainLine,
  shellJoin
} from "./chunk-PP4HT45W.mjs";
import "./chunk-X6ZZKZRR.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import {
  createFileAt
} from "./chunk-UTU2GXSA.mjs";
import {
  filesIn,
  kindOfFile,
  readTextIfThere
} from "./chunk-42EG7RIT.mjs";
import "./chunk-PC3WFA6B.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/init-command.ts
import { relative as relative2, resolve } from "node:path";

// src/app/init-suite.ts
import { join, relative } from "node:path";

// src/suite/starter-suite.ts
function starterSuite(modules) {
  return [
    file("README.md", readme(modules === void 0 ? "boots" : "loads")),
    file("info/description", "What the driver promises, in one sentence\n"),
    file("info/modules", modules === void 0 ? noModules : modulesOf(modules)),
    file("info/qemu-args", qemuArguments),
    file("info/tags", tags),
    ...modules === void 0 ? testOfMachine : testOfModules
  ];
}
function file(path, text) {
  return { path, text, isExecutable: false };
}
function program(path, text) {
  return { path, text, isExecutable: true };
}
function readme(test) {
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
function modulesOf(path) {
  return `# Directories that are built for each kernel, one per line, relative to this suite. Variables for make may
# follow:
# ../driver CONFIG_EXAMPLE=m
${path}
`;
}
var noModules = `# Directories that are built for each kernel, one per line, relative to this suite. Each has a
# Kbuild, a Makefile or a dkms.conf. Variables for make may follow. No module was found when this suite was made, so
# none is named yet:
# ../driver CONFIG_EXAMPLE=m
`;
var qemuArguments = `# Arguments for QEMU, for every test: above all the device that the driver is for. A device that
# QEMU does not have can be a model in TypeScript, in info/devices.
# -device edu,id=edu0
`;
var tags = `# Words that all tests have, for \`run --tag\`. A test adds its own in its info/tags.
`;
var setup = `#!/bin/sh
# Before every test. If it fails, the outcome of the test is an error: the test could not be judged.
. lib/modules.sh
load_modules
`;
var teardown = `#!/bin/sh
# After every test, also after one that failed: whatever it did, the modules can still be unloaded.
. lib/modules.sh
unload_modules
`;
var modulesLibrary = `# The modules of this suite, in an order in which they can be loaded. With one module, all of
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
var run = `#!/bin/sh
# setup has loaded the modules. A complaint of the kernel would fail this test by itself.
. lib/modules.sh

for name in $(module_names); do
	is_loaded "$name" || { echo "expected $name to be loaded, and it is not"; exit 1; }
done

# What a user of the driver sees comes next, for example:
# [ -c /dev/edu0 ] || { echo "expected /dev/edu0, found none"; exit 1; }
`;
var bootsRun = `#!/bin/sh
# A test needs no module. This one shows that the machine works, until info/modules names a driver and setup loads it.
[ "$(id -u)" = 0 ] || { echo "expected to be root in the machine, found user $(id -u)"; exit 1; }

# With a driver, for example:
# insmod "$QDT_MODULES/edu.ko" || { echo "expected edu.ko to load, and it does not"; exit 1; }
# [ -c /dev/edu0 ] || { echo "expected /dev/edu0, found none"; exit 1; }
`;
var testOfModules = [
  program("setup", setup),
  program("teardown", teardown),
  file("lib/modules.sh", modulesLibrary),
  file("loads/info/description", "The modules load, and the kernel has no complaint\n"),
  program("loads/run", run)
];
var testOfMachine = [
  file("boots/info/description", "The machine starts, and runs tests as root\n"),
  program("boots/run", bootsRun)
];

// src/app/init-suite.ts
var suiteName = "qdt";
function initSuite(directory) {
  const kind = kindOfFile(directory);
  if (kind !== "nothing" && kind !== "directory")
    throw new RunRefused(`${directory}: expected a directory, or nothing, found a file.`);
  const isDriver = kind === "directory" && buildsModules(directory);
  const suite = isDriver ? join(directory, suiteName) : directory;
  refuseExisting(suite);
  const modules = isDriver ? directory : modulesAbove(suite);
  const files = starterSuite(modules === void 0 ? void 0 : relative(suite, modules));
  for (const { path, text, isExecutable } of files) createFileAt(join(suite, path), text, isExecutable);
  return { directory: suite, files: files.map(({ path }) => path), modules };
}
function modulesAbove(suite) {
  const above = join(suite, "..");
  return buildsModules(above) ? above : void 0;
}
function refuseExisting(suite) {
  const kind = kindOfFile(suite);
  const there = kind === "directory" ? filesIn(suite).map(({ name }) => join(suite, name))[0] : suite;
  if (kind === "nothing" || there === void 0) return;
  throw new RunRefused(
    `${there} is there already, and nothing was written. init writes into a directory that is empty or does not exist.`
  );
}
function buildsModules(directory) {
  if (kindOfFile(join(directory, "dkms.conf")) === "file") return true;
  return ["Kbuild", "Makefile"].some(
    (name) => /^\s*obj-|\bobj-[m$]/m.test(readTextIfThere(join(directory, name)) ?? "")
  );
}

// src/cli/init-command.ts
function initCommand(args, { cwd, invocation, write }) {
  const [operand, ...others] = args.operands;
  if (operand === void 0 || others.length > 0)
    throw new UsageError("Name one directory: that of a driver, or a new one for the suite.");
  const { directory, files, modules } = initSuite(resolve(cwd, operand));
  const shown = (path) => relative2(cwd, path) || ".";
  const words = [...invocation, "run", shown(directory)];
  const lines = [
    `A suite with one test is in ${shown(directory)}: ${files.join(", ")}`,
    modules === void 0 ? "No sources of a module were found: name their directory in info/modules." : `It builds the modules of ${shown(modules)}, and its test loads them.`,
    `Run it: ${shellJoin(words)}`
  ];
  write(lines.map((line) => `${plainLine(line)}
`).join(""));
  return 0;
}
export {
  initCommand
};
