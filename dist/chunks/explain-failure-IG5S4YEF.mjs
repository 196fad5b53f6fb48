import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  explain
} from "./chunk-5ZJHXUDZ.mjs";
import "./chunk-TWGLPJOC.mjs";
import "./chunk-S3OQ5B4F.mjs";
import "./chunk-QU4KJBQ7.mjs";
import "./chunk-O26GYING.mjs";
import "./chunk-2VRCS2NZ.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-ZCKYQYTZ.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-RACR2MDA.mjs";
import "./chunk-Q5WLDUDD.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-TN32ZU5T.mjs";
import "./chunk-SKYZ6BOQ.mjs";
import "./chunk-R2N667XA.mjs";
export {
  explain
};
