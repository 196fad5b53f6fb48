/**
 * How much we take of what a guest, a suite or a results file can make long, deep or many. Every reader of such things
 * takes its bounds from here, and says in the results what it left out.
 */
export declare const bounds: {
    /**
     * Text by lines, from a console or a program. The kernel's own messages have 2048 characters at most; one that begins
     * a report says so in its first `headerChars`. `messages`: that other processors' output can cut one line into.
     */
    readonly lines: {
        readonly chars: number;
        readonly headerChars: 1024;
        readonly messages: 64;
    };
    /**
     * What the kernel reported, per console. A title beyond 200 characters tells no two bugs apart; a report of 64 KiB
     * shows the stacks of some twenty processors. `open`: reports that can be interleaved, one a processor or task that
     * prints.
     */
    readonly findings: {
        readonly count: 50;
        readonly titleChars: 200;
        readonly reportChars: number;
        readonly reportLines: 600;
        readonly open: 64;
    };
    /** A function's name: 512 is the kernel's own limit. `depth` and `parts` are those of a mangled one. */
    readonly symbols: {
        readonly nameChars: 512;
        readonly depth: 40;
        readonly parts: 500;
    };
    /**
     * (K)TAP on the output of `run`, per test. KUnit nests four levels; each level costs a parser's stack and a full
     * name's length. All results are counted; the last quarter of what is kept is for those that failed.
     */
    readonly subtests: {
        readonly count: 20000;
        readonly depth: 32;
        readonly nameChars: 300;
        readonly reasonChars: 500;
        readonly totalChars: number;
    };
    /** What a test leaves in `artifacts/`. */
    readonly artifacts: {
        readonly files: 1000;
        readonly bytes: number;
        readonly depth: 64;
        readonly pathBytes: 1024;
        readonly entries: 10000;
        readonly headerBytes: number;
        readonly complaints: 100;
    };
    /** What a test's machine may take of this host's disk by its folder, and how long a look at it may take. */
    readonly folder: {
        readonly bytes: number;
        readonly entries: 50000;
        readonly depth: 200;
        readonly lookMs: 30000;
    };
    /**
     * A test's `data/`, which is copied for each machine and, for a kernel without 9p, sent to it: less than its folder
     * may hold.
     */
    readonly data: {
        readonly bytes: number;
        readonly entries: 20000;
        readonly depth: 64;
    };
    /** The state of a saved machine's devices; its memory is elsewhere. */
    readonly savedState: {
        readonly bytes: number;
    };
    /** QEMU's own output, and how much of it is quoted. */
    readonly qemuLog: {
        readonly bytes: number;
        readonly quotedLines: 5;
        readonly quotedLineChars: 500;
    };
    /** What is said on the agent's port. Beyond the rate it is read later; longer lines are cut. */
    readonly control: {
        readonly lineBytes: 4096;
        readonly linesPerSecond: 20000;
    };
    /** The console since a bug that is being waited out. */
    readonly bugReport: {
        readonly chars: number;
        readonly titles: 50;
        readonly matchMs: 500;
    };
    /** `timeline.jsonl`: of each source, and of each device model, the first and the last; an entry's `data` as JSON. */
    readonly timeline: {
        readonly firstEntries: 1000;
        readonly lastEntries: 4000;
        readonly textChars: 500;
        readonly dataChars: 4000;
    };
    /** What a device keeps of what passed between it and its machine, and how much of it is handed out at once. */
    readonly deviceLog: {
        readonly entries: 10000;
        readonly textChars: 500;
        readonly registers: 16;
        readonly pageChars: number;
    };
    /**
     * What the process of a test's device models says: a line on its control channel, an error, events, and what models
     * print.
     */
    readonly models: {
        readonly lineBytes: number;
        readonly errorChars: 4000;
        readonly stackChars: number;
        readonly events: 1000;
        readonly printedHeadBytes: number;
        readonly printedTailBytes: number;
    };
    /** Remarks on a test's evidence: cut logs, artifacts left out. */
    readonly notes: {
        readonly count: 100;
        readonly chars: 500;
    };
    /** One line of `record.jsonl`: the header of a run of 10,000 tests has some 10 MB. */
    readonly recordLineBytes: number;
    /**
     * What a guest asks of its hardware with `hw`: one request and its words, a value that it sets, a fault's text; what
     * may be plugged in at a time; and what it is answered. A model's log of 10,000 values of this length fits into one
     * answer of its process.
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
    /** Any single sentence of a verdict. */
    readonly sentenceChars: 4000;
    /** A `results.json` that is read back: another job may have written it, and another version of ours. */
    readonly results: {
        readonly bytes: number;
        /** Of all parts of a merge together. */
        readonly mergedBytes: number;
        readonly depth: 32;
        readonly values: 5000000;
        readonly tests: 100000;
        readonly cells: 2000;
        readonly listed: 200000;
        readonly shards: 99999;
        readonly idChars: 512;
        readonly pathChars: 4096;
        readonly textChars: number;
    };
    /** Files and directories of the parts of a merge: results lie a few directories above the artifacts. */
    readonly parts: {
        readonly files: 1000000;
        readonly bytes: number;
        readonly depth: 80;
        readonly pathBytes: 2048;
    };
    /** What a merge says is missing or should be known, a line each. */
    readonly mergedLines: {
        readonly count: 1000;
        readonly chars: 1000;
    };
    /** Any other JSON file: of the store, of the runner, of the cache. */
    readonly json: {
        readonly bytes: number;
        readonly depth: 100;
        readonly values: 2000000;
    };
    /** Text that a user names on the command line to be parsed as a whole. */
    readonly inputTextChars: number;
    /** An input of the Action. */
    readonly actionInput: {
        readonly chars: number;
        readonly lines: 1000;
    };
    /** What `cache-index.json` may list. */
    readonly cacheIndex: {
        readonly assets: 1000;
        readonly documents: 10000;
        readonly nameChars: 250;
        readonly assetBytes: number;
    };
    /** Names in an artifact of GitHub's, in bytes: file systems end at 255. */
    readonly upload: {
        readonly files: 100000;
        readonly depth: 80;
        readonly pathBytes: 1024;
        readonly nameBytes: 200;
    };
    /** `junit.xml`: GitLab takes 30 MB a file. */
    readonly junit: {
        readonly totalChars: 6000000;
        readonly noteChars: 10000;
        readonly nameChars: 300;
        readonly missing: 500;
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
 * The names on the way that a path in results tells, from their directory on; undefined for a path that does not stay
 * inside (`..`, from the root, empty names), or that is no name of a file at all. Links are the reader's business.
 */
export declare function stepsInside(path: string): readonly string[] | undefined;
