import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  explain
} from "./chunk-GYU2KBTQ.mjs";
import "./chunk-TWGLPJOC.mjs";
import "./chunk-S3OQ5B4F.mjs";
import "./chunk-MFGE3PEG.mjs";
import "./chunk-Z5L6BLYB.mjs";
import "./chunk-533ISHDF.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-FPQDROTJ.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-TN32ZU5T.mjs";
import "./chunk-2OQNYEBH.mjs";
import "./chunk-R2N667XA.mjs";
export {
  explain
};
