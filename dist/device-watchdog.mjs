import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  watchPulse
} from "./chunks/chunk-55VBUB2T.mjs";
import "./chunks/chunk-R2N667XA.mjs";

// src/device-watchdog.ts
watchPulse();
