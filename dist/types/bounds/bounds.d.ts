/**
 * Limits for everything that a guest, a suite or a results file can make long, deep or many. Every reader of such data
 * takes its limits from here, and notes in the results what it left out.
 */
export declare const bounds: {
    /**
     * Lines of text from a console or a program. The kernel's own messages have at most 2048 characters; one that starts
     * a report can be recognised by its first `headerChars`. `messages`: the pieces into which other processors' output
     * can cut one line.
     */
    readonly lines: {
        readonly chars: number;
        readonly headerChars: 1024;
        readonly messages: 64;
    };
    /**
     * Kernel reports per console. Titles that differ only after 200 characters are the same bug; a report of 64 KiB holds
     * the stacks of about twenty processors. `open`: interleaved reports, one per processor or task that prints.
     */
    readonly findings: {
        readonly count: 50;
        readonly titleChars: 200;
        readonly reportChars: number;
        readonly reportLines: 600;
        readonly open: 64;
    };
    /** Function names: 512 is the kernel's own limit. `depth` and `parts` are for mangled names. */
    readonly symbols: {
        readonly nameChars: 512;
        readonly depth: 40;
        readonly parts: 500;
    };
    /**
     * (K)TAP on the output of `run`, per test. KUnit nests four levels; each level costs parser stack and a full name's
     * length. All results are counted. The last quarter of the kept ones is reserved for failures.
     */
    readonly subtests: {
        readonly count: 20000;
        readonly depth: 32;
        readonly nameChars: 300;
        readonly reasonChars: 500;
        readonly totalChars: number;
    };
    /** The files in a test's `artifacts/`. */
    readonly artifacts: {
        readonly files: 1000;
        readonly bytes: number;
        readonly depth: 64;
        readonly pathBytes: 1024;
        readonly entries: 10000;
        readonly headerBytes: number;
        readonly complaints: 100;
    };
    /** Host disk space for the folder of a test's machine, and how long counting it may take. */
    readonly folder: {
        readonly bytes: number;
        readonly entries: 50000;
        readonly depth: 200;
        readonly lookMs: 30000;
    };
    /**
     * A test's `data/`. It is copied for each machine and, for a kernel without 9p, sent to it, so the limits are lower
     * than the folder's.
     */
    readonly data: {
        readonly bytes: number;
        readonly entries: 20000;
        readonly depth: 64;
    };
    /** The words of an `info/tags`. */
    readonly tags: {
        readonly count: 50;
        readonly chars: 100;
    };
    /**
     * The table of an `info/each`. A value of this length fits into a line of the agent's port, whatever its
     * characters.
     */
    readonly each: {
        readonly rows: 1000;
        readonly columns: 32;
        readonly nameChars: 100;
        readonly valueChars: 1000;
    };
    /** The saved state of a machine's devices. Its memory is stored separately. */
    readonly savedState: {
        readonly bytes: number;
    };
    /** QEMU's own output, and how much of it is quoted. */
    readonly qemuLog: {
        readonly bytes: number;
        readonly quotedLines: 5;
        readonly quotedLineChars: 500;
    };
    /** Lines on the agent's port. Lines beyond the rate are read later; longer lines are cut. */
    readonly control: {
        readonly lineBytes: 4096;
        readonly linesPerSecond: 20000;
        readonly toldLines: 1000;
    };
    /** The console after a bug, while its report is being completed. */
    readonly bugReport: {
        readonly chars: number;
        readonly titles: 50;
        readonly matchMs: 500;
    };
    /** `timeline.jsonl`: the first and last entries of each source and each device model; `data` of an entry as JSON. */
    readonly timeline: {
        readonly firstEntries: 1000;
        readonly lastEntries: 4000;
        readonly textChars: 500;
        readonly dataChars: 4000;
    };
    /** A device's log of its exchanges with the machine, and how much of it is returned per request. */
    readonly deviceLog: {
        readonly entries: 10000;
        readonly textChars: 500;
        readonly registers: 16;
        readonly exchangeBytes: 32;
        readonly pageChars: number;
    };
    /**
     * A USB device: what waits at an endpoint for the machine, the transfers of a machine that wait for the device, with
     * their bytes, and the longest message.
     */
    readonly usb: {
        readonly queuedTransfers: 1024;
        readonly queuedBytes: number;
        readonly pendingTransfers: 4096;
        readonly pendingBytes: number;
        readonly messageBytes: number;
        readonly unreadBytes: number;
    };
    /**
     * Frames between a machine and a model: QEMU's longest, and what may wait in a direction because a fault delays it.
     * `unreadBytes`: what QEMU has not taken yet. More is lost, as on a wire.
     */
    readonly frames: {
        readonly bytes: 69632;
        readonly delayed: 1000;
        readonly delayedBytes: number;
        readonly unreadBytes: number;
    };
    /**
     * The process of a test's device models: a line on its control channel, an error, events, and the output of models.
     */
    readonly models: {
        readonly lineBytes: number;
        readonly errorChars: 4000;
        readonly stackChars: number;
        readonly events: 1000;
        readonly printedHeadBytes: number;
        readonly printedTailBytes: number;
    };
    /** Notes on a test's evidence: cut logs, artifacts left out. */
    readonly notes: {
        readonly count: 100;
        readonly chars: 500;
    };
    /** One line of `record.jsonl`. The header of a run of 10,000 tests has about 10 MB. */
    readonly recordLineBytes: number;
    /**
     * Requests of a guest's `hw`: a request and its words, a value to set, a fault's text, the devices plugged in at a
     * time, and an answer. A model's log of 10,000 values of this length fits into one answer of its process.
     */
    readonly hw: {
        readonly requestBytes: number;
        readonly words: 64;
        readonly valueChars: 256;
        readonly faultChars: 1000;
        readonly plugged: 16;
        readonly disks: 8;
        readonly diskBytes: number;
        readonly answerLines: 2000;
        readonly answerChars: number;
        readonly answerLineChars: 4000;
    };
    /**
     * The coverage of modules: what a guest records, as guest/coverage/coverage.c has it, and the sources that are kept
     * with the results. `codeLine`: beyond the longest source.
     */
    readonly coverage: {
        readonly memoryBytes: number;
        readonly modules: 60;
        readonly files: 5000;
        readonly codeLine: 10000000;
        readonly linesOfFile: 1000000;
        readonly sourceBytes: number;
        readonly sourcesBytes: number;
        readonly rangeChars: number;
    };
    /** A single sentence of a verdict. */
    readonly sentenceChars: 4000;
    /** A `results.json` to read. Another job or another version may have written it. */
    readonly results: {
        readonly bytes: number;
        /** The sum over all parts of a merge. */
        readonly mergedBytes: number;
        readonly depth: 32;
        readonly values: 5000000;
        readonly tests: 100000;
        readonly cells: 2000;
        readonly listed: 200000;
        readonly tags: 100;
        readonly shards: 99999;
        readonly idChars: 512;
        readonly pathChars: 4096;
        readonly textChars: number;
    };
    /** Files and directories of the parts of a merge. Results are a few directories above the artifacts. */
    readonly parts: {
        readonly files: 1000000;
        readonly bytes: number;
        readonly depth: 80;
        readonly pathBytes: 2048;
    };
    /** Missing results and notes of a merge, one per line. */
    readonly mergedLines: {
        readonly count: 1000;
        readonly chars: 1000;
    };
    /**
     * The record of many runs: a file of one run, all files together, and what the page of them shows. `rows` are tests
     * in cells, `columns` commits; older ones are left out first.
     */
    readonly history: {
        readonly recordBytes: number;
        readonly totalBytes: number;
        readonly values: 250000;
        readonly depth: 8;
        readonly files: 50000;
        readonly columns: 20000;
        readonly rows: 100000;
        readonly shownRows: 4000;
        readonly pageBytes: number;
        readonly crashes: 500;
        readonly shownChars: 300;
    };
    /**
     * A kernel that is fetched as packages or as a container's layers, packed and unpacked. A distribution's kernel with
     * its headers has 1.5 GB and 60,000 files; an image may hold a whole system around it. `linkChars`: where a link
     * leads.
     */
    readonly fetchedKernel: {
        readonly files: 64;
        readonly packedBytes: number;
        readonly unpackedBytes: number;
        readonly keptBytes: number;
        readonly entries: 2000000;
        readonly keptEntries: 500000;
        readonly depth: 64;
        readonly pathBytes: 4096;
        readonly nameBytes: 255;
        readonly headerBytes: number;
        readonly images: 16;
        readonly imageBytes: number;
    };
    /** What a container registry says before the layers: a manifest (4 MiB by its specification), a token, an error. */
    readonly registry: {
        readonly manifestBytes: number;
        readonly tokenBytes: number;
        readonly errorBytes: number;
        readonly listed: 1000;
        readonly layers: 200;
    };
    /** Any other JSON file: of the store, the runner or the cache. */
    readonly json: {
        readonly bytes: number;
        readonly depth: 100;
        readonly values: 2000000;
    };
    /** A text file from the command line that is parsed as a whole. */
    readonly inputTextChars: number;
    /** An input of the Action. */
    readonly actionInput: {
        readonly chars: number;
        readonly lines: 1000;
    };
    /** The contents of `cache-index.json`. */
    readonly cacheIndex: {
        readonly assets: 1000;
        readonly documents: 10000;
        readonly nameChars: 250;
        readonly assetBytes: number;
    };
    /** Names in a GitHub artifact, in bytes. File systems allow 255. */
    readonly upload: {
        readonly files: 100000;
        readonly depth: 80;
        readonly pathBytes: 1024;
        readonly nameBytes: 200;
    };
    /** `junit.xml`: GitLab takes 30 MB per file. */
    readonly junit: {
        readonly totalChars: 6000000;
        readonly noteChars: 10000;
        readonly nameChars: 300;
        readonly missing: 500;
    };
    /** GitLab's report of problems on lines of the repository. */
    readonly codeQuality: {
        readonly issues: 500;
        readonly descriptionChars: 1000;
    };
    /** Results as TAP. */
    readonly tapChars: number;
    /** Annotations of a check run. */
    readonly annotations: {
        readonly count: 500;
        readonly titleChars: 255;
        readonly messageChars: 3000;
    };
};
/**
 * Splits a relative path of the results into names. Undefined for a path that leaves its directory (`..`, absolute,
 * empty names) or contains an impossible name. Links are checked by the reader.
 */
export declare function stepsInside(path: string): readonly string[] | undefined;
