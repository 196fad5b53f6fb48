import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  amount,
  boolean,
  cellId,
  defined,
  formatOf,
  insidePath,
  listOf,
  moment,
  must,
  name,
  number,
  object,
  oneOf,
  optional,
  orNull,
  readAs,
  recordOf,
  testId,
  text,
  wholeNumber,
  withKeywords
} from "./chunk-7ASZTMLB.mjs";
import {
  parseJson
} from "./chunk-ZOCY7ZAN.mjs";
import {
  bounds
} from "./chunk-PC3WFA6B.mjs";

// src/text/short-spec.ts
var besideTheKernel = /^[a-z-]*(?:headers|kbuild|compiler|devel|modules|source|tools|libc|extra|optional)\b/;
function shortKernelSpec(spec) {
  const [, prefix, rest] = /^(deb|rpm|url):(.+)$/s.exec(spec) ?? [];
  if (prefix === void 0 || rest === void 0) return spec;
  const names = rest.split(",").map((address) => lastName(address.split("#", 1)[0] ?? ""));
  const more = names.length > 1 ? ` and ${names.length - 1} more` : "";
  return `${prefix}:${mainFile(names)}${more}`;
}
function mainFile(names) {
  return names.find((name2) => !besideTheKernel.test(name2)) ?? names[0] ?? "";
}
function lastName(address) {
  const name2 = address.slice(address.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name2);
  } catch (error) {
    if (error instanceof URIError) return name2;
    throw error;
  }
}

// src/results/coverage/line-ranges.ts
function formatLines(lines) {
  const parts = [];
  let first;
  let last = 0;
  const close = () => {
    if (first !== void 0) parts.push(first === last ? String(first) : `${first}-${last}`);
  };
  for (const line of [...lines].toSorted((a, b) => a - b)) {
    if (first !== void 0 && line <= last + 1) {
      last = line;
      continue;
    }
    close();
    first = line;
    last = line;
  }
  close();
  return parts.join(",");
}
function parseLines(text2) {
  if (text2 === "") return [];
  const lines = [];
  for (const part of text2.split(",")) {
    const [, from, to = from] = /^(\d{1,8})(?:-(\d{1,8}))?$/.exec(part) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (!(first > (lines.at(-1) ?? 0) && last >= first && last <= bounds.coverage.codeLine)) return void 0;
    if (lines.length + last - first >= bounds.coverage.linesOfFile) return void 0;
    for (let line = first; line <= last; line++) lines.push(line);
  }
  return lines;
}
function linesIn(text2) {
  return parseLines(text2) ?? [];
}

// src/results/formats/coverage-format.ts
var isLines = must(
  (value) => parseLines(value) === void 0 ? "numbers of lines such as 3-5,9" : void 0
);
function lineNumbers(description) {
  return withKeywords({ description: `${description} Ascending: \`3-5,9\`.` }, text().check(isLines));
}
var file = insidePath(
  "A source file, relative to the project's root, which is that of its repository if it is in one."
);
var fileLines = formatOf()(
  defined("fileLines", object({ file, lines: lineNumbers("Numbers of lines.") }, "Lines of one source file."))
);
function reachedLines(description) {
  return listOf(fileLines, description, bounds.coverage.files);
}
var coveredSource = {
  file,
  coverable: lineNumbers("The lines of which it is known whether they ran."),
  source: optional(insidePath("A copy of the file as it was compiled. Relative to the results directory."))
};
var coverageFile = defined(
  "coverageFile",
  object(
    {
      ...coveredSource,
      lines: wholeNumber("How many lines there are in `coverable`."),
      reached: wholeNumber("How many of them ran in any test."),
      onlyByFaults: wholeNumber("How many of these ran only in tests in which a fault fired."),
      ran: lineNumbers("The lines that ran in a test in which no fault fired."),
      ranOnlyByFaults: lineNumbers("The others that ran.")
    },
    "A source file of the modules under test."
  )
);
var notCovered = object(
  { cell: cellId(), suite: name("The suite's name."), reason: text("Why.") },
  "Modules of which it is not known what ran."
);
var codeCoverage = defined(
  "codeCoverage",
  object(
    {
      lines: wholeNumber("How many lines there are of which it is known whether they ran."),
      reached: wholeNumber("How many of them ran in any test."),
      onlyByFaults: wholeNumber("How many of these ran only in tests in which a fault fired."),
      files: listOf(coverageFile, "By their paths.", bounds.coverage.files),
      notMeasured: listOf(notCovered, "Where it was not measured. The tests ran all the same.")
    },
    "With --coverage: which lines of the suites' modules ran, all tests and cells together. docs/coverage.md says what counts."
  )
);

// src/results/formats/device-format.ts
var faultHit = defined(
  "faultHit",
  object(
    {
      atUs: amount("Microseconds on the host's monotonic clock."),
      access: text(
        "What it hit: `read of STATUS`, `DMA write of 4096 bytes to 0x1000`, `interrupt 0`, `misc_register at driver/edu.c:120 (edu_probe+0x12/0x34 [edu])`."
      )
    },
    "An access that a fault hit. Missing: it never fired."
  )
);
var callSite = formatOf()(
  defined(
    "callSite",
    object(
      {
        function: text("The function of the kernel: `misc_register`."),
        place: text("Where the module calls it: `edu_probe+0x12/0x34 [edu]`."),
        line: optional(text("The driver's line: `driver/edu.c:120`. Missing: it is not known.")),
        reached: wholeNumber("How many calls were counted there."),
        first: wholeNumber("Which of all calls that the fault counted was the first there, from 1 on.")
      },
      "A place in a module that calls a function of the kernel."
    )
  )
);
var fault = formatOf()(
  defined(
    "fault",
    object(
      {
        id: text("Under which a test asks for it and clears it."),
        text: text("As the test wrote it down."),
        fired: wholeNumber("How often it hit."),
        counted: wholeNumber("How many accesses it could have hit."),
        first: optional(faultHit),
        last: optional(faultHit),
        isCleared: boolean("Whether the test cleared it."),
        refusals: optional(
          object(
            { loads: wholeNumber("Loads of the module."), probes: wholeNumber("Probes of a device.") },
            "Of calls: what the driver then gave an error to, so that it failed. Missing: nothing."
          )
        ),
        sites: optional(
          listOf(
            callSite,
            "Of calls, when the fault only counts: the places that called, in the order in which they were reached."
          )
        )
      },
      "A fault of a device, and what it did."
    )
  )
);
var crash = formatOf()(
  defined(
    "modelCrash",
    object(
      {
        during: text("What the model was doing: `write of DMA_COMMAND`."),
        message: text("What was thrown."),
        stack: text("Where, as the JavaScript engine tells it.")
      },
      "A bug of the model, not of the driver. Missing: it has shown none."
    )
  )
);
var device = defined(
  "device",
  object(
    {
      id: text("As `info/devices` has it; `edu.ko`: a module whose calls can fail; `modules`: all of them."),
      model: text("The model's own name; `module under test`."),
      faults: listOf(
        fault,
        "Every fault that was set, in the order in which it was. One that never fired tested nothing."
      ),
      crash: optional(crash)
    },
    "A device model in a test's machine, or a module whose calls can fail."
  )
);
var fieldCoverage = defined(
  "fieldCoverage",
  object(
    {
      reads: wholeNumber("Reads of the register that holds it."),
      writtenZero: wholeNumber("Writes that left no bit of it set."),
      writtenNonZero: wholeNumber("Writes with a bit of it set.")
    },
    "How often a field of a register was used."
  )
);
var registerCoverage = defined(
  "registerCoverage",
  object(
    {
      reads: wholeNumber("Reads of it."),
      writes: wholeNumber("Writes to it."),
      fields: recordOf(fieldCoverage, "By name.")
    },
    "How often a register was used."
  )
);
var coverage = formatOf()(
  defined(
    "coverage",
    object(
      {
        registers: recordOf(registerCoverage, "By name, areas of memory included."),
        interrupts: recordOf(
          wholeNumber(),
          "How often each was raised: by name, or by number where the model gives none."
        ),
        dma: optional(
          object(
            {
              reads: wholeNumber("From the machine's memory."),
              writes: wholeNumber("To the machine's memory."),
              bytes: withKeywords({ type: "integer" }, amount("Of both together."))
            },
            "Transfers that the device began. Missing: no device of its bus can begin one."
          )
        ),
        unmapped: wholeNumber("Accesses where the model declares nothing."),
        exchanges: optional(
          recordOf(
            object(
              { count: wholeNumber("How often."), bytes: withKeywords({ type: "integer" }, amount("In all.")) },
              "Exchanges of one name."
            ),
            "By name: endpoints and control requests of USB, messages, frames. Missing: the device has only registers."
          )
        )
      },
      "Everything that the model declares, with how often it was used: zeros where it was not."
    )
  )
);
var hardware = defined(
  "hardware",
  object(
    {
      suite: name("The suite's name."),
      model: text("The model's own name."),
      machines: withKeywords({ minimum: 1 }, wholeNumber("How many machines had a device of it.")),
      coverage
    },
    "What the drivers of a suite touched of one device model."
  )
);

// src/results/formats/finding-format.ts
var outcome = formatOf()(
  defined(
    "outcome",
    oneOf(
      ["pass", "fail", "skip", "timeout", "hang", "crash", "error"],
      "pass: as it should; fail: `run` said so; skip: the test asked for it; timeout: the guest answered, the test did not end; hang: the guest stopped answering, or the kernel reported a stall; crash: the kernel reported a bug, or the machine died or rebooted by itself; error: the test could not be judged."
    )
  )
);
var stageName = formatOf()(
  defined("stageName", oneOf(["suite-setup", "setup", "run", "teardown", "suite-teardown"], "Which executable."))
);
var findingKind = formatOf()(
  defined(
    "findingKind",
    oneOf(
      [
        "panic",
        "oops",
        "bug",
        "warning",
        "kasan",
        "kmsan",
        "kcsan",
        "kfence",
        "ubsan",
        "lockdep",
        "rcu-stall",
        "soft-lockup",
        "hard-lockup",
        "hung-task",
        "atomic-sleep",
        "memory-leak",
        "oom",
        "refcount",
        "gpf",
        "null-deref",
        "page-fault",
        "stack-overflow",
        "general",
        "reboot",
        "lost",
        "complaint",
        "leak",
        "double-free",
        "use-after-free",
        "cfi",
        "irq"
      ],
      "What kind of bug."
    )
  )
);
function lineNumber(description) {
  return withKeywords({ minimum: 1 }, wholeNumber(description));
}
var finding = formatOf()(
  defined(
    "finding",
    object(
      {
        kind: findingKind,
        title: text("In syzbot's convention, so that it can be searched there."),
        fingerprint: text("Stable over addresses, CPUs and process ids."),
        line: lineNumber("First line of the report in the console log, counted from 1."),
        source: optional(
          object(
            { file: text("Source file."), line: lineNumber("Counted from 1.") },
            "The first frame in the code under test, when it is known."
          )
        ),
        report: text("The report's text.")
      },
      "A bug that the kernel reported on the console."
    )
  )
);
var subtest = formatOf()(
  defined(
    "subtest",
    object(
      {
        name: text("Its description."),
        status: oneOf(["pass", "fail", "skip", "todo", "crash", "error"], "What became of it."),
        reason: optional(text("What its directive says, when there is one."))
      },
      "A (K)TAP result."
    )
  )
);

// src/results/formats/test-format.ts
var ofAttempt = {
  outcome,
  ok: boolean("Whether the outcome is what was expected."),
  reason: text("Why the outcome is what it is, for a person."),
  startMs: orNull(amount(), "From QEMU's launch until the first stage began, in milliseconds; null: none began."),
  durationMs: amount("From QEMU's launch until the machine was gone, in milliseconds."),
  console: optional(
    insidePath(
      "The console log. Of a test whose cell did not boot: that of the boot. Relative to the results directory. Missing: nothing was booted for it."
    )
  )
};
var stage = defined(
  "stage",
  object(
    {
      name: stageName,
      exitStatus: orNull(wholeNumber(void 0, { min: -(2 ** 31), max: 2 ** 31 }), "null: it did not end."),
      durationMs: amount("In milliseconds."),
      log: insidePath("Its output. Relative to the results directory.")
    },
    "One executable of a test."
  )
);
var attempt = defined("attempt", object(ofAttempt, "One run of a test that ran several times."));
var postMortem = object(
  {
    files: listOf(
      insidePath(),
      "Registers, the kernel's answers, the console's last lines. Relative to the results directory."
    ),
    whereabouts: listOf(text(), "Where processors and tasks stood, one a line.")
  },
  "What a machine that hung or ran out of time could still be asked. Missing where it was not asked."
);
var pointOutcomes = [
  "absorbed",
  "reported",
  "silent",
  "leaked",
  "crashed",
  "hung",
  "missed",
  "unjudged"
];
var pointVerdict = {
  outcome: formatOf()(
    defined(
      "pointOutcome",
      oneOf(
        pointOutcomes,
        "absorbed: the test passed all the same. reported: it failed, and the driver reported an error to the test or in the kernel log. silent: only the test noticed, and the driver reported nothing. leaked: what was set up could not be taken down again. crashed, hung: as of any test. missed: the test took a different path and the fault never fired. unjudged: there is no verdict, or not enough evidence."
      )
    )
  ),
  access: optional(
    text(
      "What the fault hit, such as `read of STATUS (bar0+0x20)` or `misc_register in edu_probe (driver/edu.c:120)`. Missing where it hit nothing; a call that was missed has it."
    )
  ),
  why: text("The evidence, with the line that shows it.")
};
var pointOrigin = {
  of: testId("`suite/test`: the test that is swept."),
  device: optional(text("Id of the device. Missing: a call of the driver fails.")),
  fault: text("The fault without its trigger."),
  nth: wholeNumber(
    "Which of the accesses that it counts it was to hit, from 1 on. Of calls: the number of the place that calls, in the order in which the test first reaches them.",
    { min: 1 }
  ),
  reached: optional(wholeNumber("Of calls: how often the run without a fault came to this place.", { min: 1 })),
  time: optional(
    wholeNumber("Of calls, with --all: which of these times it failed. Missing: the first, for all.", { min: 1 })
  )
};
var point = defined(
  "point",
  object(
    { ...pointOrigin, ...pointVerdict },
    "A point of a sweep: the test with a fault at one access, or with one call that fails."
  )
);
var test = defined(
  "test",
  object(
    {
      id: withKeywords({ minLength: 1 }, testId("`suite/test`.")),
      cell: cellId("Id of its cell."),
      description: text("What the test's author says about it."),
      tags: optional(
        listOf(
          name(),
          "The words of the suite's and the test's `info/tags`. Missing: there is none.",
          bounds.results.tags
        )
      ),
      parameters: optional(
        recordOf(text(), "The test's row of `info/each`: values by the names of columns. Missing: it has no table.")
      ),
      expected: text("What was expected, in words."),
      ...ofAttempt,
      start: oneOf(["clone", "cold"], "`clone`: from the cell's booted template; `cold`: from a boot of its own."),
      startReason: text("Why it started as it did."),
      stages: listOf(stage, "The stages that began, in their order."),
      findings: listOf(finding, "What the kernel reported."),
      subtests: listOf(subtest, "(K)TAP results from the output of `run`."),
      buildLog: optional(
        insidePath(
          "Output of make and the compiler, where the modules did not build; `builds` of the cell has the errors. Relative to the results directory."
        )
      ),
      artifacts: listOf(insidePath(), "What the test left behind. Relative to the results directory."),
      postMortem: optional(postMortem),
      notes: listOf(text(), "What a reader of the evidence must know: truncated logs, artifacts left out."),
      timeline: optional(
        insidePath(
          "Everything that was seen of the machine in the order in which it happened: a line of JSON an entry, as timeline.schema.json describes it. Relative to the results directory. Missing: no machine was started."
        )
      ),
      devices: optional(listOf(device, "The device models in its machine. Missing: there was none.")),
      coverage: optional(reachedLines("With --coverage: the lines of the modules under test that ran in its machine.")),
      reproduce: text("The command line that runs this test alone."),
      shell: text("The command line that opens a shell on this test's machine."),
      attempts: optional(
        withKeywords(
          { minItems: 1 },
          listOf(
            attempt,
            "With --repeat: every run of the test, in order. The test's other fields are those of the first that was not as expected, or else of the first."
          )
        )
      ),
      point: optional(point),
      flaky: optional(boolean("With --repeat: whether the runs did not all come to the same."))
    },
    "One test in one cell."
  )
);

// src/results/formats/cell-format.ts
function digest(of) {
  return withKeywords({ pattern: "^[0-9a-f]{64}$" }, name(`Digest of ${of}. Lower-case hexadecimal.`));
}
var host = defined(
  "host",
  object(
    {
      accelerator: oneOf(["kvm", "tcg"], "How the guests were run."),
      acceleratorReason: text("Why this accelerator: what was asked for, or what is missing."),
      cpus: withKeywords({ type: "integer", minimum: 1 }, amount("Processors.")),
      memoryMiB: amount("Memory, in MiB.")
    },
    "The machine that the run took place on."
  )
);
var bootFailureKind = formatOf()(
  oneOf(
    ["reset-before-first-line", "too-little-memory", "panicked", "reset", "port-missing", "deadline", "other"],
    "reset: after the first line, without a panic; port-missing: the agent has no port to the host; other: QEMU, the host or our own code failed."
  )
);
var bootDetails = {
  image: optional(
    oneOf(
      ["vmlinux", "bzImage", "Image"],
      "The form of the kernel that QEMU was given: unpacked, entered directly (PVH), or as the bzImage. Missing: none was started, or an older version wrote this."
    )
  ),
  imageReason: optional(text("Why the bzImage was started though the kernel has a PVH entry. Missing: it was not.")),
  failure: optional(
    object(
      {
        kind: bootFailureKind,
        message: text("What happened."),
        hint: optional(text("The next move. Missing: it is in the findings or the console."))
      },
      "Why the machine did not boot. Missing: it did."
    )
  )
};
function bootedAt() {
  return optional(
    moment("When an earlier run booted the machine that the tests are clones of. Missing: this run did.")
  );
}
var boot = defined(
  "boot",
  object(
    {
      outcome: oneOf(
        ["ok", "failed", "not-needed"],
        "`not-needed`: the tests booted for themselves, or a disk image for them."
      ),
      durationMs: amount("In milliseconds; 0 when no boot was needed."),
      findings: listOf(finding, "What the kernel reported during this boot."),
      bootedAt: bootedAt(),
      ...bootDetails,
      notes: optional(
        listOf(
          text(),
          "Why tests of this cell boot cold that should have been cloned, each reason once. Missing: there is none."
        )
      )
    },
    "The cell's own boot, before any test."
  )
);
var build = defined(
  "build",
  object(
    {
      suite: name("Name of the suite."),
      outcome: oneOf(["built", "failed"], "`failed`: the tests of the suite could not run in this cell."),
      log: insidePath("Output of make and the compiler. Relative to the results directory."),
      errors: wholeNumber("How many errors the compiler reported."),
      warnings: wholeNumber("How many warnings."),
      messages: listOf(
        object({
          severity: oneOf(["error", "warning"]),
          file: optional(text("The source file, relative to the project's root. Missing: it belongs to no file.")),
          line: optional(wholeNumber("Counted from 1.")),
          text: text()
        }),
        "The first errors, then the first warnings."
      )
    },
    "The build of a suite's modules."
  )
);
var calls = defined(
  "calls",
  object(
    {
      suite: name("Name of the suite."),
      module: name("Name of the module, as the kernel has it."),
      canFail: listOf(text(), "Functions that it calls and that a fault can make fail."),
      notTried: listOf(text(), "What it imports and nobody knows how to make fail. `info/failable` can say it.")
    },
    "What a module under test calls in this kernel."
  )
);
var cellBeforeBoot = {
  id: withKeywords({ minLength: 1 }, cellId("Name of the cell's directory.")),
  kernel: object(
    {
      spec: text("As the user named it."),
      resolved: optional(
        text("What the spec stood for, where that changes: an image in a registry with the digest of its tag.")
      ),
      release: optional(name("As `uname -r` says it. Missing: the kernel could not be provided.")),
      sha256: optional(digest("the kernel as its distributor ships it")),
      commit: optional(text("Of a kernel that was built from a checkout, as `git describe --always --dirty` says it."))
    },
    "The kernel that was booted."
  ),
  machine: object(
    { name: name("As the user named it."), args: listOf(text(), "QEMU arguments.") },
    "The machine's shape."
  ),
  arch: name("Architecture, as QEMU names it."),
  qemu: object(
    { version: name("As the binary itself says it."), sha256: digest("the system emulator's binary") },
    "The QEMU that was used."
  ),
  compiler: optional(
    name("What built the modules: the first line of its `--version`. Missing: the tests of this cell have no modules.")
  ),
  builds: optional(
    listOf(build, "The builds of modules that failed or had warnings. Missing: all built without a warning.")
  ),
  calls: optional(listOf(calls, "Of suites whose tests make calls fail, one per module. Missing: there is none.")),
  callNotes: optional(
    listOf(
      text(),
      "Faults of calls, and lines of `info/failable`, that name what the modules do not call in this kernel. Missing: there is none."
    )
  )
};
var cell = defined("cell", object({ ...cellBeforeBoot, boot }, "One combination of kernel and machine."));

// src/results/formats/results-format.ts
function seed(description) {
  return withKeywords({ type: "integer", minimum: 0 }, number(description));
}
var totals = defined(
  "totals",
  object(
    {
      tests: wholeNumber("All of them."),
      ok: wholeNumber("As expected."),
      notOk: wholeNumber("Not as expected."),
      pass: wholeNumber("Whose outcome is `pass`."),
      fail: wholeNumber("Whose outcome is `fail`."),
      skip: wholeNumber("Whose outcome is `skip`."),
      timeout: wholeNumber("Whose outcome is `timeout`."),
      hang: wholeNumber("Whose outcome is `hang`."),
      crash: wholeNumber("Whose outcome is `crash`."),
      error: wholeNumber("Whose outcome is `error`.")
    },
    "How many tests there are of each kind."
  )
);
var { shards } = bounds.results;
var shard = formatOf()(
  defined(
    "shard",
    object(
      {
        index: wholeNumber("Which part, counted from 1.", { min: 1, max: shards }),
        count: wholeNumber("How many parts there are.", { min: 1, max: shards }),
        plan: name("Digest of the tests and cells of the whole plan: the same for all its shards."),
        tests: withKeywords({ minimum: 1 }, wholeNumber("How many tests the whole plan has, over all cells."))
      },
      "The part of a plan that these are the results of; absent: all of it."
    )
  )
);
var interrupted = defined(
  "interrupted",
  object(
    {
      notRun: listOf(
        object({ id: testId(), cell: cellId() }),
        "Tests that had not ended, in the order of `tests`, where they stand with the outcome `error`.",
        bounds.results.tests
      ),
      damage: listOf(text(), "Lines of the record that could not be read.")
    },
    "The run was killed before its end. What was known by then is here, and the exit status is not 0."
  )
);
var bail = defined(
  "bail",
  object(
    {
      failures: wholeNumber("How many tests were not as expected by then.", { min: 1 }),
      notRun: listOf(
        object({ id: testId(), cell: cellId() }),
        "Tests that were not started, or not as often as --repeat says, in the order of `tests`, where they stand with the outcome `error`.",
        bounds.results.tests
      )
    },
    "With --bail: so many tests were not as expected that others were not started. Missing: all were started."
  )
);
var merged = defined(
  "merged",
  object(
    {
      from: withKeywords({ minimum: 1 }, wholeNumber("How many results they are made of.")),
      missing: listOf(text(), "What should be there and is not. While there is anything, the exit status is not 0."),
      notes: listOf(
        text(),
        "What a reader must know: re-runs that were counted in place of a run, cells that are not quite the same."
      )
    },
    "How they were put together from several results; absent: they were not."
  )
);
var results = withKeywords(
  { $id: "urn:qemu-driver-test:results:1", title: "qemu-driver-test results" },
  object(
    {
      schema: oneOf(["qemu-driver-test/results/1"], "The format of this file. Another number is another format."),
      tool: object({ version: name("Version of qemu-driver-test.") }, "What wrote this file."),
      startedAt: moment("When the run began: ISO 8601, UTC."),
      durationMs: amount("The whole run, provisioning included, in milliseconds."),
      shuffleSeed: optional(seed("With --shuffle: what the order of the machines was made from.")),
      exitStatus: oneOf(
        [0, 1, 2, 69],
        "0: every test as expected; 1: a test was not; 2: wrong usage or invalid suite; 69: nothing could be concluded."
      ),
      host,
      cells: listOf(cell, "Every combination of kernel and machine.", bounds.results.cells),
      tests: listOf(test, "Every test in every cell, in the order in which they are reported.", bounds.results.tests),
      totals,
      shard: optional(shard),
      interrupted: optional(interrupted),
      bail: optional(bail),
      merged: optional(merged),
      hardware: optional(
        listOf(
          hardware,
          "What each suite's drivers touched of its device models, all tests and cells together. Missing: no suite has one."
        )
      ),
      coverage: optional(codeCoverage)
    },
    "results.json of qemu-driver-test: what was run, on what, and what came of it."
  )
);

// src/results/parse-results.ts
function parseResults(text2, called = "results.json") {
  const parsed = parseJson(text2, bounds.results);
  if (parsed.kind === "problem") return { kind: "problem", message: `${called}: ${parsed.reason}` };
  const reading = readAs(results, parsed.value, called);
  if (reading.kind === "mismatch") return { kind: "problem", message: reading.message };
  const contradiction = contradictionIn(reading.value);
  return contradiction === void 0 ? { kind: "results", results: reading.value } : { kind: "problem", message: `${called}: ${contradiction}` };
}
function contradictionIn({ cells, tests }) {
  const ids = new Set(cells.map(({ id }) => id));
  if (ids.size < cells.length) return "cells: two of them have the same id";
  const places = /* @__PURE__ */ new Set();
  for (const [index, { id, cell: of }] of tests.entries()) {
    if (!ids.has(of)) return `tests[${index}].cell: expected the id of a cell, found ${JSON.stringify(of)}`;
    const place = `${of}/${id}`;
    if (places.has(place)) return `tests[${index}]: ${JSON.stringify(place)} is there twice`;
    places.add(place);
  }
  return void 0;
}

export {
  shortKernelSpec,
  mainFile,
  lastName,
  formatLines,
  linesIn,
  reachedLines,
  coveredSource,
  outcome,
  stageName,
  finding,
  subtest,
  host,
  bootDetails,
  bootedAt,
  cellBeforeBoot,
  fault,
  crash,
  coverage,
  pointOutcomes,
  pointVerdict,
  pointOrigin,
  seed,
  shard,
  parseResults,
  contradictionIn
};
