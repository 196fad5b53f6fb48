/** Faults of what PCI and platform devices have: registers, DMA, interrupts. */
export declare const registerFaults: {
    'irq-drop': {
        targets: "interrupt"[];
        about: string;
        settings: never[];
        effect: () => {
            kind: "irq-drop";
        };
    };
    'irq-delay': {
        targets: "interrupt"[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "irq-delay";
            byUs: number;
        };
    };
    'irq-duplicate': {
        targets: "interrupt"[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "irq-duplicate";
            times: number;
        };
    };
    'irq-storm': {
        targets: "interrupt"[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "irq-storm";
            times: number;
            everyUs: number;
        };
    };
    'dma-fail': {
        targets: "dma"[];
        about: string;
        settings: never[];
        effect: () => {
            kind: "dma-fail";
        };
    };
    'dma-hang': {
        targets: "dma"[];
        about: string;
        settings: never[];
        effect: () => {
            kind: "dma-hang";
        };
    };
    'dma-truncate': {
        targets: "dma"[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "dma-truncate";
            toBytes: number;
        };
    };
    'dma-corrupt': {
        targets: "dma"[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "dma-corrupt";
            byte: number;
            mask: number;
        };
    };
    'dma-misdirect': {
        targets: "dma"[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "dma-misdirect";
            by: bigint;
        };
    };
    'read-ones': {
        targets: "read"[];
        about: string;
        settings: never[];
        effect: () => {
            kind: "read-ones";
        };
    };
    'read-stuck': {
        targets: ("read" | "message" | "exchange")[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "read-stuck";
            bits: bigint;
            at: 0 | 1;
        };
    };
    'read-late': {
        targets: "read"[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "read-late";
            byUs: number;
        };
    };
    'write-ignore': {
        targets: "write"[];
        about: string;
        settings: never[];
        effect: () => {
            kind: "write-ignore";
        };
    };
};
