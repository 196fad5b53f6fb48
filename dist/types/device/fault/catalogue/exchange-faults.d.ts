/** Faults of what is asked and answered: USB transfers, I2C messages, SPI exchanges. */
export declare const exchangeFaults: {
    stall: {
        targets: "transfer"[];
        about: string;
        settings: never[];
        effect: () => {
            kind: "stall";
        };
    };
    nak: {
        targets: ("transfer" | "message")[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            byte?: number;
            kind: "nak";
        };
    };
    short: {
        targets: "transfer"[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "short";
            toBytes: number;
        };
    };
    corrupt: {
        targets: ("transfer" | "message" | "exchange" | "frame" | "can-frame")[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "corrupt";
            byte: number;
            mask: number;
        };
    };
    babble: {
        targets: "transfer"[];
        about: string;
        settings: never[];
        effect: () => {
            kind: "babble";
        };
    };
    'io-error': {
        targets: "transfer"[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "io-error";
            times: number;
        };
    };
    late: {
        targets: ("transfer" | "exchange")[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "late";
            byUs: number;
        };
    };
    stretch: {
        targets: "message"[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "stretch";
            byUs: number;
        };
    };
    'arbitration-lost': {
        targets: "message"[];
        about: string;
        settings: never[];
        effect: () => {
            kind: "arbitration-lost";
        };
    };
    'bus-error': {
        targets: ("message" | "exchange")[];
        about: string;
        settings: never[];
        effect: () => {
            kind: "bus-error";
        };
    };
    'stuck-low': {
        targets: "message"[];
        about: string;
        settings: never[];
        effect: () => {
            kind: "stuck-low";
        };
    };
    'miso-stuck': {
        targets: "exchange"[];
        about: string;
        settings: string[];
        effect: (s: import("../fault-spec.ts").Settings) => {
            kind: "miso-stuck";
            at: 0 | 1;
        };
    };
};
