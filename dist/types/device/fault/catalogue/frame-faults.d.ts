/** Faults of what travels one way: frames of a network or CAN, bytes of a serial line, changes of a GPIO line. */
export declare const frameFaults: {
    drop: {
        targets: ("frame" | "can-frame")[];
        about: string;
        settings: never[];
        effect: () => {
            kind: "drop";
        };
    };
    delay: {
        targets: ("frame" | "can-frame")[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "delay";
            byUs: number;
        };
    };
    duplicate: {
        targets: ("frame" | "can-frame")[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "duplicate";
            times: number;
        };
    };
    reorder: {
        targets: ("frame" | "can-frame")[];
        about: string;
        settings: never[];
        effect: () => {
            kind: "reorder";
        };
    };
    truncate: {
        targets: ("frame" | "can-frame")[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "truncate";
            toBytes: number;
        };
    };
    'error-frame': {
        targets: "can-frame"[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "error-frame";
            what: "ack" | "bit" | "stuff" | "form" | "crc";
        };
    };
    'bus-off': {
        targets: "can-frame"[];
        about: string;
        settings: never[];
        effect: () => {
            kind: "bus-off";
        };
    };
    'line-stuck': {
        targets: "line"[];
        about: string;
        settings: never[];
        effect: () => {
            kind: "line-stuck";
        };
    };
    'line-bounce': {
        targets: "line"[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "line-bounce";
            times: number;
            everyUs: number;
        };
    };
};
